// The component page in a real browser: accessible in every scheme and width, with and without script, and alive.
//
//   npm run gallery                     writes the page with cargo first
//   GALLERY=folder npm run gallery      takes the page from there
//   SHOTS=folder npm run gallery        keeps pictures too

import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { gallery } from './lib/gallery.mjs';
import { accessible, launch, NARROW, open, reflows, valid, WIDE, wellFormed } from './lib/browser.mjs';
import { serve } from './lib/server.mjs';

let folder;
let browser;
let site;

before(async () => {
  folder = gallery();
  site = await serve(folder);
  browser = await launch();
});

after(async () => {
  await browser?.close();
  site?.close();
});

const SCHEMES = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  forced: { forcedColors: 'active' },
};

describe('looks right for everybody', () => {
  for (const name of ['da', 'en', 'front-da', 'front-en']) {
    for (const [scheme, emulation] of Object.entries(SCHEMES)) {
      for (const [width, viewport] of Object.entries({ narrow: NARROW, wide: WIDE })) {
        test(`${name}, ${scheme}, ${width}`, async () => {
          const page = await open(browser, `${site.origin}/${name}.html`, { viewport, ...emulation });
          const where = `${name} ${scheme} ${width}`;
          await accessible(page, where);
          await reflows(page, where);
          await wellFormed(page, where);
          if (process.env.SHOTS) await page.screenshot({ path: join(process.env.SHOTS, `${name}-${scheme}-${width}.png`), fullPage: true });
          assert.deepEqual(page.faults, []);
          await page.context().close();
        });
      }
    }
  }
});

describe('without script', () => {
  for (const [width, viewport] of Object.entries({ narrow: NARROW, wide: WIDE })) {
    test(`everything is in reach, ${width}`, async () => {
      // Our script is kept out; the browser's own stays on, because axe needs it.
      const page = await open(browser, `${site.origin}/da.html`, { viewport }, /app-.*\.js/);
      await accessible(page, `no script ${width}`);
      await reflows(page, `no script ${width}`);
      for (const panel of ['#tab-program', '#tab-people', '#tab-place']) assert.ok(await page.locator(panel).isVisible(), panel);
      await page.getByRole('link', { name: 'Læs betingelserne' }).click();
      assert.ok(await page.locator('#dialog-terms').isVisible(), 'the dialog stands open in the page');
      if (process.env.SHOTS) await page.screenshot({ path: join(process.env.SHOTS, `noscript-${width}.png`), fullPage: true });
      await page.context().close();
    });
  }

  test('the menu opens on a phone', async () => {
    const page = await open(browser, `${site.origin}/da.html`, { viewport: NARROW, javaScriptEnabled: false });
    assert.ok(await page.getByRole('link', { name: 'Metoder' }).isHidden());
    await page.getByRole('button', { name: 'Menu' }).click();
    assert.ok(await page.getByRole('link', { name: 'Metoder' }).isVisible());
    await page.keyboard.press('Escape');
    assert.ok(await page.getByRole('link', { name: 'Metoder' }).isHidden());
    await page.context().close();
  });
});

describe('is valid HTML', () => {
  for (const name of ['da', 'en', 'front-da', 'front-en']) {
    test(name, () => valid(readFileSync(join(folder, `${name}.html`), 'utf8'), name));
  }
});

test('the first page is light', () => {
  const sizes = readdirSync(join(folder, 'assets')).filter((file) => /woff2$|css$|js$/.test(file));
  assert.ok(sizes.length >= 5, 'styles, script and fonts are there');
  // Uncompressed; the compressed sizes are kept by a test of crates/assets.
  const fonts = sizes.filter((file) => file.endsWith('woff2')).reduce((sum, file) => sum + statSync(join(folder, 'assets', file)).size, 0);
  assert.ok(fonts < 55_000, `fonts are ${fonts} bytes`);
});
