// The browser of the tests, and what every page is checked for.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { chromium } from 'playwright-core';

const AXE = await readFile(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export const NARROW = { width: 320, height: 640 };
export const WIDE = { width: 1280, height: 900 };

export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** A page with a list of `faults`: scripts that threw, things the policy forbade. `keptOut` blocks addresses. */
export async function open(browser, url, options = {}, keptOut = undefined) {
  const context = await browser.newContext({ viewport: WIDE, ...options });
  const page = await context.newPage();
  if (keptOut) await page.route(keptOut, (route) => route.abort());
  const faults = [];
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`);
  });
  page.faults = faults;
  await page.goto(url);
  return page;
}

/** No accessibility findings of any weight. */
export async function accessible(page, where) {
  // As text to the browser itself, because the page's policy lets no script in.
  await page.evaluate(`${AXE}; undefined`);
  const { violations } = await page.evaluate((tags) => window.axe.run(document, { runOnly: { type: 'tag', values: tags } }), RULES);
  const list = violations.map(
    (found) => `${found.id} (${found.impact}): ${found.help}\n    ${found.nodes.map((node) => `${node.target}: ${node.any[0]?.message ?? node.failureSummary}`).join('\n    ')}`,
  );
  assert.deepEqual(list, [], `${where}\n${list.join('\n')}`);
}

const validator = new HtmlValidate(new StaticConfigLoader({ extends: ['html-validate:standard'] }));

/** The markup as the server sent it is valid HTML. */
export async function valid(html, where) {
  const report = await validator.validateString(html);
  const list = report.results.flatMap((result) => result.messages.map((found) => `${found.line}:${found.column} ${found.message} (${found.ruleId})`));
  assert.deepEqual(list, [], where);
}

/** Nothing sticks out sideways (WCAG 1.4.10). */
export async function reflows(page, where) {
  const wide = await page.evaluate(() => {
    const limit = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= limit) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > limit + 1 && !element.closest('.table--responsive-scroll'))
      .slice(0, 5)
      .map((element) => `${element.tagName.toLowerCase()}.${element.className}`);
  });
  assert.deepEqual(wide, [], `${where}: wider than the window`);
}

/** Ids are unique, one h1 equal to the title, no heading level jumped. */
export async function wellFormed(page, where) {
  const faults = await page.evaluate(() => {
    const found = [];
    const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
    found.push(...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `the id ${id} is there twice`));
    for (const element of document.querySelectorAll('[for], [aria-describedby], [aria-labelledby], [aria-controls], [popovertarget]')) {
      for (const name of ['for', 'aria-describedby', 'aria-labelledby', 'aria-controls', 'popovertarget']) {
        for (const id of (element.getAttribute(name) ?? '').split(' ').filter(Boolean)) {
          if (!document.getElementById(id)) found.push(`${name}="${id}" leads nowhere`);
        }
      }
    }
    const headings = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter((heading) => !heading.closest('dialog'));
    const first = headings.filter((heading) => heading.tagName === 'H1');
    if (first.length !== 1) found.push(`${first.length} h1`);
    else if (!document.title.includes(first[0].textContent)) found.push('the h1 is not the title');
    headings.reduce((before, heading) => {
      const level = Number(heading.tagName[1]);
      if (level > before + 1) found.push(`“${heading.textContent}” jumps from ${before} to ${level}`);
      return level;
    }, 0);
    for (const element of document.querySelectorAll('[style], [onclick]')) found.push(`inline style or script on ${element.tagName}`);
    return found;
  });
  assert.deepEqual(faults, [], where);
}
