// Seats as they are taken, in pages that are open.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { course, people, signUp } from './lib/forms.mjs';
import { stage } from './lib/stage.mjs';

const set = stage('live');
const SLUG = 'borgerinddragelsesforloeb-i-praksis';

/** The row of the edition one can sign up for, and how many seats it says are left. */
const open = (visitor) => visitor.page.getByRole('row').filter({ has: visitor.find('link', visitor.say('course-sign-up')) });
const seats = async (visitor) => Number(/(\d+) (?:ledige|plads|seat)/.exec(await open(visitor).innerText())[1]);

async function waitForSeats(visitor, count) {
  const pattern = new RegExp(`(?<!\\d)${count} (ledig|plads|seat)`);
  await open(visitor).filter({ hasText: pattern }).waitFor({ timeout: 20_000 });
}

describe('an open page follows the seats', () => {
  for (const lang of ['da', 'en']) {
    test(`the badge changes without a reload and is said politely, ${lang}`, async () => {
      const watching = await set.visitor({ lang });
      const { page } = watching;
      await watching.go(course(lang, SLUG));
      const before = await seats(watching);
      await page.getByRole('link', { name: watching.say('course-sign-up') }).focus();
      await page.evaluate(() => (window.unreloaded = true));
      await signUp(await set.visitor({ script: false }), SLUG, people(1, `live-${lang}`));
      await waitForSeats(watching, before - 1);
      assert.ok(await page.evaluate(() => window.unreloaded), 'the same page as before');
      await watching.hears(`: ${before - 1} `);
      assert.equal(await page.evaluate(() => document.activeElement.textContent.trim()), watching.say('course-sign-up'), 'focus stays where it was');
      await watching.check();
      await watching.keep('seat-taken');
    });
  }

  test('after the server was away, it catches up and goes on', async () => {
    const watching = await set.visitor();
    await watching.go(course('da', SLUG));
    const before = await seats(watching);
    await set.house.stop();
    await watching.page.getByText(watching.say('live-lost')).waitFor({ timeout: 15_000 });
    await set.house.start();
    await signUp(await set.visitor({ script: false }), SLUG, people(2, 'again'));
    await waitForSeats(watching, before - 2);
    await watching.page.getByText(watching.say('live-lost')).waitFor({ state: 'hidden', timeout: 15_000 });
    // The browser tells its console that the connection was lost; that is what was tried here.
    watching.faults.length = 0;
    await watching.check();
  });

  test('without script there is a link that fetches the page again', async () => {
    const visitor = await set.visitor({ script: false, width: 320 });
    await visitor.go(course('da', SLUG));
    await visitor.follow('link', visitor.say('live-reload'));
  });
});
