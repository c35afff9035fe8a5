// Every link of the public pages, and of the administration as each role sees it.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { crawl } from './lib/crawl.mjs';
import { enter } from './lib/people.mjs';
import { stage } from './lib/stage.mjs';

const set = stage('crawl');
const inEnglish = (url) => url.pathname === '/en' || url.pathname.startsWith('/en/');

describe('public pages', () => {
  for (const [lang, start] of [['da', '/kurser'], ['en', '/en']]) {
    test(lang, async (t) => {
      const visitor = await set.visitor({ lang });
      const stay = (url) => inEnglish(url) === (lang === 'en') && !/^(\/en)?\/(_mail|_ui)/.test(url.pathname);
      const walked = await crawl(visitor, [start], { stay });
      t.diagnostic(`${walked.length} addresses`);
      assert.ok(walked.length >= 14, walked.join(' '));
    });
  }

  test('what is told to search engines is there', async () => {
    const { context, say } = await set.visitor();
    const map = await (await context.request.get('/sitemap.xml')).text();
    const addresses = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map((found) => found[1]);
    assert.ok(addresses.length >= 20, 'courses and pages in both languages');
    for (const address of addresses) assert.equal((await context.request.get(address)).status(), 200, address);
    assert.match(await (await context.request.get('/robots.txt')).text(), /Disallow/);
    assert.ok(say('home'));
  });
});

describe('the administration', () => {
  const VISITS = [
    { who: 'Asta Administrator', lang: 'da', widths: [320, 1280] },
    { who: 'Kim Kursusleder', lang: 'en', widths: [1280] },
    { who: 'Ulla Underviser', lang: 'da', widths: [320] },
    { who: 'Mads Medarbejder', lang: 'en', widths: [320] },
    { who: 'Nora Nordby', lang: 'en', widths: [1280] },
  ];
  for (const { who, lang, widths } of VISITS) {
    test(`${who}, ${lang}`, async (t) => {
      const visitor = await set.visitor({ lang });
      await enter(visitor, who);
      const stay = (url) => inEnglish(url) === (lang === 'en') && /^(\/en)?\/(hus|house|profile?|drift|operations)(\/|$)/.test(url.pathname);
      const walked = await crawl(visitor, [new URL(visitor.page.url()).pathname], { stay, widths, ofAKind: 1 });
      t.diagnostic(`${walked.length} addresses`);
    });
  }
});
