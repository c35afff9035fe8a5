// A form is sent once, and changes are not lost by leaving the page.

/** How long a button stays quiet when the answer is a download and the page stays. */
const QUIET = 8000;

/** Further presses while a form is on its way do nothing. */
export function sendOnce(): void {
  const sending = new Map<HTMLFormElement, Element | null>();
  const release = (form: HTMLFormElement): void => {
    sending.get(form)?.removeAttribute('aria-disabled');
    sending.delete(form);
  };
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    if (event.defaultPrevented || form.method !== 'post') return;
    if (sending.has(form)) {
      event.preventDefault();
      return;
    }
    // `disabled` would drop the button's own name and value and take its focus.
    event.submitter?.setAttribute('aria-disabled', 'true');
    sending.set(form, event.submitter);
    setTimeout(() => release(form), QUIET);
  });
  // The page may come back as it was left, out of the browser's memory.
  addEventListener('pageshow', () => {
    for (const form of [...sending.keys()]) release(form);
  });
}

/** Warns before leaving a form marked `data-unsaved` with changes. */
export function unsavedChanges(): void {
  const changed = new Set<HTMLFormElement>();
  const note = (event: Event): void => {
    const form = (event.target as HTMLElement).closest<HTMLFormElement>('form[data-unsaved]');
    if (form) changed.add(form);
  };
  document.addEventListener('input', note);
  document.addEventListener('change', note);
  document.addEventListener('submit', (event) => {
    if (!event.defaultPrevented) changed.delete(event.target as HTMLFormElement);
  });
  addEventListener('beforeunload', (event) => {
    if ([...changed].some((form) => form.isConnected)) event.preventDefault();
  });
}
