/** Screenshots with a palette: a third of the bytes, and nobody sees the difference. Reads what Chromium writes: 8 bits, RGB or RGBA. */
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const MOST_COLOURS = 128;

/** The same picture with few colors. @param {Buffer} png */
export function smaller(png) {
  const { width, height, pixels } = decode(png);
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (const color of pixels) counts.set(color, (counts.get(color) ?? 0) + 1);
  const palette = paletteOf(counts);
  const index = new Map([...counts.keys()].map((color) => [color, nearest(palette, color)]));

  const rows = Buffer.alloc((width + 1) * height);
  for (let at = 0; at < pixels.length; at++)
    rows[at + Math.floor(at / width) + 1] = index.get(/** @type {number} */ (pixels[at])) ?? 0;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(parts))),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** @param {number} color */
const parts = (color) => [color >> 16, (color >> 8) & 255, color & 255];

/** Halves the box of colors that is worst served by one color until there are enough boxes. @param {Map<number, number>} counts */
function paletteOf(counts) {
  const boxes = [boxOf([...counts].map(([color, count]) => ({ color, count, parts: parts(color) })))];
  while (boxes.length < MOST_COLOURS) {
    boxes.sort((a, b) => a.error - b.error);
    if ((boxes.at(-1)?.error ?? 0) === 0) break;
    const { colors, axis, mean } = /** @type {ReturnType<typeof boxOf>} */ (boxes.pop());
    const below = colors.filter((one) => part(one, axis) < (mean[axis] ?? 0));
    const above = colors.filter((one) => part(one, axis) >= (mean[axis] ?? 0));
    boxes.push(boxOf(below), boxOf(above));
  }
  // A plain surface keeps its color: the most frequent of a box stands for it when it is most of the box.
  return boxes.map(({ colors, mean, weight }) => {
    const top = colors.reduce((a, b) => (b.count > a.count ? b : a));
    if (2 * top.count > weight) return top.color;
    const [red = 0, green = 0, blue = 0] = mean.map(Math.round);
    return (red << 16) | (green << 8) | blue;
  });
}

/** @typedef {{ color: number, count: number, parts: number[] }} Counted */
/** @param {Counted} one @param {number} axis */
const part = (one, axis) => one.parts[axis] ?? 0;

/** Colors, their mean, the axis on which they differ most, and how much. @param {Counted[]} colors */
function boxOf(colors) {
  const weight = colors.reduce((sum, { count }) => sum + count, 0);
  const mean = [0, 1, 2].map((axis) => colors.reduce((sum, one) => sum + part(one, axis) * one.count, 0) / weight);
  const spread = mean.map((center, axis) =>
    colors.reduce((sum, one) => sum + (part(one, axis) - center) ** 2 * one.count, 0),
  );
  const error = colors.length > 1 ? Math.max(...spread) : 0;
  return { colors, weight, mean, error, axis: spread.indexOf(Math.max(...spread)) };
}

/** @param {number[]} palette @param {number} color */
function nearest(palette, color) {
  const [red = 0, green = 0, blue = 0] = parts(color);
  let [best, least] = [0, Number.POSITIVE_INFINITY];
  for (const [at, other] of palette.entries()) {
    const distance = (red - (other >> 16)) ** 2 + (green - ((other >> 8) & 255)) ** 2 + (blue - (other & 255)) ** 2;
    if (distance < least) [best, least] = [at, distance];
  }
  return best;
}

/** @param {Buffer} png */
function decode(png) {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const bytes = png[25] === 6 ? 4 : 3;
  const data = [];
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12)
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      data.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  const raw = inflateSync(Buffer.concat(data));
  const stride = width * bytes;
  const pixels = new Uint32Array(width * height);
  let above = Buffer.alloc(stride);
  for (let y = 0; y < height; y++) {
    const start = y * (stride + 1);
    const row = raw.subarray(start + 1, start + 1 + stride);
    unfilter(raw[start] ?? 0, row, above, bytes);
    for (let x = 0; x < width; x++) pixels[y * width + x] = row.readUIntBE(x * bytes, 3);
    above = row;
  }
  return { width, height, pixels };
}

/** Adds to each byte what the filter of its row took from it. @param {number} filter @param {Buffer} row @param {Buffer} above @param {number} bytes */
function unfilter(filter, row, above, bytes) {
  for (let at = 0; at < row.length; at++) {
    const a = row[at - bytes] ?? 0;
    const b = above[at] ?? 0;
    const c = above[at - bytes] ?? 0;
    const added = [0, a, b, (a + b) >> 1, filter === 4 ? paeth(a, b, c) : 0][filter] ?? 0;
    row[at] = (row[at] ?? 0) + added;
  }
}

/** @param {number} a @param {number} b @param {number} c */
function paeth(a, b, c) {
  const [pa, pb, pc] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)];
  if (pa <= pb && pa <= pc) return a;
  return pb <= pc ? b : c;
}

/** @param {string} type @param {Buffer} data */
function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
