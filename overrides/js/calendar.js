/* Whole-day events as an iCalendar file (RFC 5545). */
const calendar = (() => {
  "use strict";
  const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\s*\n\s*/g, " ").replace(/[\u0000-\u001f]/g, "");
  /* No line is longer than 75 bytes; the next part begins with a space. */
  const folded = (line) => {
    const parts = [""];
    let bytes = 0;
    for (const sign of line) {
      const size = new TextEncoder().encode(sign).length;
      if (bytes + size > 73) { parts.push(""); bytes = 0; }
      parts[parts.length - 1] += sign;
      bytes += size;
    }
    return parts.join("\r\n ");
  };
  const stamp = () => new Date().toISOString().replace(/[-:]|\.\d+/g, "");
  const event = ({ id, day, title }) => ["BEGIN:VEVENT", "UID:" + id + "@samarbejdsguiden", "DTSTAMP:" + stamp(),
    "DTSTART;VALUE=DATE:" + day.replaceAll("-", ""), "SUMMARY:" + escaped(title), "TRANSP:TRANSPARENT", "END:VEVENT"];
  return {
    /* `events`: { id, day: "2026-01-31", title } each. Returns a Blob. */
    make(events) {
      const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Samarbejdsguiden//DA", "CALSCALE:GREGORIAN", ...events.flatMap(event), "END:VCALENDAR", ""];
      return new Blob([lines.map(folded).join("\r\n")], { type: "text/calendar" });
    },
  };
})();
