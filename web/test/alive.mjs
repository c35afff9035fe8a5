// What the script adds to the component page, by keyboard and mouse, and checked by axe after each press.

import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { accessible, launch, NARROW, open } from './lib/browser.mjs';
import { gallery } from './lib/gallery.mjs';
import { serve } from './lib/server.mjs';

let browser;
let site;
let page;

before(async () => {
  site = await serve(gallery());
  browser = await launch();
});

after(async () => {
  await browser?.close();
  site?.close();
});

beforeEach(async () => {
  site.posts.length = 0;
  page = await open(browser, `${site.origin}/da.html`, { permissions: ['clipboard-read', 'clipboard-write'] });
});

afterEach(async () => {
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

const said = () => page.locator('#announcer').textContent();
const hears = async (text) => {
  await page.waitForFunction((text) => document.getElementById('announcer').textContent.includes(text), text, { timeout: 15_000 });
};
const focused = () => page.evaluate(() => document.activeElement?.id || document.activeElement?.textContent?.trim());

describe('menus', () => {
  test('the navigation opens as a drawer on a phone and gives focus back', async () => {
    await page.setViewportSize(NARROW);
    const button = page.getByRole('button', { name: 'Menu' });
    await button.focus();
    await page.keyboard.press('Enter');
    assert.ok(await page.getByRole('link', { name: 'Metoder' }).isVisible());
    await accessible(page, 'open drawer');
    await page.keyboard.press('Escape');
    assert.ok(await page.getByRole('link', { name: 'Metoder' }).isHidden());
    assert.equal(await focused(), 'Menu');
  });

  test('the menu of the person closes on Escape and elsewhere', async () => {
    const summary = page.locator('.user-menu summary');
    await summary.click();
    assert.ok(await page.getByRole('button', { name: 'Log ud' }).isVisible());
    await accessible(page, 'open user menu');
    await page.keyboard.press('Escape');
    assert.ok(await page.getByRole('button', { name: 'Log ud' }).isHidden());
    await summary.click();
    await page.locator('h1').click();
    assert.ok(await page.getByRole('button', { name: 'Log ud' }).isHidden());
  });
});

describe('tabs and dialogs', () => {
  test('tabs follow the arrow keys and the address', async () => {
    await page.getByRole('tab', { name: 'Program' }).focus();
    await page.keyboard.press('ArrowRight');
    assert.equal(await focused(), 'tab-people-tab');
    assert.ok(await page.locator('#tab-people').isVisible());
    assert.ok(await page.locator('#tab-program').isHidden());
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowRight');
    assert.equal(await focused(), 'tab-program-tab');
    await accessible(page, 'tabs');
    await page.goto(`${site.origin}/da.html#tab-place`);
    await page.reload();
    assert.ok(await page.locator('#tab-place').isVisible());
  });

  test('a dialog opens with the space bar, holds focus and gives it back', async () => {
    await page.getByRole('button', { name: 'Læs betingelserne' }).focus();
    await page.keyboard.press('Space');
    assert.ok(await page.getByRole('dialog', { name: 'Betingelser' }).isVisible());
    await accessible(page, 'open dialog');
    await page.getByText('Luk', { exact: true }).last().click();
    assert.ok(await page.locator('#dialog-terms').isHidden());
    assert.equal(await focused(), 'Læs betingelserne');
  });
});

describe('forms', () => {
  test('a dangerous button asks first, and “no” sends nothing', async () => {
    const button = page.getByRole('button', { name: 'Slet holdet' });
    await button.click();
    await accessible(page, 'confirm');
    assert.equal(await focused(), 'Fortryd', 'the harmless answer has focus');
    await page.keyboard.press('Enter');
    assert.equal(site.posts.length, 0);
    assert.equal(await focused(), 'Slet holdet');
    await button.click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Slet holdet' }).click();
    await page.waitForTimeout(500);
    assert.equal(site.posts.length, 1);
    assert.match(site.posts[0], /action=delete/);
  });

  test('an impatient second press sends nothing twice, and the next try works', async () => {
    await page.getByRole('button', { name: 'Gem kladde' }).evaluate((button) => {
      button.click();
      button.click();
      button.click();
    });
    await page.waitForTimeout(500);
    assert.equal(site.posts.length, 1);
    assert.match(site.posts[0], /action=draft/);
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    await page.getByRole('button', { name: 'Gem kladde' }).click();
    await page.waitForTimeout(500);
    assert.equal(site.posts.length, 2);
  });

  test('leaving with changes asks, leaving without does not', async () => {
    const asked = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    await page.goto(`${site.origin}/front-da.html`);
    assert.deepEqual(asked, []);
    await page.goBack();
    await page.locator('#f-g-name').fill('Ane');
    await page.goto(`${site.origin}/front-da.html`);
    assert.deepEqual(asked, ['beforeunload']);
  });

  test('rows come and go without losing what was typed', async () => {
    const list = page.locator('#gallery-repeat');
    await page.locator('#f-deltagere-0-name').fill('Ane');
    await list.getByRole('button', { name: 'Tilføj deltager' }).click();
    assert.equal(await focused(), 'f-deltagere-2-name');
    await hears('Deltager 3 er tilføjet');
    await accessible(page, 'row added');
    await list.getByRole('button', { name: 'Tilføj deltager' }).click();
    assert.ok(await list.getByRole('button', { name: 'Tilføj deltager' }).isDisabled(), 'no more than the most');
    await list.getByRole('button', { name: 'Fjern Deltager 2' }).click();
    await hears('Deltager 2 er fjernet');
    assert.deepEqual(await list.locator('legend').allTextContents(), ['Deltager 1', 'Deltager 2', 'Deltager 3']);
    assert.equal(await focused(), 'Deltager 1');
    await list.getByRole('button', { name: 'Tilføj deltager' }).click();
    assert.equal(await focused(), 'f-deltagere-4-name', 'an index is never used twice');
    assert.equal(await page.locator('#f-deltagere-0-name').inputValue(), 'Ane');
    for (let left = 4; left > 1; left--) await list.getByRole('button', { name: `Fjern Deltager ${left}` }).click();
    assert.equal(await list.getByRole('button', { name: /Fjern/ }).count(), 0, 'no fewer than the fewest');
    assert.equal(site.posts.length, 0);
    await accessible(page, 'one row left');
  });

  test('the limit counts down and says so when it grows short', async () => {
    const field = page.locator('#f-g-case');
    await field.fill('x'.repeat(10));
    assert.equal(await page.locator('#f-g-case-limit').textContent(), 'Du har 290 tegn tilbage');
    await field.fill('x'.repeat(303));
    assert.equal(await page.locator('#f-g-case-limit').textContent(), 'Du har skrevet 3 tegn for meget');
    await hears('3 tegn for meget');
  });

  test('a value can be copied', async () => {
    await page.getByRole('button', { name: 'Kopiér adressen' }).click();
    await hears('Kopieret');
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), 'https://kurser.example.dk/k/7f3q');
  });
});

