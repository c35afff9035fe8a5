// Forms that come back: what is wrong stands on top and at each field, the way from one to the other works, and nothing typed is lost.

import assert from 'node:assert/strict';

/** The complaints of a form that came back, in order; each was found at its field too. */
export async function complaints(visitor) {
  const { page, say } = visitor;
  const items = await page.locator('main').getByRole('group', { name: say('errors-title') }).or(page.getByRole('group', { name: say('errors-title', { count: 1 }) })).getByRole('listitem').all();
  assert.ok(items.length > 0, 'there is a summary of what is wrong');
  assert.ok(await visitor.find('heading', say('errors-title', { count: items.length })).isVisible(), 'it counts right');
  if (visitor.script) assert.equal(await page.evaluate(() => document.activeElement.getAttribute('role')), 'group', 'the summary has focus');
  assert.ok((await page.title()).startsWith(say('error-prefix')), 'the title says so first');
  const found = [];
  for (const item of items) {
    const message = (await item.innerText()).trim();
    found.push(message);
    const link = item.getByRole('link');
    // What concerns the whole form leads nowhere.
    if ((await link.count()) === 0) continue;
    await link.click();
    const place = await page.evaluate(atField);
    assert.ok(place, `“${message}” leads to no field`);
    if (visitor.script) assert.ok(place.focused, `“${message}” puts focus into its field`);
    assert.ok(place.invalid, `“${message}”: the field says that it is wrong`);
    assert.ok(place.description.includes(message), `“${message}” stands at its field, which says “${place.description}”`);
  }
  return found;
}

/** The field that the address points to, or has focus. */
function atField() {
  const focus = document.activeElement;
  const field = document.querySelector(':target') ?? (focus === document.body ? null : focus);
  if (!field) return undefined;
  const group = field.closest('[aria-invalid], [aria-describedby]') ?? field.closest('fieldset[aria-describedby]') ?? field;
  const described = [field, group, field.closest('fieldset')].flatMap((element) => (element?.getAttribute('aria-describedby') ?? '').split(' ')).filter(Boolean);
  return {
    focused: field === focus || field.contains(focus),
    invalid: [field, group, ...(field.querySelectorAll?.('input') ?? [])].some((element) => element.getAttribute('aria-invalid') === 'true') || described.some((id) => document.getElementById(id)?.matches('.form-error-message')),
    description: described.map((id) => document.getElementById(id)?.innerText ?? '').join(' '),
  };
}

/** Everything typed and chosen in the page's form, without what is hidden. */
export function typed({ page }) {
  return page.evaluate(() => {
    const form = [...document.querySelectorAll('main form')].sort((a, b) => b.elements.length - a.elements.length)[0];
    const hidden = new Set([...form.querySelectorAll('[type=hidden]')].map((field) => field.name));
    return [...new FormData(form)].filter(([name]) => !hidden.has(name)).map(([name, value]) => `${name}: ${value}`);
  });
}
