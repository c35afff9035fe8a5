// The style sheet: the parts of the design system we use and our own layers, with its colours turned into custom
// properties so that a dark scheme can change them.

import { transform } from 'esbuild';
import { compileAsync } from 'sass';
import { inlineIcon } from './icons.mjs';
import { recolour } from './colours.mjs';

export async function styles(output, fontFaces) {
  const { css } = await compileAsync(new URL('../styles/app.scss', import.meta.url).pathname, {
    loadPaths: [new URL('../node_modules', import.meta.url).pathname],
    style: 'expanded',
    charset: false,
    quietDeps: true,
    silenceDeprecations: ['if-function'],
  });
  const coloured = await recolour(css, inlineIcon);
  const { code } = await transform(`${fontFaces}\n${coloured}`, {
    loader: 'css',
    minify: true,
    legalComments: 'none',
    target: ['chrome109', 'firefox115', 'safari16'],
  });
  await output.add('STYLE', 'app', 'css', code);
}
