// What can be wrong with any page: accessibility, markup, width, structure.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';

const AXE = await readFile(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** No accessibility findings of any weight. */
export async function accessible(page, where) {
  // As text to the browser itself, because the page's policy lets no script in.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(`${AXE}; undefined`);
  // Styles are not fetched a second time: only a rule that is still an experiment wants them.
  const { violations } = await page.evaluate(
    (tags) => window.axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'], preload: false }),
    RULES,
  );
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

/** Nothing sticks out sideways (WCAG 1.4.10), not even where it would be cut off unseen. What scrolls by itself may be wide inside. */
export async function reflows(page, where) {
  const wide = await page.evaluate(() => {
    const limit = document.documentElement.clientWidth;
    const scrolls = (element) => element !== document.body && /auto|scroll/.test(getComputedStyle(element).overflowX);
    const inside = (element) => element && (scrolls(element) || inside(element.parentElement));
    const out = [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > limit + 1 && element.checkVisibility({ visibilityProperty: true }) && !inside(element.parentElement))
      .slice(0, 5)
      .map((element) => `${element.tagName.toLowerCase()}.${element.className}`);
    if (document.documentElement.scrollWidth > limit) out.push(`the page: ${document.documentElement.scrollWidth} in ${limit}`);
    return out;
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