describe('live parts', () => {
  test('a filter swaps its results, keeps focus and says the count', async () => {
    await page.goto(`${site.origin}/_ui`);
    const field = page.getByLabel('Ord i titlen');
    await field.focus();
    await page.keyboard.type('grund');
    await hears('1 kursus: grund');
    assert.equal(await focused(), 'f-q');
    assert.equal(new URL(page.url()).search, '?q=grund');
    assert.match(await page.locator('#results').textContent(), /1 kursus: grund/);
    await field.fill('');
    await hears('3 kurser');
    assert.equal(new URL(page.url()).search, '');
    await accessible(page, 'filtered');
  });

  test('news replaces its part, is said once and moves no focus', async () => {
    await page.waitForTimeout(300);
    assert.equal(site.streams(), 1);
    await page.locator('#f-g-name').focus();
    site.news('swap', '<div id="clock">\n<p data-announce>Kl. 9.05: Ane er i gang</p></div>');
    await hears('Ane er i gang');
    assert.equal(await page.locator('#clock p').textContent(), 'Kl. 9.05: Ane er i gang');
    assert.equal(await focused(), 'f-g-name');
    site.news('announce', 'Pause om fem minutter');
    await hears('Pause om fem minutter');
    assert.ok((await said()).length > 0);
    await accessible(page, 'after news');
  });
});
