// Pictures of pages have few colours: with a palette of 256 they take a third of the space. The browser reads the pixels, zlib packs them.

import { crc32, deflateSync } from 'node:zlib';

const MOST = 256;

/** The same picture as an indexed PNG. `page` is any page of a browser. */
export async function smaller(page, png) {
  const { width, height, base64 } = await page.evaluate(async (source) => {
    const bitmap = await createImageBitmap(await (await fetch(source)).blob());
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const pen = canvas.getContext('2d');
    pen.drawImage(bitmap, 0, 0);
    const { data } = pen.getImageData(0, 0, bitmap.width, bitmap.height);
    let text = '';
    for (let at = 0; at < data.length; at += 32768) text += String.fromCharCode(...data.subarray(at, at + 32768));
    return { width: bitmap.width, height: bitmap.height, base64: btoa(text) };
  }, `data:image/png;base64,${png.toString('base64')}`);
  return indexed(width, height, Buffer.from(base64, 'base64'));
}

function indexed(width, height, pixels) {
  const counts = new Map();
  const colour = (at) => (pixels[at] << 16) | (pixels[at + 1] << 8) | pixels[at + 2];
  for (let at = 0; at < pixels.length; at += 4) counts.set(colour(at), (counts.get(colour(at)) ?? 0) + 1);
  const palette = boxes([...counts]).map(middle);
  const nearest = new Map([...counts.keys()].map((each) => [each, closest(palette, each)]));
  const rows = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) rows[y * (width + 1) + 1 + x] = nearest.get(colour((y * width + x) * 4));
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8); // eight bits, by palette
  const table = Buffer.from(palette.flatMap((each) => [each >> 16, (each >> 8) & 255, each & 255]));
  const parts = [chunk('IHDR', head), chunk('PLTE', table), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), ...parts]);
}

function chunk(name, body) {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(body.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}

const CHANNELS = [16, 8, 0];
const channel = (each, shift) => (each >> shift) & 255;

/** Median cut: the box with the widest spread, weighed by how many pixels it holds, is cut in two until there are enough. */
function boxes(colours) {
  const all = [colours];
  while (all.length < MOST) {
    const widest = all.map((box, at) => ({ at, ...spread(box) })).sort((a, b) => b.weight - a.weight)[0];
    if (!widest.weight) break;
    const [box] = all.splice(widest.at, 1);
    box.sort((a, b) => channel(a[0], widest.shift) - channel(b[0], widest.shift));
    const half = box.reduce((sum, [, count]) => sum + count, 0) / 2;
    let passed = 0;
    let cut = 1;
    while (cut < box.length - 1 && (passed += box[cut - 1][1]) < half) cut++;
    all.push(box.slice(0, cut), box.slice(cut));
  }
  return all;
}

function spread(box) {
  if (box.length < 2) return { weight: 0, shift: 0 };
  const ranges = CHANNELS.map((shift) => {
    const values = box.map(([each]) => channel(each, shift));
    return { shift, range: values.reduce((a, b) => Math.max(a, b), 0) - values.reduce((a, b) => Math.min(a, b), 255) };
  });
  const { shift, range } = ranges.sort((a, b) => b.range - a.range)[0];
  const pixels = box.reduce((sum, [, count]) => sum + count, 0);
  return { weight: range * Math.sqrt(pixels), shift };
}

/** The colour most pixels of a box have, so that flat areas keep theirs exactly. */
const middle = (box) => box.reduce((best, each) => (each[1] > best[1] ? each : best))[0];

function closest(palette, wanted) {
  let best = 0;
  let least = Infinity;
  for (const [at, each] of palette.entries()) {
    const distance = CHANNELS.reduce((sum, shift) => sum + (channel(each, shift) - channel(wanted, shift)) ** 2, 0);
    if (distance < least) [best, least] = [at, distance];
  }
  return best;
}
