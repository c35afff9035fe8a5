// What the script adds to the component page, by keyboard and mouse; the page is looked over after each press.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { forms, news, oneResult } from './lib/components.mjs';
import { enter, ownMenu } from './lib/people.mjs';
import { stage } from './lib/stage.mjs';

const set = stage('alive');
const SOMEBODY = 'Ulla Underviser';

async function visit(options) {
  const visitor = await set.visitor(options);
  await visitor.go('/_ui');
  return visitor;
}

const focused = (page) => page.evaluate(() => document.activeElement?.id || document.activeElement?.textContent?.trim());

describe('menus', () => {
  test('the navigation opens as a drawer on a phone and gives focus back', async () => {
    const visitor = await visit({ width: 320 });
    const { page, say } = visitor;
    const link = visitor.find('link', say('nav-practical'), page.getByRole('navigation').first());
    await visitor.find('button', say('menu')).focus();
    await page.keyboard.press('Enter');
    assert.ok(await link.isVisible());
    await visitor.check();
    await page.keyboard.press('Escape');
    assert.ok(await link.isHidden());
    assert.equal(await focused(page), say('menu'));
  });

  test('without script the drawer opens too', async () => {
    const visitor = await visit({ width: 320, script: false });
    const { page, say } = visitor;
    const link = visitor.find('link', say('nav-practical'), page.getByRole('navigation').first());
    assert.ok(await link.isHidden());
    await visitor.press('button', say('menu'));
    assert.ok(await link.isVisible());
    await page.keyboard.press('Escape');
    assert.ok(await link.isHidden());
  });

  test('the menu of the person closes on Escape and elsewhere', async () => {
    const visitor = await set.visitor();
    const { page, say } = visitor;
    await enter(visitor, SOMEBODY);
    await visitor.go('/_ui');
    const out = visitor.find('button', say('sign-out'));
    await ownMenu(visitor, SOMEBODY);
    assert.ok(await out.isVisible());
    await visitor.check();
    await page.keyboard.press('Escape');
    assert.ok(await out.isHidden());
    await ownMenu(visitor, SOMEBODY);
    await page.locator('h1').click();
    assert.ok(await out.isHidden());
  });
});

describe('tabs and dialogs', () => {
  test('tabs follow the arrow keys and the address', async () => {
    const visitor = await visit();
    const { page } = visitor;
    await page.getByRole('tab', { name: 'Program' }).focus();
    await page.keyboard.press('ArrowRight');
    assert.equal(await focused(page), 'tab-people-tab');
    assert.ok(await page.locator('#tab-people').isVisible());
    assert.ok(await page.locator('#tab-program').isHidden());
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowRight');
    assert.equal(await focused(page), 'tab-program-tab');
    await visitor.check();
    await page.goto('/_ui#tab-place');
    await page.reload();
    assert.ok(await page.locator('#tab-place').isVisible());
  });

  test('a dialog opens with the space bar, holds focus and gives it back', async () => {
    const visitor = await visit();
    const { page } = visitor;
    await page.getByRole('button', { name: 'Læs betingelserne' }).focus();
    await page.keyboard.press('Space');
    assert.ok(await page.getByRole('dialog', { name: 'Betingelser' }).isVisible());
    await visitor.check();
    await page.getByText('Luk', { exact: true }).last().click();
    assert.ok(await page.locator('#dialog-terms').isHidden());
    assert.equal(await focused(page), 'Læs betingelserne');
  });
});

