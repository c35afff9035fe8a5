// Signing up: two people in every way, five by keyboard alone, and what comes by mail.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { calendar, events } from './lib/calendar.mjs';
import { acceptTerms, addParticipant, course, ean, fillParticipant, fillPayer, participant, people, row, signUp } from './lib/forms.mjs';
import { tabTo } from './lib/keyboard.mjs';
import { EVERY_WAY, stage, way } from './lib/stage.mjs';
import { quoted } from './lib/words.mjs';

const set = stage('signup');
const SLUG = 'kom-godt-i-gang';
/** Another course, so that the seats of the first suffice. */
const OTHER = 'succes-hvad-goer-vi-nu';

describe('two colleagues sign up, and one of them cancels', () => {
  for (const how of EVERY_WAY) {
    test(way(how), async (t) => {
      const visitor = await set.visitor(how);
      const { say, page } = visitor;
      const [ane, bo] = people(2, way(how));
      await visitor.go(course(how.lang));
      await visitor.follow('link', await title(visitor));
      const began = Date.now();
      await visitor.follow('link', say('course-sign-up'));
      await visitor.keep('1-form');
      await fillParticipant(visitor, 1, ane);
      await addParticipant(visitor);
      assert.equal(await visitor.field(say('signup-name'), participant(visitor, 1)).inputValue(), ane.name);
      await fillParticipant(visitor, 2, bo);
      await fillPayer(visitor);
      await acceptTerms(visitor);
      await visitor.check();
      await visitor.keep('2-filled');
      await visitor.follow('button', say('signup-submit'));
      const machine = (Date.now() - began) / 1000;
      assert.match(await visitor.text(), new RegExp(say('signup-done').replaceAll('.', '\\.')));
      for (const person of [ane, bo]) assert.match(await row(visitor, person.name).innerText(), new RegExp(say('order-state-confirmed')));
      assert.match(await visitor.text(), /7[.,]500/, 'two seats with VAT');
      await visitor.keep('3-confirmed');
      if (how.width === 320) enoughTime(t, visitor, machine);

      await theirLetters(visitor, ane, bo);
      const file = await visitor.download('link', say('order-calendar'));
      assert.match(file.name, /\.ics$/);
      const [event] = events(calendar(file.bytes.toString('utf8')));
      assert.match(event.properties.get('SUMMARY'), new RegExp(await title(visitor)));

      await cancel(visitor, bo);
      await visitor.keep('4-one-cancelled');
      assert.match(await row(visitor, bo.name).innerText(), new RegExp(say('order-state-cancelled-by-participant')));
      assert.match(await row(visitor, ane.name).innerText(), new RegExp(say('order-state-confirmed')));
      assert.equal(await visitor.find('button', `${say('order-cancel')} ${bo.name}`).count(), 0);
      const gone = await set.house.mail.wait(bo.email, say('mail-cancel-subject'));
      assert.equal(calendar(gone.calendar).properties.get('METHOD'), 'CANCEL');
      assert.ok(page.url().includes(how.lang === 'da' ? '/tilmelding/' : '/en/sign-up/'));
    });
  }
});

/** The course's name, as its own page says it. */
async function title({ context, lang }) {
  const html = await (await context.request.get(course(lang, SLUG))).text();
  return /<h1[^>]*>([^<]+)</.exec(html)[1];
}

/** A person on a phone: three characters a second, a second and a half to find and touch each thing, half a minute to read. */
function enoughTime(t, { effort }, machine) {
  const person = effort.characters / 3 + effort.touches * 1.5 + 30;
  t.diagnostic(`two people: ${effort.characters} characters and ${effort.touches} touches, about ${Math.round(person)} s for a person; the pages took ${machine.toFixed(1)} s with all checks`);
  assert.ok(person < 180, 'three minutes on a phone');
}

/** With script a box asks first; without, the sentence beside the button has said it. */
async function cancel(visitor, { name }) {
  const { say } = visitor;
  const button = `${say('order-cancel')} ${name}`;
  if (visitor.script) {
    await visitor.press('button', button);
    await visitor.follow('button', say('order-cancel'), 200, visitor.find('alertdialog', say('order-cancel-question', { name })));
  } else {
    await visitor.follow('button', button);
  }
  assert.ok((await visitor.text()).includes(say('order-cancelled', { name })));
}

