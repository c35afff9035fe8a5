// Our script as one module.

import { build } from 'esbuild';

export async function script(output) {
  const result = await build({
    entryPoints: [new URL('../src/main.ts', import.meta.url).pathname],
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['es2022'],
    write: false,
    legalComments: 'none',
  });
  await output.add('SCRIPT', 'app', 'js', result.outputFiles[0].contents);
}
