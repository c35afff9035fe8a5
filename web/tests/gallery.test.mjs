// The component page: every component in every state, in every scheme and width, with and without script.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { valid } from './lib/checks.mjs';
import { stage } from './lib/stage.mjs';

const set = stage('gallery');
const ADDRESS = { da: '/_ui', en: '/_ui?sprog=en' };
const SCHEMES = { light: {}, dark: { colorScheme: 'dark' }, forced: { forcedColors: 'active' } };

describe('looks right for everybody', () => {
  for (const [scheme, options] of Object.entries(SCHEMES)) {
    for (const lang of ['da', 'en']) {
      test(`${lang}, ${scheme}`, async () => {
        const visitor = await set.visitor({ lang, ...options });
        await visitor.go(ADDRESS[lang]);
        await visitor.keep('all');
        await visitor.resize(320);
        await visitor.check();
        await visitor.keep('all');
      });
    }
  }
});

test('without script everything is in reach', async () => {
  const visitor = await set.visitor({ script: false });
  const { page } = visitor;
  await visitor.go('/_ui');
  await visitor.resize(320);
  await visitor.check();
  for (const panel of ['#tab-program', '#tab-people', '#tab-place']) assert.ok(await page.locator(panel).isVisible(), panel);
  await page.getByRole('link', { name: 'Læs betingelserne' }).click();
  assert.ok(await page.locator('#dialog-terms').isVisible(), 'the dialog stands open in the page');
});

describe('is valid HTML', () => {
  for (const [lang, address] of Object.entries(ADDRESS)) {
    test(lang, async () => {
      const { context } = await set.visitor({ lang });
      await valid(await (await context.request.get(address)).text(), address);
    });
  }
});
