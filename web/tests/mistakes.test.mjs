// What people do wrong, and what others do on purpose: each is told clearly at its place, nothing typed is lost, and nothing runs.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { acceptTerms, addParticipant, course, fillParticipant, fillPayer, participant, people, row, signUp } from './lib/forms.mjs';
import { complaints, typed } from './lib/mistakes.mjs';
import { until } from './lib/patience.mjs';
import { stage, TWO_WAYS, way } from './lib/stage.mjs';

const set = stage('mistakes');
const SLUG = 'kom-godt-i-gang';
const HOSTILE = `Ane <script>alert(1)</script><img src=x onerror=alert(2)> '); DROP TABLE orders;-- 😀`;
const TURNED = 'Ane \u202eneslednA';

async function openForm(how, slug = SLUG) {
  const visitor = await set.visitor(how);
  await visitor.go(course(visitor.lang, slug));
  await visitor.follow('link', visitor.say('course-sign-up'));
  return visitor;
}

async function openInterest(how) {
  const visitor = await set.visitor(how);
  await visitor.go(course(visitor.lang, `${SLUG}/${visitor.lang === 'da' ? 'interesse' : 'interest'}`));
  return visitor;
}

const send = (visitor, status = 422) => visitor.follow('button', visitor.say('signup-submit'), status);

for (const how of TWO_WAYS) {
  describe(`signing up, ${way(how)}`, () => {
    test('an empty form says what is missing', async () => {
      const visitor = await openForm(how);
      const { say } = visitor;
      await send(visitor);
      await visitor.keep('signup-empty');
      const missing = ['signup-name-missing', 'signup-email-missing', 'signup-payment-missing', 'signup-terms-missing', 'signup-notice-missing'];
      assert.deepEqual(await complaints(visitor), missing.map((key) => say(key)));
    });

    test('everything wrong at once is named, kept, and mended', async () => {
      const visitor = await openForm(how);
      const { say } = visitor;
      const [ane, bo] = people(2, `mend-${way(how)}`);
      await fillParticipant(visitor, 1, { name: 'x'.repeat(300), email: 'ane at nordby' });
      await addParticipant(visitor);
      await fillParticipant(visitor, 2, { name: TURNED, email: 'bo@nordby.example, cille@nordby.example' });
      await visitor.fill(say('signup-phone'), '12', participant(visitor, 2));
      await fillPayer(visitor, { organisation: 'Å'.repeat(1000), number: '9520000000018', reference: `4711 ${TURNED}` });
      const before = await typed(visitor);
      await send(visitor);
      await visitor.keep('signup-wrong');
      assert.deepEqual(await typed(visitor), before);
      assert.equal((await complaints(visitor)).length, 10);
      await fillParticipant(visitor, 1, ane);
      await fillParticipant(visitor, 2, { ...bo, email: ane.email.toUpperCase() });
      await visitor.fill(say('signup-phone'), '', participant(visitor, 2));
      await fillPayer(visitor);
      await acceptTerms(visitor);
      await send(visitor);
      assert.deepEqual(await complaints(visitor), [say('signup-shared-email', { first: 1 })]);
      await fillParticipant(visitor, 2, bo);
      await send(visitor, 200);
      for (const { name } of [ane, bo]) assert.ok(await row(visitor, name).isVisible());
    });

    test('text that looks like a program stays text', async () => {
      const visitor = await openForm(how);
      const { say } = visitor;
      await fillParticipant(visitor, 1, { name: HOSTILE, email: `hostile.${way(how)}@nordby.example` });
      await visitor.fill(say('signup-department'), HOSTILE);
      await fillPayer(visitor, { organisation: HOSTILE, reference: HOSTILE.slice(-40) });
      await acceptTerms(visitor);
      await send(visitor, 200);
      assert.ok((await visitor.text()).includes(HOSTILE));
      const letter = await set.house.mail.wait(`hostile.${way(how)}@nordby.example`);
      assert.ok(letter.plain.includes(HOSTILE));
      assert.ok(!letter.html.includes('<script') && !letter.html.includes('<img src=x'));
    });

    test('who is signed up already is told so, at the mail address', async () => {
      const [ane] = people(1, `twice-${way(how)}`);
      const visitor = await openForm(how);
      const other = await visitor.another();
      for (const tab of [visitor, other]) {
        if (tab === other) {
          await tab.go(course(how.lang, SLUG));
          await tab.follow('link', tab.say('course-sign-up'));
        }
        await fillParticipant(tab, 1, ane);
        await fillPayer(tab);
        await acceptTerms(tab);
      }
      await send(visitor, 200);
      const before = await typed(other);
      await send(other);
      assert.deepEqual(await complaints(other), [other.say('signup-already', { name: ane.name })]);
      assert.deepEqual(await typed(other), before);
    });

    test('pressing twice signs up once', async () => {
      const [ane] = people(1, `double-${way(how)}`);
      const visitor = await openForm(how);
      await fillParticipant(visitor, 1, ane);
      await fillPayer(visitor);
      await acceptTerms(visitor);
      await visitor.find('button', visitor.say('signup-submit')).dblclick();
      // Without script the second press breaks off the first, so no single page is waited for.
      await until(() => /\/(tilmelding|sign-up)\/[\w-]{40,}$/.test(visitor.page.url()), 'the page of the order');
      await visitor.page.waitForLoadState();
      await row(visitor, ane.name).waitFor();
      await visitor.check();
      await set.house.mail.wait(ane.email);
      assert.equal(await row(visitor, ane.name).count(), 1);
      assert.equal(set.house.mail.all().filter((letter) => letter.to.includes(ane.email)).length, 1);
    });

    test('going back after sending does no harm', async () => {
      const [ane, bo] = people(2, `back-${way(how)}`);
      const visitor = await openForm(how);
      const { page } = visitor;
      await fillParticipant(visitor, 1, ane);
      await fillPayer(visitor);
      await acceptTerms(visitor);
      await send(visitor, 200);
      await page.goBack();
      await visitor.check();
      // A colleague is signed up from the page that came back: a second order, not the first one again.
      await fillParticipant(visitor, 1, bo);
      await fillPayer(visitor);
      await acceptTerms(visitor);
      await send(visitor, 200);
      assert.ok(await row(visitor, bo.name).isVisible());
      assert.equal(await row(visitor, ane.name).count(), 0);
      await page.goBack();
      await fillParticipant(visitor, 1, ane);
      await fillPayer(visitor);
      await acceptTerms(visitor);
      await send(visitor);
      assert.deepEqual(await complaints(visitor), [visitor.say('signup-already', { name: ane.name })]);
      await set.house.mail.wait(ane.email);
      assert.equal(set.house.mail.all().filter((letter) => letter.to.includes(ane.email)).length, 1, 'she has one seat and one letter');
    });
  });

  test(`ten megabytes are refused, and going back has everything still there, ${way(how)}`, async () => {
    const [ane] = people(1, `long-${way(how)}`);
    const visitor = await openForm(how);
    const { say, page } = visitor;
    await fillParticipant(visitor, 1, ane);
    // In a field that is not drawn: what is tried here is the way to the server, not the drawing of ten megabytes.
    await page.locator('[name=key]').evaluate((field) => (field.value = 'x'.repeat(10_000_000)));
    await send(visitor, 413);
    assert.ok((await visitor.text()).includes(say('error-too-large-title')));
    await page.goBack();
    assert.equal(await visitor.field(say('signup-name')).inputValue(), ane.name);
  });

  describe(`the interest list, ${way(how)}`, () => {
    test('mistakes are named and kept', async () => {
      const visitor = await openInterest(how);
      const { say } = visitor;
      const submit = (status) => visitor.follow('button', say('interest-submit'), status);
      await visitor.fill(say('interest-seats'), '');
      await submit(422);
      await visitor.keep('interest-empty');
      assert.equal((await complaints(visitor)).length, 3);
      await visitor.fill(say('interest-name'), TURNED);
      await visitor.fill(say('interest-email'), 'x'.repeat(300) + '@nordby.example');
      await visitor.fill(say('interest-organisation'), 'Å'.repeat(1000));
      await visitor.fill(say('interest-seats'), '1000');
      const before = await typed(visitor);
      await submit(422);
      assert.equal((await complaints(visitor)).length, 4);
      assert.deepEqual(await typed(visitor), before);
      await visitor.fill(say('interest-name'), HOSTILE);
      await visitor.fill(say('interest-email'), `hostile.interest.${way(how)}@nordby.example`);
      await visitor.fill(say('interest-organisation'), HOSTILE);
      await visitor.fill(say('interest-seats'), '2');
      await submit(200);
      assert.ok((await visitor.text()).includes(say('interest-done')));
      const letter = await set.house.mail.wait(`hostile.interest.${way(how)}@nordby.example`);
      await visitor.go(new URL(letter.links[0]).pathname);
      assert.ok((await visitor.text()).includes(HOSTILE));
    });
  });
}

