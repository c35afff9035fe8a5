// Every link of the administration, as each role sees it; at the end no page was left out.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Crawl, inEnglish } from './lib/crawl.mjs';
import { enter } from './lib/people.mjs';
import { isOfTheHouse, unvisited } from './lib/routes.mjs';
import { stage } from './lib/stage.mjs';

const set = stage('administration');
const OWNER = 'Asta Administrator';
const crawl = new Crawl();

describe('the administration', () => {
  // Every page is looked over at both widths, on a phone in Danish and at a desk in English, and fits both in both.
  const VISITS = [
    { who: OWNER, lang: 'da', widths: [320], fits: [1280] },
    { who: OWNER, lang: 'en', widths: [1280], fits: [320] },
    { who: 'Kim Kursusleder', lang: 'en', widths: [] },
    { who: 'Ulla Underviser', lang: 'da', widths: [320] },
    { who: 'Mads Medarbejder', lang: 'en', widths: [320] },
    { who: 'Nora Nordby', lang: 'en', widths: [] },
  ];
  for (const { who, lang, widths, fits } of VISITS) {
    test(`${who}, ${lang}`, async (t) => {
      const visitor = await set.visitor({ lang });
      await enter(visitor, who);
      const stay = (url) => inEnglish(url) === (lang === 'en') && isOfTheHouse(url.pathname);
      await crawl.walk(t, visitor, [new URL(visitor.page.url()).pathname], { stay, widths, fits, ofAKind: 1 });
    });
  }
});

test('no page was left out', () => {
  assert.deepEqual(unvisited(crawl.visited, isOfTheHouse), []);
});