describe('forms', () => {
  test('a dangerous button asks first, and “no” sends nothing', async () => {
    const visitor = await visit();
    const { page } = visitor;
    const { sent, answer } = await forms(page);
    const button = page.getByRole('button', { name: 'Slet holdet' });
    await button.click();
    await visitor.check();
    assert.equal(await focused(page), 'Fortryd', 'the harmless answer has focus');
    await page.keyboard.press('Enter');
    assert.equal(await focused(page), 'Slet holdet');
    await button.click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Slet holdet' }).click({ noWaitAfter: true });
    await answer();
    assert.equal(sent.length, 1);
    assert.match(sent[0], /action=delete/);
  });

  test('an impatient second press sends nothing twice, and the next try works', async () => {
    const { page } = await visit();
    const { sent, answer } = await forms(page);
    const press = async () => {
      const again = page.waitForEvent('console', (message) => message.text() === 'pressed again');
      await page.getByRole('button', { name: 'Gem kladde' }).evaluate((button) => {
        button.click();
        setTimeout(() => {
          button.click();
          console.info('pressed again');
        }, 100);
      });
      await again;
      await answer();
    };
    await press();
    assert.equal(sent.length, 1);
    assert.match(sent[0], /action=draft/);
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    await press();
    assert.equal(sent.length, 2);
  });

  test('leaving with changes asks, leaving without does not', async () => {
    const visitor = await visit();
    const { page, questions } = visitor;
    await visitor.go('/kurser');
    assert.deepEqual(questions, []);
    await page.goBack();
    await page.locator('#f-g-name').fill('Ane');
    await visitor.go('/kurser');
    assert.deepEqual(questions, ['beforeunload']);
  });

  test('rows come and go without losing what was typed', async () => {
    const visitor = await visit();
    const { page } = visitor;
    const { sent } = await forms(page);
    const list = page.locator('#gallery-repeat');
    await page.locator('#f-deltagere-0-name').fill('Ane');
    await list.getByRole('button', { name: 'Tilføj deltager' }).click();
    assert.equal(await focused(page), 'f-deltagere-2-name');
    await visitor.hears('Deltager 3 er tilføjet');
    await visitor.check();
    await list.getByRole('button', { name: 'Tilføj deltager' }).click();
    assert.ok(await list.getByRole('button', { name: 'Tilføj deltager' }).isDisabled(), 'no more than the most');
    await list.getByRole('button', { name: 'Fjern Deltager 2' }).click();
    await visitor.hears('Deltager 2 er fjernet');
    assert.deepEqual(await list.locator('legend').allTextContents(), ['Deltager 1', 'Deltager 2', 'Deltager 3']);
    assert.equal(await focused(page), 'Deltager 1');
    await list.getByRole('button', { name: 'Tilføj deltager' }).click();
    assert.equal(await focused(page), 'f-deltagere-4-name', 'an index is never used twice');
    assert.equal(await page.locator('#f-deltagere-0-name').inputValue(), 'Ane');
    for (let left = 4; left > 1; left--) await list.getByRole('button', { name: `Fjern Deltager ${left}` }).click();
    assert.equal(await list.getByRole('button', { name: /Fjern/ }).count(), 0, 'no fewer than the fewest');
    assert.deepEqual(sent, []);
    await visitor.check();
  });

  test('the limit counts down and says so when it grows short', async () => {
    const visitor = await visit();
    const { page } = visitor;
    const field = page.locator('#f-g-case');
    await field.fill('x'.repeat(10));
    assert.equal(await page.locator('#f-g-case-limit').textContent(), 'Du har 290 tegn tilbage');
    await field.fill('x'.repeat(303));
    assert.equal(await page.locator('#f-g-case-limit').textContent(), 'Du har skrevet 3 tegn for meget');
    await visitor.hears('3 tegn for meget');
  });

  test('a value can be copied', async () => {
    const visitor = await visit({ permissions: ['clipboard-read', 'clipboard-write'] });
    const { page } = visitor;
    await page.getByRole('button', { name: 'Kopiér adressen' }).click();
    await visitor.hears('Kopieret');
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), 'https://kurser.example.dk/k/7f3q');
  });
});

describe('what is said', () => {
  test('nothing unasked, and of two things at once neither is lost', async () => {
    const visitor = await set.visitor();
    const { page } = visitor;
    const said = page.locator('#announcer');
    await page.clock.install();
    await visitor.go('/_ui');
    await page.clock.runFor(10_000);
    assert.equal(await said.textContent(), '');
    await page.locator('#gallery-repeat [data-repeat-add]').evaluate((button) => {
      button.click();
      button.click();
    });
    await page.clock.runFor(500);
    assert.equal(await said.textContent(), 'Deltager 3 er tilføjet Deltager 4 er tilføjet');
  });
});

describe('live parts', () => {
  test('a filter swaps its results, keeps focus and says the count', async () => {
    const visitor = await set.visitor();
    const { page } = visitor;
    await oneResult(page);
    await visitor.go('/_ui');
    const field = page.getByLabel('Ord i titlen');
    await field.focus();
    await page.keyboard.type('grund');
    await visitor.hears('1 kursus: grund');
    assert.equal(await focused(page), 'f-q');
    assert.equal(new URL(page.url()).search, '?q=grund');
    assert.match(await page.locator('#results').textContent(), /1 kursus: grund/);
    await field.fill('');
    await visitor.hears('3 kurser');
    assert.equal(new URL(page.url()).search, '');
    await visitor.check();
  });

  test('news replaces its part, is said once and moves no focus', async () => {
    const visitor = await set.visitor();
    const { page } = visitor;
    const tell = await news(page);
    await visitor.go('/_ui');
    await page.locator('#f-g-name').focus();
    await tell('swap', '<div id="clock">\n<p data-announce>Kl. 9.05: Ane er i gang</p></div>');
    await visitor.hears('Ane er i gang');
    assert.equal(await page.locator('#clock p').textContent(), 'Kl. 9.05: Ane er i gang');
    assert.equal(await focused(page), 'f-g-name');
    await tell('announce', 'Pause om fem minutter');
    await visitor.hears('Pause om fem minutter');
    await visitor.check();
  });
});
