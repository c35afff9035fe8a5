// The same pages for other eyes and other paper: dark, forced colours, little motion, four times as large, printed; and how much there is to fetch.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { course } from './lib/forms.mjs';
import { enter } from './lib/people.mjs';
import { stage } from './lib/stage.mjs';

const set = stage('looks');
const SCHEMES = { dark: { colorScheme: 'dark' }, forced: { forcedColors: 'active' } };

/** The pages looked at, as a guest: catalogue, course, sign-up with its mistakes. */
async function round(visitor) {
  const { say } = visitor;
  await visitor.go(course(visitor.lang));
  await visitor.keep('catalogue');
  await visitor.go(course(visitor.lang, 'kom-godt-i-gang'));
  await visitor.keep('course');
  await visitor.follow('link', say('course-sign-up'));
  await visitor.choose('radio', say('signup-payment-cvr'));
  await visitor.follow('button', say('signup-submit'), 422);
  await visitor.keep('signup-wrong');
}

for (const [scheme, options] of Object.entries(SCHEMES)) {
  test(`${scheme}: guests and staff`, async () => {
    await round(await set.visitor({ ...options, width: 320 }));
    const staff = await set.visitor({ ...options, lang: 'en' });
    await enter(staff, 'Asta Administrator');
    await staff.go('/en/house/demohuset');
    await staff.keep('house');
  });
}

test('little motion: nothing moves', async () => {
  const visitor = await set.visitor({ reducedMotion: 'reduce', width: 320 });
  await visitor.go(course('da'));
  await visitor.press('button', visitor.say('menu'));
  const moving = await visitor.page.evaluate(() =>
    [...document.querySelectorAll('*')].filter((element) => {
      const style = getComputedStyle(element);
      const seconds = (list) => Math.max(...list.split(',').map((part) => (part.includes('ms') ? parseFloat(part) / 1000 : parseFloat(part))));
      return seconds(style.transitionDuration) > 0.05 || (style.animationName !== 'none' && seconds(style.animationDuration) > 0.05);
    }).map((element) => `${element.tagName}.${element.className}`),
  );
  assert.deepEqual(moving, []);
});

describe('four times as large', () => {
  // A window of 1280 by 1024 at 400 % holds what one of 320 by 256 does.
  for (const lang of ['da', 'en']) {
    test(lang, async () => {
      const visitor = await set.visitor({ lang, width: 320, viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 });
      await visitor.go(course(lang, 'kom-godt-i-gang'));
      await visitor.follow('link', visitor.say('course-sign-up'));
      const first = visitor.field(visitor.say('signup-name')).first();
      await first.focus();
      const place = await first.evaluate((field) => {
        const { top, bottom } = field.getBoundingClientRect();
        const above = document.elementFromPoint(160, (top + bottom) / 2);
        return { inSight: top >= 0 && bottom <= innerHeight, uncovered: above === field };
      });
      assert.deepEqual(place, { inSight: true, uncovered: true }, 'nothing sticks over the field one writes in');
    });
  }

  test('text twice as large', async () => {
    const visitor = await set.visitor({ width: 1280 });
    await visitor.go(course('da', 'kom-godt-i-gang'));
    // As set in the browser by those who read large print.
    await visitor.tools.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } }).catch(() => {});
    await visitor.resize(640);
    await visitor.check();
    await visitor.keep('large-text');
  });
});

test('printed: the content is there, the furniture is not', async () => {
  const visitor = await set.visitor();
  const { page, say } = visitor;
  await visitor.go(course('da', 'kom-godt-i-gang'));
  await page.emulateMedia({ media: 'print' });
  assert.ok(await page.getByRole('heading', { level: 1 }).isVisible());
  assert.ok(await page.getByText(say('course-purpose')).isVisible());
  assert.ok(await page.getByRole('table').isVisible());
  for (const furniture of [visitor.find('navigation', say('main-menu')), visitor.find('link', 'English'), visitor.find('link', say('sign-in'))]) {
    assert.equal(await furniture.count(), 0);
  }
  const dark = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  assert.match(dark, /rgba\(0, 0, 0, 0\)|rgb\(255, 255, 255\)/);
  await visitor.keep('print');
  const sheet = await page.pdf({ format: 'A4' });
  assert.ok((sheet.toString('latin1').match(/\/Type ?\/Page\b/g) ?? []).length <= 4, 'a few sheets');
});

test('the first page is light and quickly there', async (t) => {
  const { page, tools, house } = await set.visitor();
  await tools.send('Network.enable');
  let bytes = 0;
  let requests = 0;
  tools.on('Network.loadingFinished', (event) => {
    bytes += event.encodedDataLength;
    requests += 1;
  });
  await page.goto(`${house.origin}/kurser`, { waitUntil: 'networkidle' });
  t.diagnostic(`${requests} requests, ${(bytes / 1024).toFixed(0)} KB`);
  assert.ok(bytes < 150 * 1024, `${bytes} bytes`);
  assert.ok(requests <= 12, `${requests} requests`);
  const weighed = bytes;
  await page.goto(`${house.origin}/kurser/kom-godt-i-gang`, { waitUntil: 'load' });
  assert.ok(bytes - weighed < 30 * 1024, 'the second page has only its own text to fetch');
});
