// What every page promises, in every state: looked over once for each state that was not seen before.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { accessible, reflows, wellFormed } from './checks.mjs';

const seen = new Set();
const twins = new Set();

export async function lookOver(visitor) {
  const { page, width } = visitor;
  await page.evaluate(atRest);
  const state = await page.evaluate(appearance);
  const key = createHash('sha256').update(`${visitor.lang} ${width} ${visitor.look} ${state}`).digest('hex');
  if (!seen.has(key)) {
    seen.add(key);
    const where = `${page.url()} (${visitor.journey}, ${visitor.lang}, ${width}${visitor.script ? '' : ', no script'})`;
    await named(visitor, where);
    await wellFormed(page, where);
    await reflows(page, where);
    await withTools(visitor, () => accessible(page, where));
  }
  await twin(visitor);
}

/** What glides has arrived: how a page is, not how it comes. What moves without end goes on. */
function atRest() {
  for (const motion of document.getAnimations()) {
    if (motion.effect?.getComputedTiming().endTime !== Infinity) motion.finish();
  }
}

/** What can make a difference: the elements with their states, not their words. Whether a text or a value is there at all counts. */
function appearance() {
  const drawn = (element) => {
    if (['SCRIPT', 'STYLE', 'TEMPLATE'].includes(element.tagName)) return '';
    const marks = [...element.attributes].filter(({ name }) => name === 'class' || name === 'role' || name === 'hidden' || name.startsWith('aria-') || name === 'type');
    const filled = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    const state = `${element.checked ?? ''}${element.open ?? ''}${element === document.activeElement}${element.matches(':popover-open')}`;
    const own = `${element.tagName} ${marks.map(({ name, value }) => `${name}=${/^aria-(labelledby|describedby|controls)$|^type$/.test(name) ? '' : value}`)} ${filled} ${state}`;
    return `<${own}>${[...element.children].map(drawn).join('')}`;
  };
  return drawn(document.documentElement);
}

/** Language, one heading, and a title that begins with it. */
async function named({ page, lang, say }, where) {
  const found = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    title: document.title,
    headings: [...document.querySelectorAll('h1')].map((heading) => heading.textContent.trim()),
  }));
  assert.match(found.lang, new RegExp(`^${lang}\\b`), where);
  assert.equal(found.headings.length, 1, `${where}: h1`);
  const title = found.title.replace(new RegExp(`^${say('error-prefix')} `), '');
  assert.ok(title.startsWith(found.headings[0]), `${where}: the title “${found.title}” does not begin with “${found.headings[0]}”`);
}

/** Lets the test's tools run in a page whose own script is off; the page was loaded without it and stays so. */
async function withTools(visitor, act) {
  if (visitor.script) return act();
  await visitor.allowScript(true);
  try {
    await act();
  } finally {
    await visitor.allowScript(false);
  }
}

/** The switch of language leads to the same page in the other one, and from there back. */
async function twin({ page, lang, context, status, journey }) {
  const here = new URL(page.url());
  // Answers to a form that was sent have no address of their own to come back to.
  if (![200, 404].includes(status) || twins.has(here.pathname)) return;
  twins.add(here.pathname);
  const other = lang === 'da' ? 'en' : 'da';
  const there = await page.evaluate((other) => document.querySelector(`header a[hreflang=${other}]`)?.getAttribute('href'), other);
  assert.ok(there, `${here.pathname}: no way to the other language`);
  const answer = await context.request.get(there);
  assert.equal(answer.status(), status, `${here.pathname}: its twin ${there} (${journey})`);
  const html = await answer.text();
  assert.match(html, new RegExp(`<html lang="${other}`), there);
  const back = new RegExp(`<a[^>]*href="([^"]*)" hreflang="${lang}"`).exec(html)?.[1].replaceAll('&amp;', '&');
  // Pages whose languages share one address name the language in the query.
  const home = here.pathname + here.search;
  assert.ok([home, `${home}${here.search ? '&' : '?'}sprog=${lang}`].includes(back), `${there}: the way back is ${back}`);
}
