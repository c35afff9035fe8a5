// Buttons that copy a value. They show themselves only where copying works.

import { announce } from './announce';

export function copyButtons(root: ParentNode): void {
  if (!navigator.clipboard) return;
  for (const button of root.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    button.hidden = false;
    button.addEventListener('click', () => void copy(button));
  }
}

async function copy(button: HTMLButtonElement): Promise<void> {
  const label = button.querySelector('span');
  const done = button.dataset['copied'] ?? '';
  if (!label || label.textContent === done) return;
  await navigator.clipboard.writeText(button.dataset['copy'] ?? '');
  const before = label.textContent;
  label.textContent = done;
  announce(done);
  setTimeout(() => {
    label.textContent = before;
  }, 2500);
}
