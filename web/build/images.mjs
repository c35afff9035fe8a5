// The house's own pictures, as they lie in `images/`.

import { readFile } from 'node:fs/promises';

const IMAGES = [
  ['FAVICON_SVG', 'favicon', 'svg'],
  ['FAVICON_ICO', 'favicon', 'ico'],
  ['TOUCH_ICON', 'touch-icon', 'png'],
  ['SHARE_IMAGE', 'share', 'png'],
];

export async function images(output) {
  for (const [role, stem, extension] of IMAGES) {
    const bytes = await readFile(new URL(`../images/${stem}.${extension}`, import.meta.url));
    await output.add(role, stem, extension, bytes);
  }
}
