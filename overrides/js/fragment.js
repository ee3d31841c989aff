/* A list in the #fragment of an address, which no browser sends to a host: "z" and deflated JSON, or "j" and plain JSON. */
const fragment = (() => {
  "use strict";
  const MARK = "#liste=", MOST = 2e6;
  const through = async (bytes, stream) => {
    const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
    const chunks = [];
    let size = 0;
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      size += part.value.length;
      if (size > MOST) throw new RangeError("too large");
      chunks.push(part.value);
    }
    return new Uint8Array(await new Blob(chunks).arrayBuffer());
  };
  const encode = (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
  const decode = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
  return {
    /* The fragment that carries a file of copies. */
    async of(file) {
      const bytes = new TextEncoder().encode(JSON.stringify(file));
      if (!window.CompressionStream) return `${MARK}j${encode(bytes)}`;
      return `${MARK}z${encode(await through(bytes, new CompressionStream("deflate-raw")))}`;
    },
    carried: (hash) => hash.startsWith(MARK),
    /* The file a fragment carries, or null when it cannot be read. */
    async read(hash) {
      try {
        const [form, bytes] = [hash[MARK.length], decode(hash.slice(MARK.length + 1))];
        const plain = form === "z" ? await through(bytes, new DecompressionStream("deflate-raw")) : bytes;
        return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(plain));
      } catch { return null; }
    },
  };
})();
