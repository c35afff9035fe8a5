// The pictures of the README and the guides, taken from a demo of its own:
//
//   npm run pictures                     with target/debug/inddrag
//   INDDRAG_BIN=… npm run pictures       with another
//   npm run pictures -- house dark       only these
//
// Look at each before committing it.

import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch } from './tests/lib/browser.mjs';
import { addParticipant, course, fillParticipant, participant, people, signUp } from './tests/lib/forms.mjs';
import { House } from './tests/lib/house.mjs';
import { enter } from './tests/lib/people.mjs';
import { Visitor } from './tests/lib/visitor.mjs';
import { smaller } from './pictures/smaller.mjs';

const FOLDER = new URL('../docs/pictures/', import.meta.url).pathname;
const OWNER = 'Asta Administrator';
const OPEN_COURSE = 'kom-godt-i-gang';
const wanted = process.argv.slice(2);

mkdirSync(FOLDER, { recursive: true });
const house = await House.open('pictures');
const browser = await launch();
const blank = await browser.newPage();

/** One picture: who looks, how wide and tall, and what they do until it is worth a picture. */
async function picture(name, { width = 1280, height, ...options }, act) {
  if (wanted.length && !wanted.includes(name)) return;
  const visitor = await Visitor.enter(browser, house, 'pictures', { width, ...options });
  await visitor.page.setViewportSize({ width, height });
  const from = (await act(visitor)) ?? 0;
  // The page without what only stands still for a moment.
  await visitor.page.evaluate(() => document.activeElement?.blur());
  const clip = { x: 0, y: from, width, height };
  await keep(name, await visitor.page.screenshot({ clip, fullPage: true, animations: 'disabled' }));
  await visitor.leave();
}

async function keep(name, png) {
  const small = await smaller(blank, png);
  writeFileSync(join(FOLDER, `${name}.png`), small);
  console.log(`${name}.png: ${Math.round(small.length / 1024)} KB`);
}

/** The upper edge of a part of the page, with some air. */
const edge = async (found) => Math.max(0, Math.round((await found.boundingBox()).y) - 24);

await picture('catalogue', { height: 1500 }, (visitor) => visitor.go(course('da')));
await picture('dark', { height: 900, colorScheme: 'dark' }, (visitor) => visitor.go(course('da')));
await picture('course', { height: 1250 }, (visitor) => visitor.go(course('da', OPEN_COURSE)));
await picture('sign-up-phone', { width: 390, height: 1056 }, async (visitor) => {
  await visitor.go(course('da', OPEN_COURSE));
  await visitor.follow('link', visitor.say('course-sign-up'));
  const [ane, bo] = people(2, 'phone');
  await fillParticipant(visitor, 1, ane);
  await addParticipant(visitor);
  await fillParticipant(visitor, 2, bo);
  await visitor.page.evaluate(() => scrollTo(0, 0));
  return edge(participant(visitor, 1));
});
await picture('mailbox', { height: 1100 }, async (visitor) => {
  const group = people(2, 'mailbox');
  await signUp(visitor, OPEN_COURSE, group);
  await house.mail.wait(group[0].email);
  await visitor.go('/_mail');
  await visitor.page.getByRole('link', { name: visitor.say('mail-order-subject') }).first().click();
  await visitor.page.waitForLoadState();
});
await picture('house', { height: 1350 }, async (visitor) => {
  await enter(visitor, OWNER);
});
await picture('edition', { height: 1250 }, async (visitor) => {
  await enter(visitor, OWNER);
  await visitor.page.getByRole('main').getByRole('link', { name: /./ }).first().click();
});
await picture('participants', { height: 1000 }, async (visitor) => {
  await enter(visitor, OWNER);
  await visitor.page.getByRole('main').getByRole('link', { name: /./ }).first().click();
  await visitor.follow('link', visitor.say('admin-edition-see-participants'));
});
if (!wanted.length || wanted.includes('flyer')) await flyer();

await browser.close();
await house.close();

/** The first page of the programme as a PDF; poppler draws it where it is installed. */
async function flyer() {
  const answer = await fetch(`${house.origin}${course('da')}/program.pdf`);
  const file = join(tmpdir(), `inddrag-pictures-${process.pid}`);
  writeFileSync(`${file}.pdf`, Buffer.from(await answer.arrayBuffer()));
  try {
    execFileSync('pdftoppm', ['-png', '-r', '80', '-f', '1', '-l', '1', '-singlefile', `${file}.pdf`, file]);
  } catch (error) {
    console.log(`flyer.png: not drawn, because pdftoppm (poppler-utils) is missing: ${error.message}`);
    return;
  }
  await keep('flyer', readFileSync(`${file}.png`));
  for (const kind of ['pdf', 'png']) rmSync(`${file}.${kind}`);
}
