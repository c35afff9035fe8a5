// Builds everything the browser gets into one folder: styles, script, fonts, icons, images, each with a hash of its
// content in its name and compressed beforehand. `manifest.tsv` lists them for `crates/assets/build.rs`.
//
//   node build.mjs [folder]        (default: dist)

import { rm } from 'node:fs/promises';
import { Output } from './build/output.mjs';
import { fonts } from './build/fonts.mjs';
import { sprite } from './build/icons.mjs';
import { images } from './build/images.mjs';
import { licences } from './build/licences.mjs';
import { script } from './build/script.mjs';
import { styles } from './build/styles.mjs';

const folder = process.argv[2] ?? new URL('dist', import.meta.url).pathname;
await rm(folder, { recursive: true, force: true });
const output = new Output(folder);

try {
  const faces = await fonts(output);
  await Promise.all([styles(output, faces), script(output), sprite(output), images(output), licences(output)]);
  await output.finish();
} catch (problem) {
  // The tools' messages name file and line; where they stood in their own code helps nobody.
  console.error(problem.message ?? problem);
  process.exit(1);
}
