// When something is not as one hoped: pages that are not there, forms that grew old, a server that is away. There is always a way on.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { acceptTerms, course, fillParticipant, fillPayer, people, row } from './lib/forms.mjs';
import { enter } from './lib/people.mjs';
import { stage, TWO_WAYS, way } from './lib/stage.mjs';

const set = stage('errors');

for (const how of TWO_WAYS) {
  describe(way(how), () => {
    test('a page that is not there offers a search that finds', async () => {
      const visitor = await set.visitor(how);
      const { say, lang } = visitor;
      await visitor.go(lang === 'da' ? '/kurser/findes-ikke' : '/en/courses/not-there', 404);
      assert.ok((await visitor.text()).includes(say('error-not-found-text')));
      await visitor.keep('not-found');
      await visitor.fill(say('error-search-label'), 'digital');
      await visitor.follow('button', say('search'));
      assert.ok((await visitor.text()).includes(say('catalogue-results', { count: 1 })));
      await visitor.go(lang === 'da' ? '/helt/ukendt' : '/en/quite/unknown', 404);
      await visitor.follow('link', say('error-home'));
    });

    test('a form that was open too long is sent again with one press, nothing lost', async () => {
      const [ane] = people(1, `old-${way(how)}`);
      const visitor = await set.visitor(how);
      const { say, context, lang } = visitor;
      await visitor.go(course(lang, 'kom-godt-i-gang'));
      await visitor.follow('link', say('course-sign-up'));
      await fillParticipant(visitor, 1, { ...ane, name: 'Ane "Q" <Ås> & søn' });
      await fillPayer(visitor);
      await acceptTerms(visitor);
      // What ties the form to this browser is gone, as after signing out, or when the browser tidied up.
      await context.clearCookies();
      await visitor.follow('button', say('signup-submit'), 403);
      assert.ok((await visitor.text()).includes(say('error-form-token-text')));
      await visitor.keep('send-again');
      await visitor.follow('button', say('error-form-token-button'));
      assert.ok(await row(visitor, 'Ane "Q" <Ås> & søn').isVisible());
    });

    test('who may not see a page is told so and not sent in circles', async () => {
      const visitor = await set.visitor(how);
      const { say, lang, page } = visitor;
      await enter(visitor, 'Mads Medarbejder');
      for (const place of lang === 'da' ? ['/hus/demohuset/personer', '/hus/demohuset/organisation'] : ['/en/house/demohuset/people', '/en/house/demohuset/organisation']) {
        await visitor.go(place, 403);
        assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), say('error-forbidden-title'));
      }
      await visitor.keep('forbidden');
      await visitor.follow('link', say('error-home'));
    });
  });
}

test('forms sent from another site are refused', async () => {
  const visitor = await set.visitor();
  const { say, context } = visitor;
  await visitor.go(course('da', 'kom-godt-i-gang/interesse'));
  const csrf = await visitor.page.locator('main [name=csrf]').inputValue();
  for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://evil.example' }]) {
    const answer = await context.request.post(visitor.page.url(), { form: { csrf, name: 'Ane', email: 'ane@evil.example', seats: '1' }, headers });
    assert.equal(answer.status(), 403);
    assert.ok((await answer.text()).includes(say('error-cross-site-title')));
  }
});

test('a slash too many does no harm, and is no way out', async () => {
  const visitor = await set.visitor();
  await visitor.go('/kurser/');
  assert.equal(new URL(visitor.page.url()).pathname, '/kurser');
  for (const address of ['//evil.example/', '/\\evil.example/', '///evil.example//']) {
    const answer = await fetch(set.house.origin + address, { redirect: 'manual' });
    assert.ok([400, 404].includes(answer.status), `${address}: ${answer.status} ${answer.headers.get('location')}`);
  }
});

test('addresses that were typed, cut or bent end in a page, never in a failure', async () => {
  const { context } = await set.visitor();
  const id = '00000000-0000-7000-8000-000000000000';
  const odd = [
    '/kurser/', '/en/', '/KURSER', '/kurser//', '/kurser/%00', '/kurser/%2e%2e%2f', '/kurser/%ff', '/kurser?q=%ff', '/kurser?q=%00', '/kurser?show=x&q=' + 'x'.repeat(4000),
    `/kurser/kom-godt-i-gang/tilmelding/${id}`, '/kurser/kom-godt-i-gang/tilmelding/1', '/kurser/metoder/tilmelding/' + 'x'.repeat(4000), '/assets/app.css', '/assets/../Cargo.toml',
    '/assets/%2e%2e/%2e%2e/etc/passwd', '/hus/demohuset', '/hus/%00', '/hus/findes-ikke', '/demo?x=1', '/_ui?%ff', '/sitemap.xml?x', '/favicon.ico', '/.env', '/wp-login.php',
  ];
  for (const address of odd) {
    const answer = await context.request.get(address);
    assert.ok(answer.status() < 500, `${address.slice(0, 80)}: ${answer.status()}`);
    if (/html/.test(answer.headers()['content-type'] ?? '')) assert.match(await answer.text(), /<h1[ >]/, address.slice(0, 80));
  }
});
