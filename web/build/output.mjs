// Writes files under hashed names, compressed beforehand, and the list of them.

import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const TYPES = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  txt: 'text/plain; charset=utf-8',
};
// Fonts and pictures are compressed by themselves.
const COMPRESSIBLE = new Set(['css', 'js', 'svg', 'txt']);

export class Output {
  #folder;
  #rows = [];

  constructor(folder) {
    this.#folder = folder;
  }

  /** Writes one file and gives its name. `role` names it for the program (STYLE, SCRIPT, …); '' for the others. */
  async add(role, stem, extension, content) {
    const bytes = Buffer.from(content);
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
    const file = `${stem}-${hash}.${extension}`;
    const type = TYPES[extension];
    if (!type) throw new Error(`No content type known for .${extension}; add it to TYPES in build/output.mjs`);
    await mkdir(this.#folder, { recursive: true });
    await writeFile(join(this.#folder, file), bytes);
    const packed = [];
    if (COMPRESSIBLE.has(extension)) {
      const brotli = await promisify(brotliCompress)(bytes, {
        params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
      });
      const zipped = await promisify(gzip)(bytes, { level: 9 });
      await writeFile(join(this.#folder, `${file}.br`), brotli);
      await writeFile(join(this.#folder, `${file}.gz`), zipped);
      packed.push('br', 'gz');
    }
    this.#rows.push([role || '-', file, type, hash, packed.join(',') || '-']);
    return file;
  }

  async finish() {
    this.#rows.sort((a, b) => a[1].localeCompare(b[1]));
    await writeFile(join(this.#folder, 'manifest.tsv'), this.#rows.map((row) => row.join('\t') + '\n').join(''));
  }
}
