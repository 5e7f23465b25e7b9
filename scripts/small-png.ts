// Writes a picture of a page as a small PNG: at most 256 colours, each given by its number, and packed as well as can be.

import { crc32, deflateSync } from 'node:zlib';

/** @param pixels red, green, blue and alpha of each pixel, row by row */
export function smallPng(pixels: Uint8Array, width: number, height: number): Buffer {
  for (let coarseness = 2; ; coarseness *= 2) {
    const palette = new Map<number, number>();
    const rows = Buffer.alloc((width + 1) * height);
    for (let at = 0; at < width * height; at++) {
      const [red, green, blue] = [0, 1, 2].map((part) => coarse(pixels[4 * at + part] ?? 0, coarseness));
      const colour = ((red ?? 0) << 16) | ((green ?? 0) << 8) | (blue ?? 0);
      if (!palette.has(colour)) palette.set(colour, palette.size);
      rows[at + Math.floor(at / width) + 1] = palette.get(colour) ?? 0;
    }
    if (palette.size <= 256) return written(rows, [...palette.keys()], width, height);
  }
}

/** A level that is close to this one; full light stays full. */
const coarse = (level: number, coarseness: number) =>
  Math.min(255, Math.round(level / coarseness) * coarseness);

function written(rows: Buffer, colours: readonly number[], width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits a pixel, colours from the palette.
  header.set([8, 3, 0, 0, 0], 8);
  const palette = Buffer.from(colours.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
