// Finding a course: looking, searching, narrowing down, and what stands on the pages around it.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { course } from './lib/forms.mjs';
import { EVERY_WAY, stage, TWO_WAYS, way } from './lib/stage.mjs';

const set = stage('catalogue');
const WORDS = { da: { find: 'digital', none: 'gulvtæppe' }, en: { find: 'digital', none: 'carpet' } };

describe('a visitor finds a course', () => {
  for (const how of EVERY_WAY) {
    test(way(how), async () => {
      const visitor = await set.visitor(how);
      const { say, page } = visitor;
      await visitor.go(how.lang === 'da' ? '/' : '/en');
      assert.equal(new URL(page.url()).pathname, course(how.lang));
      await visitor.keep('1-all');
      await search(visitor, WORDS[how.lang].none);
      assert.ok(await visitor.find('heading', say('catalogue-empty-title')).isVisible());
      await visitor.keep('2-none');
      await visitor.follow('link', say('catalogue-all'));
      await search(visitor, WORDS[how.lang].find);
      assert.ok((await visitor.text()).includes(say('catalogue-results', { count: 1 })));
      assert.equal(new URL(page.url()).searchParams.get('q'), WORDS[how.lang].find);
      await visitor.go(course(how.lang));
      await narrow(visitor);
      for (const status of ['status-full', 'status-closed', 'status-cancelled']) assert.ok(!(await visitor.text()).includes(say(status)), status);
      await visitor.keep('3-open');
      const name = (await page.getByRole('main').getByRole('heading', { level: 3 }).first().innerText()).trim();
      await visitor.follow('link', name);
      assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), name);
      for (const part of ['course-editions', 'course-purpose', 'course-outcomes']) assert.ok(await visitor.find('heading', say(part)).isVisible(), part);
      await visitor.keep('4-course');
      // Up again by the breadcrumb.
      await visitor.follow('link', say('nav-courses'), 200, visitor.find('navigation', say('breadcrumbs')));
    });
  }
});

/** Types a word and asks for it; with script the answer comes by itself. */
async function search(visitor, word) {
  const { say } = visitor;
  await visitor.fill(say('catalogue-search'), word);
  if (visitor.script) {
    await visitor.page.waitForURL((url) => url.searchParams.get('q') === word);
    await visitor.hears(word === WORDS[visitor.lang].find ? say('catalogue-results', { count: 1 }) : say('catalogue-results', { count: 0 }));
    assert.equal(await visitor.field(say('catalogue-search')).evaluate((field) => field === document.activeElement), true, 'one can go on typing');
    await visitor.check();
  } else {
    await visitor.follow('button', say('catalogue-filter-button'));
  }
}

async function narrow(visitor) {
  const { say } = visitor;
  await visitor.field(say('catalogue-status-filter')).selectOption({ label: say('catalogue-filter-open') });
  if (visitor.script) {
    await visitor.page.waitForURL((url) => url.searchParams.get('show') === 'open');
    await visitor.check();
  } else {
    await visitor.follow('button', say('catalogue-filter-button'));
  }
}

describe('the pages around the courses', () => {
  const PAGES = {
    practical: [/3[.,]000/, /3[.,]750/, /09[.:]00/, /18/],
    audience: [],
    past: [/2023/],
    about: [],
  };
  for (const how of TWO_WAYS) {
    test(way(how), async () => {
      const visitor = await set.visitor(how);
      const { say, page } = visitor;
      await visitor.go(course(how.lang));
      for (const [name, facts] of Object.entries(PAGES)) {
        const menu = visitor.find('button', say('menu'));
        if (await menu.isVisible()) await menu.click();
        await visitor.follow('link', say(`nav-${name}`), 200, page.getByRole('navigation').first());
        assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), say(`${name}-title`));
        for (const fact of facts) assert.match(await visitor.text(), fact, name);
        await visitor.keep(name);
      }
    });

    test(`the programme is a PDF, ${way(how)}`, async () => {
      const visitor = await set.visitor(how);
      await visitor.go(course(how.lang));
      const address = await visitor.find('link', visitor.say('catalogue-flyer')).first().getAttribute('href');
      const answer = await visitor.context.request.get(address);
      const bytes = await answer.body();
      assert.equal(answer.headers()['content-type'], 'application/pdf');
      assert.equal(bytes.subarray(0, 5).toString(), '%PDF-');
      assert.match(bytes.subarray(-32).toString('latin1'), /%%EOF/);
      const tags = bytes.toString('latin1');
      assert.match(tags, new RegExp(`/Lang ?\\(${how.lang}`), 'it says its language');
      assert.match(tags, /\/MarkInfo/, 'it is tagged for those who listen to it');
    });
  }
});

test('the switch of language keeps the page and the search', async () => {
  const visitor = await set.visitor();
  const { page } = visitor;
  await visitor.go('/kurser?q=digital');
  visitor.lang = 'en';
  await visitor.follow('link', 'English');
  assert.equal(new URL(page.url()).pathname + new URL(page.url()).search, '/en/courses?q=digital');
  visitor.lang = 'da';
  await visitor.follow('link', 'Dansk');
  assert.equal(new URL(page.url()).pathname + new URL(page.url()).search, '/kurser?q=digital');
});
