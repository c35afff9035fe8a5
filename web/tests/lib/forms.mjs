// Filling in the house's forms as people do, by the labels they read.

import { quoted } from './words.mjs';

/** A location number GS1 keeps for examples (952…), with its check digit. */
export function ean(serial = 1) {
  const digits = `952${String(serial).padStart(9, '0')}`;
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (at % 2 ? 3 : 1), 0);
  return digits + ((10 - (sum % 10)) % 10);
}

/** People who do not exist; `tag` keeps the mailboxes of different journeys apart. */
export function people(count, tag) {
  const names = ['Ane Andersen', 'Bo Brøndum', 'Cille Carlsen', 'Dan Dahl', 'Eva Engell'];
  return names.slice(0, count).map((name) => ({ name, email: `${name.split(' ')[0].toLowerCase()}.${tag}@nordby.example` }));
}

/** The part of the form about one participant, counted from 1. */
export const participant = (visitor, number) => visitor.find('group', `${visitor.say('signup-participant')} ${number}`);

export async function fillParticipant(visitor, number, { name, email }) {
  const part = participant(visitor, number);
  await visitor.fill(visitor.say('signup-name'), name, part);
  await visitor.fill(visitor.say('signup-email'), email, part);
}

/** A public authority pays: the usual case. */
export async function fillPayer(visitor, { organisation = 'Nordby Kommune', reference = 'BI-2026-07', number = ean() } = {}) {
  const { say } = visitor;
  await visitor.choose('radio', say('signup-payment-ean'));
  await visitor.fill(say('signup-organisation'), organisation);
  visitor.effort.touches += 2;
  await visitor.field(say('signup-organisation-kind')).selectOption({ label: say('signup-kind-kommune') });
  await visitor.fill(say('signup-ean'), number);
  await visitor.fill(say('signup-order-reference'), reference);
}

export async function acceptTerms(visitor) {
  await visitor.choose('checkbox', visitor.say('signup-terms-accept'));
  await visitor.choose('checkbox', visitor.say('signup-notice'));
}

/** Presses "add a participant"; without script that is a round to the server and back. */
export async function addParticipant(visitor) {
  const press = visitor.script ? 'press' : 'follow';
  await visitor[press]('button', visitor.say('signup-participant-add'));
}

/** The row of a table in which `text` stands. */
export const row = (visitor, text) => visitor.find('row', new RegExp(quoted(text)));

/** The address of a page of the course house: `path('kom-godt-i-gang')`. */
export const course = (lang, slug = '') => (lang === 'da' ? '/kurser' : '/en/courses') + (slug && `/${slug}`);

/** The whole way to a seat for these people, from the course's page to the page of their order. */
export async function signUp(visitor, slug, group) {
  await visitor.go(course(visitor.lang, slug));
  await visitor.follow('link', visitor.say('course-sign-up'));
  for (const [at, person] of group.entries()) {
    if (at > 0) await addParticipant(visitor);
    await fillParticipant(visitor, at + 1, person);
  }
  await fillPayer(visitor);
  await acceptTerms(visitor);
  await visitor.follow('button', visitor.say('signup-submit'));
}
