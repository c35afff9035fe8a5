// The report of a draw: a file of its own, without the program behind it. Accessible in both languages, every scheme and width, opened at somebody's id, and printed.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { launch } from './lib/browser.mjs';
import { accessible, reflows, valid } from './lib/checks.mjs';
import { ARTEFACTS, PROGRAM, ROOT } from './lib/house.mjs';

const REPORTS = { da: 'report.html', en: 'report.en.html' };
const SCHEMES = { light: {}, dark: { colorScheme: 'dark' }, forced: { forcedColors: 'active' } };
const folder = mkdtempSync(join(tmpdir(), 'inddrag-report-'));
const draw = join(folder, 'draw');
const panel = (...words) => execFileSync(PROGRAM, ['panel', ...words], { cwd: join(ROOT, 'content/demo/panel') });
let browser;

before(async () => {
  const lists = ['--features', 'kvoter.csv', '--people', 'pulje.csv', '--id', 'id', '--size', '30', '--households', 'Adresse,Postnummer'];
  panel('select', ...lists, '--lottery', '1000', '--no-draw', '--out', draw);
  panel('lottery', draw, '--throws', '0,4,2');
  browser = await launch();
});

after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(lang, options, at = '') {
  const context = await browser.newContext({ locale: lang, ...options });
  const page = await context.newPage();
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`file://${join(draw, REPORTS[lang])}${at}`);
  return { page, asked };
}

describe('reads well for everybody', () => {
  for (const [scheme, options] of Object.entries(SCHEMES)) {
    for (const lang of Object.keys(REPORTS)) {
      test(`${lang}, ${scheme}`, async () => {
        const { page, asked } = await open(lang, options);
        assert.ok((await page.locator('html').getAttribute('lang')).startsWith(lang));
        for (const width of [1280, 320]) {
          await page.setViewportSize({ width, height: 900 });
          await accessible(page, `${lang} ${scheme} ${width}`);
          await reflows(page, `${lang} ${scheme} ${width}`);
        }
        for (const summary of await page.locator('summary').all()) await summary.click();
        await accessible(page, `${lang} ${scheme}, everything open`);
        await reflows(page, `${lang} ${scheme}, everything open`);
        await page.screenshot({ path: join(ARTEFACTS, `report-${lang}-${scheme}.png`), fullPage: true });
        assert.equal(asked.length, 1, `it needs nothing but itself: ${asked}`);
      });
    }
  }
});

test('somebody who knows their id finds their chance and why, without script', async () => {
  const { page } = await open('da', { javaScriptEnabled: false }, '#id-F001');
  const own = page.locator('[id="id-F001"]');
  assert.ok(await own.isVisible(), 'the address with the id opens the place');
  const reason = await page.locator('details', { has: own }).innerText();
  assert.match(reason, /Chancen er \d/);
});

test('from one language to the other', async () => {
  const { page } = await open('da', {});
  await page.getByRole('link', { name: 'Read this report in English' }).click();
  assert.ok((await page.locator('html').getAttribute('lang')).startsWith('en'));
});

test('on paper everything is there', async () => {
  const { page } = await open('da', {});
  const paper = await page.pdf({ path: join(ARTEFACTS, 'report.pdf'), format: 'A4' });
  assert.ok(paper.length > 20_000);
});

describe('is valid HTML', () => {
  for (const [lang, name] of Object.entries(REPORTS)) {
    test(lang, () => valid(readFileSync(join(draw, name), 'utf8'), name));
  }
});
