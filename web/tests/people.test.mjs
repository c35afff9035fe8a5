// Signing in and out, as each role sees the house; one's own profile; links by mail; passkeys.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { enter, ownMenu } from './lib/people.mjs';
import { complaints, typed } from './lib/mistakes.mjs';
import { stage, TWO_WAYS, way } from './lib/stage.mjs';
import { words } from './lib/words.mjs';

const set = stage('people');
const ADMINISTRATOR = { name: 'Asta Administrator', email: 'asta@huset.demo.example' };
const MANAGER = { name: 'Kim Kursusleder', email: 'kim@huset.demo.example' };
const INSTRUCTOR = { name: 'Ulla Underviser', email: 'ulla@huset.demo.example' };
const MEMBER = { name: 'Mads Medarbejder', email: 'mads@huset.demo.example' };
const path = (lang, da, en) => (lang === 'da' ? da : `/en${en}`);

describe('as each role', () => {
  for (const [number, { name }] of [ADMINISTRATOR, MANAGER, INSTRUCTOR, MEMBER].entries()) {
    const how = TWO_WAYS[number % 2];
    test(`${name} signs in, sees the house, and signs out, ${way(how)}`, async () => {
      const visitor = await set.visitor(how);
      const { say, page, lang } = visitor;
      await enter(visitor, name);
      await visitor.keep(`house-${name.split(' ')[1].toLowerCase()}`);
      const owns = name === ADMINISTRATOR.name;
      await visitor.go(path(lang, '/hus/demohuset/personer', '/house/demohuset/people'), owns ? 200 : 403);
      if (!owns) assert.ok((await visitor.text()).includes(say('error-forbidden-text')));
      await visitor.keep(`people-${name.split(' ')[1].toLowerCase()}`);
      // The house next door is not there at all for those who do not belong to it.
      await visitor.go(path(lang, '/hus/nordby', '/house/nordby'), 404);
      await ownMenu(visitor, name);
      await visitor.follow('button', say('sign-out'));
      assert.ok(await visitor.find('link', say('sign-in')).isVisible());
      await visitor.go(path(lang, '/hus/demohuset', '/house/demohuset'));
      assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), say('sign-in-title'), 'asked to sign in first');
    });
  }
});

