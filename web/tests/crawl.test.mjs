// Every link of the public pages and of letters; at the end no page was left out.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Crawl, inEnglish } from './lib/crawl.mjs';
import { course, people, signUp } from './lib/forms.mjs';
import { enter } from './lib/people.mjs';
import { isOfTheHouse, unvisited } from './lib/routes.mjs';
import { stage } from './lib/stage.mjs';

const set = stage('crawl');
const OWNER = 'Asta Administrator';
const MEMBER = 'mads@huset.demo.example';
const crawl = new Crawl();
const isOfTheDemo = ({ pathname }) => /^(\/en)?\/(_mail|_ui)/.test(pathname);

describe('public pages', () => {
  for (const [lang, start] of [['da', '/kurser'], ['en', '/en']]) {
    test(lang, async (t) => {
      const visitor = await set.visitor({ lang });
      const stay = (url) => inEnglish(url) === (lang === 'en') && !isOfTheDemo(url);
      const signIn = lang === 'da' ? '/log-ind' : '/en/sign-in';
      const walked = await crawl.walk(t, visitor, [start, lang === 'da' ? '/demo' : '/en/demo', `${signIn}/mail`], { stay });
      assert.ok(walked.length >= 14, walked.join(' '));
    });
  }

  test('what is told to search engines is there', async () => {
    const { context } = await set.visitor();
    const map = await (await context.request.get('/sitemap.xml')).text();
    const addresses = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map((found) => found[1]);
    assert.ok(addresses.length >= 20, 'courses and pages in both languages');
    for (const address of [...addresses, '/favicon.ico', '/healthz', '/readyz']) assert.equal((await context.request.get(address)).status(), 200, address);
    assert.match(await (await context.request.get('/robots.txt')).text(), /Disallow/);
    for (const file of ['sitemap.xml', 'robots.txt', 'favicon.ico', 'healthz', 'readyz']) crawl.visited.add(`/${file}`);
  });
});

describe('what letters lead to', () => {
  for (const lang of ['da', 'en']) {
    const address = (danish, english) => (lang === 'da' ? danish : `/en${english}`);
    test(lang, async (t) => {
      const [ane, bo] = people(2, `crawl-${lang}`);
      const guest = await set.visitor({ lang, width: 320 });
      await signUp(guest, 'kom-godt-i-gang', [ane]);
      const order = new URL(guest.page.url()).pathname;
      await guest.go(course(lang, `kom-godt-i-gang/${lang === 'da' ? 'interesse' : 'interest'}`));
      await ask(guest, { 'interest-name': bo.name, 'interest-email': bo.email }, 'interest-submit');
      await crawl.walk(t, guest, [order, await linkTo(bo.email, /\/intere/)], { stay: (url) => url.pathname.startsWith(`${order}/`) });

      const owner = await set.visitor({ lang, width: 320 });
      await enter(owner, OWNER);
      await owner.go(address('/profil/mail', '/profile/mail'));
      await ask(owner, { 'people-mailbox-new': `asta.${lang}@nordby.example` }, 'people-mailbox-button');
      await owner.go(address('/hus/demohuset/personer', '/house/demohuset/people'));
      await owner.choose('radio', owner.say('role-member'));
      await ask(owner, { 'people-mailbox': `invited.${lang}@nordby.example` }, 'people-invite-button');
      // Letters come in the language of the account that asked; the pages they lead to are there in both.
      const invitation = (await linkTo(`invited.${lang}@nordby.example`, /\/invitation\//)).replace(/^(\/en)?/, address('', ''));
      const mailbox = token(await linkTo(`asta.${lang}@nordby.example`, /\/mail\//));
      await guest.go(address('/log-ind', '/sign-in'));
      await ask(guest, { 'sign-in-email': MEMBER }, 'sign-in-button');
      const signIn = token(await linkTo(MEMBER, /\/link\//));
      const stay = () => false;
      await crawl.walk(t, guest, [invitation, address(`/log-ind/link/${signIn}`, `/sign-in/link/${signIn}`)], { stay });
      await crawl.walk(t, owner, [address(`/profil/mail/${mailbox}`, `/profile/mail/${mailbox}`)], { stay });
    });
  }
});

describe('the demo’s own pages', () => {
  for (const lang of ['da', 'en']) {
    test(lang, async (t) => {
      const visitor = await set.visitor({ lang });
      const [mailbox, components] = lang === 'da' ? ['/_mail', '/_ui'] : ['/en/_mail', '/_ui?sprog=en'];
      await visitor.go(mailbox);
      // A letter with files.
      await visitor.follow('link', set.house.mail.all().find((letter) => letter.calendar).subject);
      const stay = (url) => isOfTheDemo(url) && inEnglish(url) === (lang === 'en');
      await crawl.walk(t, visitor, [new URL(visitor.page.url()).pathname, components, mailbox], { stay, ofAKind: 1 });
    });
  }
});

/** Fills in a form and sends it. */
async function ask(visitor, fields, button) {
  for (const [label, text] of Object.entries(fields)) await visitor.fill(visitor.say(label), text);
  await visitor.follow('button', visitor.say(button));
}

/** The address that the newest letter to somebody leads to. */
async function linkTo(email, pattern) {
  const { links } = await set.house.mail.wait(email);
  return new URL(links.find((link) => pattern.test(link))).pathname;
}

const token = (path) => path.split('/').pop();

test('no page was left out', () => {
  assert.deepEqual(unvisited(crawl.visited, (address) => !isOfTheHouse(address)), []);
});
