// Dialogs with the browser's own <dialog>, and the question before a dangerous button.

/** Links that open a dialog of the page. */
export function dialogs(): void {
  for (const opener of document.querySelectorAll<HTMLAnchorElement>('a[data-dialog-open]')) {
    opener.setAttribute('role', 'button');
    opener.setAttribute('aria-haspopup', 'dialog');
  }
  document.addEventListener('keydown', (event) => {
    // What says it is a button must obey the space bar.
    const opener = (event.target as Element).closest?.<HTMLAnchorElement>('a[data-dialog-open]');
    if (opener && event.key === ' ') {
      event.preventDefault();
      opener.click();
    }
  });
  document.addEventListener('click', (event) => {
    const target = event.target as Element;
    const opener = target.closest<HTMLElement>('[data-dialog-open]');
    const dialog = opener && document.getElementById(opener.dataset['dialogOpen'] ?? '');
    if (dialog instanceof HTMLDialogElement) {
      event.preventDefault();
      dialog.showModal();
      return;
    }
    const close = target.closest('[data-dialog-close]');
    // A click on the dialog itself, not on its content, is one beside it.
    const open = close?.closest('dialog') ?? (target instanceof HTMLDialogElement ? target : null);
    if (open?.open) {
      event.preventDefault();
      open.close();
    }
  });
}

/** Buttons with `data-confirm` ask first and send the form when the answer is yes. */
export function confirmButtons(): void {
  const confirmed = new WeakSet<HTMLButtonElement>();
  document.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLButtonElement>('button[data-confirm]');
    if (!button?.form || confirmed.has(button) || button.getAttribute('aria-disabled') === 'true') return;
    event.preventDefault();
    void ask(button).then((yes) => {
      if (!yes) return;
      confirmed.add(button);
      button.click();
      confirmed.delete(button);
    });
  });
}

function ask(button: HTMLButtonElement): Promise<boolean> {
  const dialog = element('dialog', 'fds-modal');
  const content = element('div', 'modal-content');
  const header = element('div', 'modal-header');
  const title = element('h2', 'modal-title', button.dataset['confirm']);
  title.id = 'confirm-title';
  const body = element('div', 'modal-body');
  const text = element('p', '', button.dataset['confirmText']);
  text.id = 'confirm-text';
  const footer = element('div', 'modal-footer');
  const yes = element('button', 'button button-warning', button.querySelector('span')?.textContent ?? '');
  const no = element('button', 'button button-secondary', button.dataset['confirmCancel']);
  dialog.setAttribute('role', 'alertdialog');
  dialog.setAttribute('aria-labelledby', title.id);
  dialog.setAttribute('aria-describedby', text.id);
  header.append(title);
  body.append(text);
  // The harmless answer comes first and has focus.
  footer.append(no, yes);
  content.append(header, body, footer);
  dialog.append(content);
  document.body.append(dialog);
  return new Promise((resolve) => {
    no.addEventListener('click', () => dialog.close('no'));
    yes.addEventListener('click', () => dialog.close('yes'));
    dialog.addEventListener('close', () => {
      dialog.remove();
      button.focus();
      resolve(dialog.returnValue === 'yes');
    });
    dialog.showModal();
  });
}

function element<Name extends keyof HTMLElementTagNameMap>(name: Name, className: string, text?: string): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  if (made instanceof HTMLButtonElement) made.type = 'button';
  return made;
}
