// Going through a page with the Tab key only, as people do who use no mouse, and seeing where one is at every stop.

import assert from 'node:assert/strict';

/** Presses Tab until the thing called `name` has focus; `part` is the heading of the group of fields it stands in. */
export async function tabTo({ page }, name, part = undefined) {
  const passed = [];
  for (let steps = 0; steps < 150; steps++) {
    await page.keyboard.press('Tab');
    let stop = await page.evaluate(stopAt);
    // Some things glide into sight.
    for (let patience = 0; stop?.faults.length && patience < 50; patience++) {
      await page.waitForTimeout(100);
      stop = await page.evaluate(stopAt);
    }
    assert.ok(stop, `focus went out of the page on the way to “${name}”, past ${passed.slice(-5).join(', ')}`);
    assert.deepEqual(stop.faults, [], `“${stop.name}” on the way to “${name}”`);
    if (stop.name === name && (!part || stop.part === part)) return;
    passed.push(stop.name);
  }
  assert.fail(`“${name}” is not reached by keyboard; there were: ${passed.join(', ')}`);
}

/** Where focus is, and what is wrong with how it shows. */
function stopAt() {
  const element = document.activeElement;
  if (!element || element === document.body) return undefined;
  const label = element.labels?.[0];
  const shown = element.matches('[type=radio], [type=checkbox]') && label ? label : element;
  const box = shown.getBoundingClientRect();
  const faults = [];
  if (box.bottom <= 0 || box.top >= innerHeight || box.width === 0) faults.push('has focus out of sight');
  const looks = [getComputedStyle(element), getComputedStyle(shown), getComputedStyle(shown, '::before')];
  const marked = looks.some((style) => (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none');
  if (!marked) faults.push('does not show that it has focus');
  const name = (label ?? element).textContent.trim().replace(/\s+/g, ' ').replace(/ \([^)]*\)$/, '');
  const part = element.closest('fieldset')?.querySelector('legend')?.textContent.trim().replace(/\s+/g, ' ');
  return { name, part, faults };
}
