// Draws the pictures of this folder that are not SVG, from `favicon.svg`. Only needed when the mark changes:
//
//   node images/draw.mjs

import { readFile, writeFile } from 'node:fs/promises';
import { launch } from '../tests/lib/browser.mjs';

const mark = (await readFile(new URL('favicon.svg', import.meta.url), 'utf8')).replace(/<style>.*<\/style>/, '');
const font = (await readFile(new URL('../node_modules/dkfds/src/fonts/IBMPlexSans/split/woff2/IBMPlexSans-SemiBold-Latin1.woff2', import.meta.url))).toString('base64');
const style = `<style>
  @font-face { font-family: Plex; src: url(data:font/woff2;base64,${font}) }
  * { margin: 0 } body { background: #fff } svg { display: block } .t { fill: #0f4f5c } .s { fill: #febb30 }
  .share { box-sizing: border-box; width: 1200px; height: 630px; padding: 0 110px; display: flex; align-items: center; gap: 80px;
    border-top: 24px solid #0f4f5c; font: 150px Plex; letter-spacing: -.02em; color: #14201f }
  .share svg { width: 320px } .touch { width: 180px; height: 180px; display: grid; place-items: center } .touch svg { width: 140px }
  .small svg { width: 32px }
</style>`;

const browser = await launch();

async function draw(width, height, body, transparent = false) {
  const page = await browser.newPage({ viewport: { width, height } });
  await page.setContent(style + body);
  await page.evaluate(() => document.fonts.ready);
  if (transparent) await page.addStyleTag({ content: 'body { background: none }' });
  const png = await page.screenshot({ omitBackground: transparent });
  await page.close();
  return png;
}

await writeFile(new URL('share.png', import.meta.url), await draw(1200, 630, `<div class="share">${mark}<span>Inddrag</span></div>`));
await writeFile(new URL('touch-icon.png', import.meta.url), await draw(180, 180, `<div class="touch">${mark}</div>`));
const small = await draw(32, 32, `<div class="small">${mark}</div>`, true);
// An ICO file may hold a PNG: six bytes of head, sixteen for the one picture, then the picture.
const head = Buffer.alloc(22);
head.writeUInt16LE(1, 2);
head.writeUInt16LE(1, 4);
head.writeUInt8(32, 6);
head.writeUInt8(32, 7);
head.writeUInt16LE(1, 10);
head.writeUInt16LE(32, 12);
head.writeUInt32LE(small.length, 14);
head.writeUInt32LE(22, 18);
await writeFile(new URL('favicon.ico', import.meta.url), Buffer.concat([head, small]));
await browser.close();
