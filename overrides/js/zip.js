/* Packs texts into a zip (APPNOTE.TXT 6.3.3), compressed where the browser can, else stored. */
const zip = (() => {
  "use strict";
  const encoder = new TextEncoder();
  const UTF8 = 0x800, DEFLATED = 8, STORED = 0, VERSION = 20, DAY = ((2026 - 1980) << 9) | (1 << 5) | 1;
  let table;

  const checksum = (bytes) => {
    table ??= Uint32Array.from({ length: 256 }, (_, byte) => {
      let value = byte;
      for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
      return value;
    });
    let sum = 0xffffffff;
    for (const byte of bytes) sum = table[(sum ^ byte) & 255] ^ (sum >>> 8);
    return (sum ^ 0xffffffff) >>> 0;
  };
  const deflated = async (bytes) => {
    try {
      const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate-raw"));
      return new Uint8Array(await new Response(stream).arrayBuffer());
    } catch {
      return null;
    }
  };
  /* Little-endian numbers: [size in bytes, value] each. */
  const numbers = (...pairs) => {
    const view = new DataView(new ArrayBuffer(pairs.reduce((sum, [size]) => sum + size, 0)));
    let at = 0;
    for (const [size, value] of pairs) {
      if (size === 2) view.setUint16(at, value, true); else view.setUint32(at, value, true);
      at += size;
    }
    return view.buffer;
  };
  const entry = async (name, text) => {
    const raw = encoder.encode(text);
    const small = await deflated(raw);
    const packed = small && small.length < raw.length;
    const data = packed ? small : raw;
    const about = [[2, VERSION], [2, UTF8], [2, packed ? DEFLATED : STORED], [2, 0], [2, DAY], [4, checksum(raw)], [4, data.length], [4, raw.length]];
    return { name: encoder.encode(name), data, about };
  };

  /* `files`: name -> text. Returns a Blob of the type `type`. */
  return async (files, type) => {
    const body = [], directory = [];
    let at = 0, size = 0;
    for (const [name, text] of Object.entries(files)) {
      const one = await entry(name, text);
      body.push(numbers([4, 0x04034b50], ...one.about, [2, one.name.length], [2, 0]), one.name, one.data);
      directory.push(numbers([4, 0x02014b50], [2, VERSION], ...one.about, [2, one.name.length], [2, 0], [2, 0], [2, 0], [2, 0], [4, 0], [4, at]), one.name);
      at += 30 + one.name.length + one.data.length;
      size += 46 + one.name.length;
    }
    const count = directory.length / 2;
    const end = numbers([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, size], [4, at], [2, 0]);
    return new Blob([...body, ...directory, end], { type });
  };
})();
