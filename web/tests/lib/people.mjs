// Signing in: as somebody of the demo, or with the link of a mail.

import assert from 'node:assert/strict';
import { quoted } from './words.mjs';

/** Signs in as one of the demo's people, from the demo page. */
export async function enter(visitor, name) {
  const { say, lang } = visitor;
  await visitor.go(lang === 'da' ? '/demo' : '/en/demo');
  await visitor.follow('button', `${say('demo-button')} ${name}`);
  assert.ok(await visitor.page.getByText(name).first().isVisible());
}

/** Opens the menu of the person who is signed in. */
export async function ownMenu({ page, say }, name) {
  await page.locator('summary').filter({ hasText: new RegExp(`${quoted(say('signed-in-as'))}\\s*${quoted(name)}`) }).click();
}
