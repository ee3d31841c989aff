/* QR codes (ISO/IEC 18004): byte mode, level L, versions 1 to 25, so that a screen can show them and a phone can read them. */
const qr = (() => {
  "use strict";
  // Table 9 of the standard, level L: check bytes in a block, and blocks, by version.
  const CHECKS = [7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28, 28, 28, 30, 30, 26];
  const BLOCKS = [1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8, 8, 9, 9, 10, 12];
  const MASKS = [
    (x, y) => (x + y) % 2, (x, y) => y % 2, (x) => x % 3, (x, y) => (x + y) % 3,
    (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2, (x, y) => ((x * y) % 2) + ((x * y) % 3),
    (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2, (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2,
  ];
  const range = (count) => Array.from({ length: count }, (_, at) => at);
  const bits = (value, count) => range(count).map((at) => (value >> (count - 1 - at)) & 1);

  /* Reed-Solomon over the 256 numbers of x^8 + x^4 + x^3 + x^2 + 1. */
  const times = (one, other) => {
    let sum = 0;
    for (; other; other >>= 1, one = (one << 1) ^ (one & 128 ? 0x11d : 0)) if (other & 1) sum ^= one;
    return sum;
  };
  const divisor = (degree) => {
    let [terms, root] = [[1], 1];
    for (; degree; degree -= 1, root = times(root, 2)) terms = [...terms, 0].map((term, at) => term ^ (at ? times(terms[at - 1], root) : 0));
    return terms.slice(1);
  };
  const checks = (data, terms) => data.reduce((rest, byte) => {
    const factor = byte ^ rest[0];
    return [...rest.slice(1), 0].map((value, at) => value ^ times(terms[at], factor));
  }, terms.map(() => 0));
  /* A value, and the remainder of its division: how format and version are written. */
  const guarded = (value, length, polynomial) => {
    const degree = 31 - Math.clz32(polynomial);
    let rest = value << degree;
    for (let at = length - 1; at >= 0; at -= 1) if (rest >> (at + degree)) rest ^= polynomial << at;
    return (value << degree) | rest;
  };

  const square = (cells, x, y, reach, dark) => {
    for (let down = -reach; down <= reach; down += 1) for (let right = -reach; right <= reach; right += 1) {
      if (cells[y + down]?.[x + right] !== undefined) cells[y + down][x + right] = dark(Math.max(Math.abs(down), Math.abs(right)));
    }
  };
  /* The patterns that stand in every code of that size; null elsewhere. */
  const patterns = (version) => {
    const size = 17 + 4 * version, cells = range(size).map(() => Array(size).fill(null));
    range(size).forEach((at) => { cells[6][at] = cells[at][6] = at % 2 ? 0 : 1; });
    const count = version > 1 ? Math.floor(version / 7) + 2 : 0, step = 2 * Math.ceil((2 * version + 2) / (count - 1));
    const centres = range(count).map((at) => (at ? size - 7 - step * (count - 1 - at) : 6));
    const corner = (x, y) => Math.min(x, y) === 6 && [6, size - 7].includes(Math.max(x, y));
    for (const y of centres) for (const x of centres) if (!corner(x, y)) square(cells, x, y, 2, (far) => (far === 1 ? 0 : 1));
    for (const [x, y] of [[3, 3], [size - 4, 3], [3, size - 4]]) square(cells, x, y, 4, (far) => (far === 2 || far === 4 ? 0 : 1));
    return cells;
  };
  const writeFormat = (cells, mask) => {
    const size = cells.length, format = bits(guarded(8 | mask, 5, 0x537) ^ 0x5412, 15);
    const places = [0, 1, 2, 3, 4, 5, 7, 8];
    places.forEach((at, index) => { cells[8][at] = format[index]; cells[at][8] = format[14 - index]; });
    range(8).forEach((at) => { cells[8][size - 1 - at] = format[14 - at]; });
    range(7).forEach((at) => { cells[size - 1 - at][8] = format[at]; });
    cells[size - 8][8] = 1;
  };
  const writeVersion = (cells, version) => {
    if (version < 7) return;
    bits(guarded(version, 6, 0x1f25), 18).reverse().forEach((bit, at) => {
      const [far, near] = [cells.length - 11 + (at % 3), Math.floor(at / 3)];
      cells[near][far] = cells[far][near] = bit;
    });
  };
  const frame = (version) => {
    const cells = patterns(version);
    writeFormat(cells, 0);
    writeVersion(cells, version);
    return cells;
  };
  /* The free places in the order of the data: columns two by two from the right, up and down in turn. */
  const course = (cells) => {
    const places = [];
    let up = true;
    for (let right = cells.length - 1; right > 0; right -= right === 8 ? 3 : 2, up = !up) {
      for (const row of range(cells.length)) for (const x of [right, right - 1]) {
        const y = up ? cells.length - 1 - row : row;
        if (cells[y][x] === null) places.push([x, y]);
      }
    }
    return places;
  };

  const interleaved = (blocks) => range(Math.max(...blocks.map((block) => block.length))).flatMap((at) => blocks.filter((block) => at < block.length).map((block) => block[at]));
  /* Text as bits with checks, or null when it does not fit. */
  const content = (bytes, version, room) => {
    const [count, each] = [BLOCKS[version - 1], CHECKS[version - 1]], data = room - count * each;
    const written = [...bits(4, 4), ...bits(bytes.length, version < 10 ? 8 : 16), ...bytes.flatMap((byte) => bits(byte, 8)), 0, 0, 0, 0];
    if (written.length - 4 > data * 8) return null;
    const packed = range(data).map((at) => {
      const start = at * 8, fill = at - Math.ceil(written.length / 8);
      return fill < 0 ? range(8).reduce((sum, bit) => sum * 2 + (written[start + bit] || 0), 0) : fill % 2 ? 0x11 : 0xec;
    });
    const short = Math.floor(data / count), long = data % count, terms = divisor(each);
    const blocks = range(count).map((at) => {
      const start = at * short + Math.max(0, at - (count - long));
      return packed.slice(start, start + short + (at >= count - long ? 1 : 0));
    });
    return [...interleaved(blocks), ...interleaved(blocks.map((block) => checks(block, terms)))].flatMap((byte) => bits(byte, 8));
  };
  /* How hard a code is to read: long runs, squares, look-alikes of the corners, too much of one colour (section 7.8.3). */
  const penalty = (cells) => {
    const size = cells.length, turned = range(size).map((x) => cells.map((row) => row[x]));
    const lines = [...cells, ...turned].map((line) => line.join(""));
    const runs = lines.flatMap((line) => line.match(/0{5,}|1{5,}/g) || []).reduce((sum, run) => sum + run.length - 2, 0);
    const corners = lines.reduce((sum, line) => sum + (line.match(/(?=10111010000|00001011101)/g) || []).length, 0);
    const squares = range(size - 1).reduce((sum, y) => sum + range(size - 1).filter((x) => new Set([cells[y][x], cells[y][x + 1], cells[y + 1][x], cells[y + 1][x + 1]]).size === 1).length, 0);
    const dark = cells.flat().reduce((sum, cell) => sum + cell, 0) / size ** 2;
    return runs + 40 * corners + 3 * squares + 10 * Math.floor(Math.abs(dark - 0.5) * 20);
  };

  const drawn = (version, bytes) => {
    const cells = frame(version), places = course(cells), data = content(bytes, version, places.length >> 3);
    const variants = MASKS.map((hides, mask) => {
      const variant = cells.map((row) => [...row]);
      places.forEach(([x, y], at) => { variant[y][x] = (data[at] || 0) ^ (hides(x, y) ? 0 : 1); });
      writeFormat(variant, mask);
      return { variant, cost: penalty(variant) };
    });
    return variants.reduce((best, one) => (one.cost < best.cost ? one : best)).variant;
  };
  const fits = (version, bytes) => content(bytes, version, course(frame(version)).length >> 3) !== null;
  /* Rows of 0 and 1 in the smallest version that holds the text, or null when none does. */
  return (text) => {
    const bytes = [...new TextEncoder().encode(text)];
    const version = range(CHECKS.length).map((at) => at + 1).find((one) => fits(one, bytes));
    return version ? drawn(version, bytes) : null;
  };
})();
