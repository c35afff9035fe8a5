// What every file of journeys stands on: one house, one browser, and visitors that go home after each test.

import { after, afterEach, before } from 'node:test';
import { launch } from './browser.mjs';
import { House } from './house.mjs';
import { Visitor } from './visitor.mjs';

/** Language, width, script: the ways in which the important journeys are walked. */
export const EVERY_WAY = ['da', 'en'].flatMap((lang) => [320, 1280].flatMap((width) => [true, false].map((script) => ({ lang, width, script }))));

/** Two that differ in everything, where eight would only take longer. */
export const TWO_WAYS = [
  { lang: 'da', width: 320, script: false },
  { lang: 'en', width: 1280, script: true },
];

/** "da-320-noscript", for names of tests and pictures. */
export const way = ({ lang = 'da', width = 1280, script = true }) => `${lang}-${width}${script ? '' : '-noscript'}`;

/** Sets the stage for a file of journeys. */
export function stage(journey, settings = []) {
  const guests = [];
  const set = {
    house: undefined,
    browser: undefined,
    /** Somebody with a browser of their own. */
    async visitor(how = {}) {
      const visitor = await Visitor.enter(set.browser, set.house, journey, how);
      guests.push(visitor);
      return visitor;
    },
  };
  before(async () => {
    [set.house, set.browser] = await Promise.all([House.open(journey, settings), launch()]);
  });
  afterEach(async () => {
    const leaving = guests.splice(0);
    for (const guest of leaving) await guest.leave();
    for (const guest of leaving) guest.complain();
  });
  after(async () => {
    await set.browser?.close();
    await set.house?.close();
  });
  return set;
}
