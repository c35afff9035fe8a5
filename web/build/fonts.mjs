// IBM Plex Sans, Latin subset only, three weights: the package's own rules make browsers fetch three times as much.

import { readFile } from 'node:fs/promises';

const FOLDER = new URL('../node_modules/dkfds/src/fonts/IBMPlexSans/split/woff2/', import.meta.url);
// What the Latin1 files hold: Danish, English and the neighbours, with the typographic signs we print.
const RANGE =
  'U+0000,U+000D,U+0020-007E,U+00A0-00FF,U+0131,U+0152-0153,U+02C6,U+02DA,U+02DC,U+2013-2014,U+2018-201A,U+201C-201E,' +
  'U+2020-2022,U+2026,U+2030,U+2039-203A,U+2044,U+20AC,U+2122,U+2212,U+FB01-FB02';
// File, weights it serves, and whether the first page needs it at once.
const FACES = [
  ['Regular', '400', true],
  ['Medium', '500', false],
  ['SemiBold', '600 900', true],
];

/** Writes the files and gives the `@font-face` rules. */
export async function fonts(output) {
  const rules = [];
  for (const [name, weight, first] of FACES) {
    const bytes = await readFile(new URL(`IBMPlexSans-${name}-Latin1.woff2`, FOLDER));
    const file = await output.add(first ? 'PRELOAD_FONT' : '', `plex-${name.toLowerCase()}`, 'woff2', bytes);
    rules.push(
      `@font-face{font-family:"IBM Plex Sans";font-style:normal;font-weight:${weight};font-display:swap;` +
        `src:url(${file}) format("woff2");unicode-range:${RANGE}}`,
    );
  }
  return rules.join('\n');
}
