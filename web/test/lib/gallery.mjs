// Where the component page lies: written by cargo, once for all test files, unless GALLERY names a folder.

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = new URL('../../../', import.meta.url).pathname;

export function gallery() {
  if (process.env.GALLERY) return process.env.GALLERY;
  // A folder for each test file, because they run at the same time.
  const folder = join(ROOT, 'target', 'gallery', String(process.pid));
  execFileSync('cargo', ['run', '--quiet', '-p', 'ui', '--example', 'gallery', '--', folder], { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] });
  return folder;
}
