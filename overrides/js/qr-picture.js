/* A QR code as a picture, dark on white in every scheme, with the quiet zone of four squares the standard asks for. */
const qrPicture = (text, label) => {
  "use strict";
  const rows = qr(text);
  if (!rows) return null;
  const made = (name, attributes) => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    return element;
  };
  const side = rows.length + 8;
  const path = rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + 4} ${y + 4}h1v1h-1z` : ""))).join("");
  const picture = made("svg", { viewBox: `0 0 ${side} ${side}`, role: "img", "aria-label": label, "shape-rendering": "crispEdges" });
  picture.append(made("rect", { width: side, height: side, fill: "#fff" }), made("path", { d: path, fill: "#000" }));
  return picture;
};
