// No seat to be had: full, closed, filled while one was writing, or no date yet. There is always the interest list, and a way off it.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { acceptTerms, addParticipant, course, fillParticipant, fillPayer, people, row, signUp } from './lib/forms.mjs';
import { complaints, typed } from './lib/mistakes.mjs';
import { EVERY_WAY, stage, TWO_WAYS, way } from './lib/stage.mjs';

const set = stage('interest');

describe('a full edition: onto the interest list, and off it by the link of the mail', () => {
  for (const how of EVERY_WAY) {
    test(way(how), async () => {
      const visitor = await set.visitor(how);
      const { say } = visitor;
      const [ane] = people(1, way(how));
      await visitor.go(course(how.lang, 'kom-godt-i-gang'));
      await visitor.follow('link', say('course-register-interest'), 200, row(visitor, say('status-full')));
      await visitor.fill(say('interest-name'), ane.name);
      await visitor.fill(say('interest-email'), ane.email);
      await visitor.fill(say('interest-seats'), '3');
      await visitor.keep('1-form');
      await visitor.follow('button', say('interest-submit'));
      assert.ok((await visitor.text()).includes(say('interest-done')));
      await visitor.keep('2-on-the-list');
      const letter = await set.house.mail.wait(ane.email, say('mail-interest-subject'));
      const link = letter.links.find((link) => /\/(interesse|interest)\//.test(link));
      await visitor.go(link);
      assert.ok((await visitor.text()).includes(ane.name));
      await visitor.keep('3-leave');
      await visitor.follow('button', say('interest-leave-submit'));
      assert.ok((await visitor.text()).includes(say('interest-left')));
      await visitor.go(link, 410);
    });
  }
});

for (const how of TWO_WAYS) {
  describe(`no seats, ${way(how)}`, () => {
    test('a course without a date takes interest only', async () => {
      const visitor = await set.visitor(how);
      const { say } = visitor;
      await visitor.go(course(how.lang, 'digital-inddragelse'));
      assert.equal(await visitor.find('link', say('course-sign-up')).count(), 0);
      await visitor.follow('link', say('course-register-interest'));
      assert.ok(await visitor.field(say('interest-email')).isVisible());
    });

    test('an old link to an edition that is closed says so and offers the list', async () => {
      const visitor = await set.visitor(how);
      const { say } = visitor;
      await visitor.go(course(how.lang, 'succes-hvad-goer-vi-nu'));
      const closed = row(visitor, say('status-closed'));
      assert.equal(await closed.getByRole('link', { name: say('course-sign-up') }).count(), 0);
      const id = (await closed.locator('[id^=status-]').getAttribute('id')).replace('status-', '');
      await visitor.go(course(how.lang, `succes-hvad-goer-vi-nu/${how.lang === 'da' ? 'tilmelding' : 'sign-up'}/${id}`));
      assert.match(await visitor.text(), say('signup-closed-text'));
      await visitor.keep('closed');
      await visitor.fill(say('interest-name'), 'Ane Andersen');
      await visitor.fill(say('interest-email'), `closed.${way(how)}@nordby.example`);
      await visitor.follow('button', say('interest-submit'));
    });
  });
}

test('a group that is too large is told how many seats are left, and keeps what it wrote', async () => {
  const visitor = await set.visitor({ lang: 'en', script: false });
  const { say } = visitor;
  await visitor.go(course('en', 'metoder-til-borgerinddragelse'));
  await visitor.follow('link', say('course-sign-up'));
  for (const [at, person] of people(3, 'crowd').entries()) {
    if (at > 0) await addParticipant(visitor);
    await fillParticipant(visitor, at + 1, person);
  }
  await fillPayer(visitor);
  await acceptTerms(visitor);
  const before = await typed(visitor);
  await visitor.follow('button', say('signup-submit'), 422);
  assert.deepEqual(await complaints(visitor), [say('signup-too-few-seats', { seats: 2 })]);
  assert.deepEqual(await typed(visitor), before);
  await visitor.keep('too-few');
});

test('an edition that fills up while one writes: nothing is saved, and the list is filled in already', async () => {
  const [cille, dan] = people(4, 'late').slice(2);
  const slow = await set.visitor({ width: 320 });
  const { say } = slow;
  await slow.go(course('da', 'metoder-til-borgerinddragelse'));
  await slow.follow('link', say('course-sign-up'));
  await fillParticipant(slow, 1, cille);
  await addParticipant(slow);
  await fillParticipant(slow, 2, dan);
  await fillPayer(slow);
  await acceptTerms(slow);
  await signUp(await set.visitor({ script: false }), 'metoder-til-borgerinddragelse', people(2, 'quick'));
  await slow.follow('button', say('signup-submit'));
  assert.ok((await slow.text()).includes(say('signup-full-text')));
  await slow.keep('filled-up');
  assert.equal(await slow.field(say('interest-name')).inputValue(), cille.name);
  assert.equal(await slow.field(say('interest-email')).inputValue(), cille.email);
  assert.equal(await slow.field(say('interest-organisation')).inputValue(), 'Nordby Kommune');
  assert.equal(await slow.field(say('interest-seats')).inputValue(), '2');
  await slow.follow('button', say('interest-submit'));
  await set.house.mail.wait(cille.email, say('mail-interest-subject'));
  assert.equal(set.house.mail.all().filter((letter) => letter.to.includes(dan.email)).length, 0);
});