async function theirLetters(visitor, ane, bo) {
  const { say, page } = visitor;
  const { mail, origin } = set.house;
  const order = await mail.wait(ane.email, say('mail-order-subject'));
  const own = order.links.find((link) => link.startsWith(`${origin}/`) && link === page.url());
  assert.ok(own, `the payer's letter leads to this page: ${order.links}`);
  assert.ok(order.plain.includes('Nordby Kommune') && order.plain.includes(bo.name));
  // The payer's own seat comes with the order: nobody gets two letters about one thing.
  for (const [person, letter] of [[ane, order], [bo, await mail.wait(bo.email, say('mail-seat-subject'))]]) {
    assert.ok(letter.types.includes('text/calendar'), `${person.email}: ${letter.types}`);
    const entry = calendar(letter.calendar);
    assert.equal(entry.properties.get('METHOD'), 'REQUEST');
    const [event] = events(entry);
    assert.match(event.properties.get('ATTENDEE'), new RegExp(person.email, 'i'));
    for (const needed of ['UID', 'DTSTAMP', 'DTSTART', 'DTEND', 'SUMMARY', 'ORGANIZER', 'SEQUENCE']) assert.ok(event.properties.has(needed), needed);
  }
}

describe('five people, by keyboard alone', () => {
  for (const how of [{ lang: 'da' }, { lang: 'en', script: false }]) {
    test(way(how), async () => {
      const visitor = await set.visitor(how);
      const { say } = visitor;
      const keys = visitor.page.keyboard;
      const enter = async () => {
        await visitor.arrives(() => keys.press('Enter'));
        await visitor.check();
      };
      await visitor.go(course(how.lang, 'borgerinddragelsesforloeb-i-praksis'));
      await tabTo(visitor, say('course-sign-up'));
      await enter();
      await tabTo(visitor, say('skip'));
      await keys.press('Enter');
      for (const [at, { name, email }] of people(5, `keys-${way(how)}`).entries()) {
        const part = `${say('signup-participant')} ${at + 1}`;
        if (at > 0) {
          await tabTo(visitor, say('signup-participant-add'));
          if (how.script === false) await enter();
          else await keys.press('Enter');
        }
        // With script, focus is already in the new row's first field.
        if (at === 0 || how.script === false) await tabTo(visitor, say('signup-name'), part);
        await keys.type(name);
        await tabTo(visitor, say('signup-email'), part);
        await keys.type(email);
      }
      await visitor.check();
      await tabTo(visitor, say('signup-payment-ean'));
      await keys.press('Space');
      for (const [field, text] of [['organisation', 'Nordby Kommune'], ['organisation-kind', say('signup-kind-kommune')], ['ean', ean(2)], ['order-reference', '4711']]) {
        await tabTo(visitor, say(`signup-${field}`));
        await keys.type(text);
      }
      for (const box of ['signup-terms-accept', 'signup-notice']) {
        await tabTo(visitor, say(box));
        await keys.press('Space');
      }
      await tabTo(visitor, say('signup-submit'));
      await enter();
      for (const { name } of people(5)) assert.match(await row(visitor, name).innerText(), new RegExp(say('order-state-confirmed')));
    });
  }
});

describe('a participant is taken out again', () => {
  for (const how of [{ width: 320 }, { lang: 'en', script: false }]) {
    test(way(how), async () => {
      const visitor = await set.visitor(how);
      const { say } = visitor;
      const [ane, bo, cille] = people(3, `out-${way(how)}`);
      await visitor.go(course(visitor.lang, OTHER));
      await visitor.follow('link', say('course-sign-up'));
      for (const [at, person] of [ane, bo, cille].entries()) {
        if (at > 0) await addParticipant(visitor);
        await fillParticipant(visitor, at + 1, person);
      }
      const press = visitor.script ? 'press' : 'follow';
      await visitor[press]('button', `${say('remove')} ${say('signup-participant')} 2`);
      assert.equal(await visitor.field(say('signup-name'), participant(visitor, 2)).inputValue(), cille.name);
      await visitor.keep('one-taken-out');
      await fillPayer(visitor);
      await acceptTerms(visitor);
      await visitor.follow('button', say('signup-submit'));
      for (const { name } of [ane, cille]) assert.ok(await row(visitor, name).isVisible());
      assert.equal(await row(visitor, bo.name).count(), 0);
    });
  }
});

describe('the mailbox of the demo shows what was sent', () => {
  for (const how of [{ width: 320 }, { lang: 'en', script: false }]) {
    test(way(how), async () => {
      const visitor = await set.visitor(how);
      const { say, page } = visitor;
      const [ane] = people(1, `mailbox-${way(how)}`);
      await signUp(visitor, OTHER, [ane]);
      const letter = await set.house.mail.wait(ane.email);
      await visitor.follow('link', say('site-mailbox'));
      await visitor.keep('mailbox');
      await visitor.follow('link', new RegExp(quoted(letter.subject)));
      assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), letter.subject);
      assert.ok((await visitor.text()).includes(ane.name));
      await visitor.keep('letter');
      await visitor.follow('link', say('mailbox-back'));
    });
  }
});
