// Rows of a form that are added and removed in place (see `ui::Repeat`).

import { announce } from './announce';

const INDEX = '__i__';

export function repeats(prepare: (root: ParentNode) => void): void {
  document.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLButtonElement>('[data-repeat-add], [data-repeat-remove]');
    const list = button?.closest<HTMLElement>('[data-repeat]');
    if (!button || !list) return;
    event.preventDefault();
    const row = button.closest<HTMLElement>('[data-repeat-row]');
    if (row && button.hasAttribute('data-repeat-remove')) remove(list, row);
    else add(list, prepare);
    // For the warning about unsaved changes.
    list.dispatchEvent(new Event('change', { bubbles: true }));
  });
}

const rows = (list: HTMLElement): HTMLElement[] => [...list.querySelectorAll<HTMLElement>('[data-repeat-row]')];

function add(list: HTMLElement, prepare: (root: ParentNode) => void): void {
  const template = list.querySelector<HTMLTemplateElement>('template[data-repeat-template]');
  if (!template || rows(list).length >= Number(list.dataset['repeatMax'])) return;
  // Rows taken out leave gaps; the next index is one above the highest ever used here.
  const next = Number(list.dataset['repeatNext'] ?? highest(list) + 1);
  list.dataset['repeatNext'] = String(next + 1);
  const holder = document.createElement('template');
  holder.innerHTML = template.innerHTML.replaceAll(INDEX, String(next));
  const row = holder.content.firstElementChild as HTMLElement;
  list.querySelector('[data-repeat-rows]')?.append(row);
  prepare(row);
  renumber(list);
  row.querySelector<HTMLElement>('input:not([type=hidden]), select, textarea')?.focus();
  announce(`${title(row)} ${list.dataset['repeatAdded']}`);
}

function remove(list: HTMLElement, row: HTMLElement): void {
  const all = rows(list);
  if (all.length <= Number(list.dataset['repeatMin'])) return;
  const removed = title(row);
  const at = all.indexOf(row);
  const neighbour = all[at - 1] ?? all[at + 1];
  row.remove();
  renumber(list);
  const place = neighbour?.querySelector<HTMLElement>('legend') ?? list.querySelector<HTMLElement>('[data-repeat-add]');
  place?.focus();
  announce(`${removed} ${list.dataset['repeatRemoved']}`);
}

function renumber(list: HTMLElement): void {
  const all = rows(list);
  all.forEach((row, at) => {
    for (const number of row.querySelectorAll('[data-repeat-number]')) number.textContent = String(at + 1);
    const removal = row.querySelector<HTMLElement>('.repeat-remove');
    if (removal) removal.hidden = all.length <= Number(list.dataset['repeatMin']);
  });
  const button = list.querySelector<HTMLButtonElement>('[data-repeat-add]');
  if (button) button.disabled = all.length >= Number(list.dataset['repeatMax']);
}

function highest(list: HTMLElement): number {
  const indices = rows(list).map((row) => {
    const value = row.querySelector<HTMLButtonElement>('[data-repeat-remove]')?.value ?? '';
    return Number(value.split(':')[2] ?? 0);
  });
  return Math.max(-1, ...indices);
}

const title = (row: HTMLElement): string => row.querySelector('legend')?.textContent?.trim() ?? '';
