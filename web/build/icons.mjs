// Icons of the design system: one sprite with those we use, and small ones inside the style sheet.

import { readFile } from 'node:fs/promises';

const FOLDER = new URL('../node_modules/dkfds/dist/img/svg-icons/', import.meta.url);

async function icon(name) {
  try {
    return await readFile(new URL(`${name}.svg`, FOLDER), 'utf8');
  } catch {
    throw new Error(`The design system has no icon “${name}”; see node_modules/dkfds/dist/img/svg-icons for those it has`);
  }
}

/** The sprite of the icons in `icons.txt`. */
export async function sprite(output) {
  const names = (await readFile(new URL('../icons.txt', import.meta.url), 'utf8')).trim().split('\n');
  const symbols = await Promise.all(
    names.map(async (name) => {
      const svg = await icon(name);
      const [, attributes, inner] = svg.match(/<svg([^>]*)>([\s\S]*)<\/svg>/);
      const box = attributes.match(/viewBox="([^"]*)"/)?.[1] ?? '0 0 24 24';
      const clean = inner
        .replace(/<title>[\s\S]*?<\/title>/g, '')
        .replace(/ (fill|id|class)="[^"]*"/g, '')
        .replace(/>\s+</g, '><')
        .trim();
      return `<symbol id="${name}" viewBox="${box}">${clean}</symbol>`;
    }),
  );
  await output.add('SPRITE', 'icons', 'svg', `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>`);
}

/** An icon in one colour as a CSS `url()`. */
export async function inlineIcon(name, colour) {
  const svg = (await icon(name))
    .replace(/<\?xml[^>]*>|<!--[\s\S]*?-->/g, '')
    .replace(/ (fill|width|height|class|id)="[^"]*"/g, '')
    .replace(/>\s+</g, '><')
    .replace('<svg', `<svg fill="${colour}"`)
    .trim();
  const encoded = svg.replace(/"/g, "'").replace(/[#%<>{}]/g, (sign) => encodeURIComponent(sign));
  return `url("data:image/svg+xml,${encoded}")`;
}