for (const lang of ['da', 'en']) {
  test(`text in another encoding is refused and not garbled, ${lang}`, async () => {
    const visitor = await openForm({ lang });
    const key = await visitor.page.locator('[name=csrf]').first().inputValue();
    // As a program sends it that knows Latin-1 only: “Søren” with one byte for the ø.
    const body = Buffer.concat([Buffer.from(`csrf=${encodeURIComponent(key)}&participants-0-name=S`), Buffer.from([0xf8]), Buffer.from('ren')]);
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await visitor.context.request.post(visitor.page.url(), { data: body, headers });
    assert.equal(answer.status(), 400);
    const html = await answer.text();
    assert.ok(html.includes(visitor.say('error-unreadable-title')) && html.includes(`<html lang="${lang}`));
  });

  test(`links that never were, or were cut short, say what to do, ${lang}`, async () => {
    const visitor = await set.visitor({ lang, width: 320 });
    const prefix = lang === 'da' ? '' : '/en';
    for (const place of lang === 'da' ? ['tilmelding', 'interesse', 'log-ind/link', 'invitation'] : ['sign-up', 'interest', 'sign-in/link', 'invitation']) {
      for (const token of ['abc', 'A'.repeat(43), '%F0%9F%98%80', '..%2f..%2fetc']) {
        await visitor.go(`${prefix}/${place}/${token}`, 410);
        assert.ok((await visitor.text()).includes(visitor.say('error-dead-link-text')), `${place}/${token}`);
      }
    }
    await visitor.keep('dead-link');
  });
}
