// The licences of what others made and we hand on: the design system, its fonts and its icons.

import { readFile } from 'node:fs/promises';

const PARTS = [
  ['Det Fælles Designsystem (styles and icons)', 'dkfds/LICENSE.md'],
  ['IBM Plex Sans (fonts)', 'dkfds/src/fonts/IBMPlexSans/split/woff2/license.txt'],
];

export async function licences(output) {
  const texts = await Promise.all(
    PARTS.map(async ([title, file]) => {
      const text = await readFile(new URL(`../node_modules/${file}`, import.meta.url), 'utf8');
      return `${title}\n${'='.repeat(title.length)}\n\n${text.trim()}\n`;
    }),
  );
  await output.add('LICENCES', 'licences', 'txt', texts.join('\n\n'));
}
