// Counts down to the longest answer of a text field.

import { announce } from './announce';

/** Typing pauses before the count is read aloud. */
const PAUSE = 1000;

export function characterLimits(root: ParentNode): void {
  for (const field of root.querySelectorAll<HTMLTextAreaElement>('textarea[data-limit]')) {
    const note = document.getElementById(`${field.id}-limit`);
    if (note) count(field, note);
  }
}

function count(field: HTMLTextAreaElement, note: HTMLElement): void {
  const limit = Number(field.dataset['limit']);
  const start = note.textContent ?? '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  const show = (): void => {
    const left = limit - [...field.value].length;
    const text = (left < 0 ? note.dataset['over'] : note.dataset['left'])?.replace('{n}', String(Math.abs(left)));
    note.textContent = left === limit ? start : (text ?? start);
    note.classList.toggle('limit-exceeded', left < 0);
  };
  const say = (): void => {
    clearTimeout(timer);
    // Only worth interrupting when it grows short.
    if ([...field.value].length > limit * 0.8) timer = setTimeout(() => announce(note.textContent ?? ''), PAUSE);
  };
  field.addEventListener('input', () => {
    show();
    say();
  });
  if (field.value) show();
}