describe('a link by mail', () => {
  for (const how of TWO_WAYS) {
    test(`opened in the same browser, ${way(how)}`, async () => {
      const visitor = await set.visitor(how);
      const { say, lang } = visitor;
      await visitor.go(path(lang, '/hus/demohuset', '/house/demohuset'));
      await visitor.keep('sign-in');
      await visitor.follow('button', say('sign-in-button'), 422);
      assert.deepEqual(await complaints(visitor), [say('sign-in-email-missing')]);
      await visitor.fill(say('sign-in-email'), MANAGER.email);
      const known = set.house.mail.all().length;
      await visitor.follow('button', say('sign-in-button'));
      await visitor.keep('look-in-your-inbox');
      const letter = await set.house.mail.wait(MANAGER.email, '', known);
      const link = letter.links.find((link) => /\/link\//.test(link));
      // Letters come in the language of the account, and so does the page they lead to.
      Object.assign(visitor, { lang: 'da', say: words('da') });
      await visitor.page.goto(link);
      await visitor.check();
      Object.assign(visitor, { lang, say });
      await visitor.arrives(() => visitor.find('button', words('da')('sign-in-link-button')).click());
      await visitor.check();
      assert.match(visitor.page.url(), lang === 'da' ? /\/hus\/demohuset$/ : /\/house\/demohuset$/, 'and comes where one was going');
      visitor.lang = 'da';
      await visitor.go(link, 410);
    });

    test(`its code typed by hand, ${way(how)}`, async () => {
      const visitor = await set.visitor(how);
      const { say, lang } = visitor;
      await visitor.go(path(lang, '/log-ind', '/sign-in'));
      await visitor.fill(say('sign-in-email'), MEMBER.email.toUpperCase());
      const known = set.house.mail.all().length;
      await visitor.follow('button', say('sign-in-button'));
      const letter = await set.house.mail.wait(MEMBER.email, '', known);
      const code = /\b\d{3} ?\d{3}\b/.exec(letter.plain.split(say('letter-sign-in-code')).pop())[0];
      await visitor.fill(say('sign-in-code'), 'abc');
      await visitor.follow('button', say('sign-in-code-button'), 422);
      assert.deepEqual(await complaints(visitor), [say('sign-in-code-digits')]);
      await visitor.fill(say('sign-in-code'), code);
      await visitor.follow('button', say('sign-in-code-button'));
      assert.ok(await visitor.page.locator('summary').filter({ hasText: MEMBER.name }).isVisible());
    });
  }

  test('somebody unknown sees the same page and gets a letter that says so', async () => {
    const visitor = await set.visitor();
    const { say } = visitor;
    await visitor.go('/log-ind');
    await visitor.fill(say('sign-in-email'), 'ingen@nordby.example');
    await visitor.follow('button', say('sign-in-button'));
    assert.equal(await visitor.page.getByRole('heading', { level: 1 }).innerText(), say('sign-in-sent-title'));
    const letter = await set.house.mail.wait('ingen@nordby.example');
    assert.ok(!letter.links.some((link) => /\/link\//.test(link)));
  });
});

describe('the profile', () => {
  for (const how of TWO_WAYS) {
    test(`is changed, and mistakes are kept, ${way(how)}`, async () => {
      const visitor = await set.visitor(how);
      const { say, lang } = visitor;
      await enter(visitor, INSTRUCTOR.name);
      await visitor.go(path(lang, '/profil', '/profile'));
      await visitor.keep('profile');
      await visitor.fill(say('people-name'), '\u202eUlla');
      const before = await typed(visitor);
      await visitor.follow('button', say('people-save'), 422);
      assert.equal((await complaints(visitor)).length, 1);
      assert.deepEqual(await typed(visitor), before);
      await visitor.fill(say('people-name'), INSTRUCTOR.name);
      await visitor.follow('button', say('people-save'));
      assert.ok((await visitor.text()).includes(say('people-saved')));
    });
  }

  test('another browser is signed out from here', async () => {
    const phone = await set.visitor({ width: 320 });
    const desk = await set.visitor({ lang: 'en' });
    await enter(phone, MANAGER.name);
    await enter(desk, MANAGER.name);
    await desk.go('/en/profile/security');
    await desk.keep('security');
    const others = desk.page.getByRole('main').getByRole('row').filter({ has: desk.page.getByRole('button') });
    assert.ok((await others.count()) > 0);
    for (let left = await others.count(); left > 0; left--) {
      await desk.arrives(() => others.first().getByRole('button').click());
      await desk.check();
    }
    await phone.go('/hus/demohuset');
    assert.equal(await phone.page.getByRole('heading', { level: 1 }).innerText(), phone.say('sign-in-title'));
  });
});

test('a passkey is made, signs in, and is taken away', async () => {
  const visitor = await set.visitor();
  const { say, page, tools } = visitor;
  await tools.send('WebAuthn.enable');
  const options = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true };
  await tools.send('WebAuthn.addVirtualAuthenticator', { options });
  await enter(visitor, MEMBER.name);
  await visitor.go('/profil/sikkerhed');
  await visitor.fill(say('passkey-label'), 'Nøgle & <b>telefon</b>');
  await visitor.follow('button', say('passkey-add'));
  assert.ok((await visitor.text()).includes('Nøgle & <b>telefon</b>'));
  await visitor.keep('passkey-added');
  await ownMenu(visitor, MEMBER.name);
  await visitor.follow('button', say('sign-out'));
  await visitor.go('/log-ind');
  await visitor.follow('button', say('sign-in-passkey-button'));
  assert.ok(await page.locator('summary').filter({ hasText: MEMBER.name }).isVisible(), 'signed in by the key alone');
  await visitor.go('/profil/sikkerhed');
  await page.getByText(say('passkey-change')).click();
  await visitor.check();
  await visitor.press('button', new RegExp(say('passkey-remove')));
  await visitor.follow('button', say('passkey-remove'), 200, page.getByRole('alertdialog'));
  assert.ok(!(await visitor.text()).includes('<b>telefon</b>'));
  // A key that the site no longer knows: a clear answer, and the other way in is still there.
  await ownMenu(visitor, MEMBER.name);
  await visitor.follow('button', say('sign-out'));
  await visitor.go('/log-ind');
  await visitor.arrives(() => visitor.find('button', say('sign-in-passkey-button')).click());
  assert.ok((await visitor.text()).includes(say('passkey-refused-text')));
  await visitor.check(visitor.status);
});
