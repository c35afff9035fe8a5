// Parts of the page that the server renews while it is open (see `ui::live`). Focus never moves.

import { announce } from './announce';

/** Waits between attempts, in milliseconds, when the server has closed the stream. */
const FIRST_WAIT = 2000;
const LONGEST_WAIT = 60000;
/** Breaks shorter than this are not worth a word. */
const SHORT_BREAK = 5000;

export function live(prepare: (root: ParentNode) => void): void {
  for (const part of document.querySelectorAll<HTMLElement>('[data-live]')) listen(part, prepare);
}

function listen(part: HTMLElement, prepare: (root: ParentNode) => void): void {
  const lost = part.querySelector<HTMLElement>('[data-live-lost]');
  let wait = FIRST_WAIT;
  let last = '';
  let broken: ReturnType<typeof setTimeout> | undefined;

  const tell = (): void => {
    broken ??= setTimeout(() => {
      if (lost) lost.hidden = false;
    }, SHORT_BREAK);
  };
  const untell = (): void => {
    clearTimeout(broken);
    broken = undefined;
    if (lost) lost.hidden = true;
  };

  const open = (): void => {
    // The browser repeats the last number by itself while it tries again; a stream opened anew must say it in its address.
    const from = last && `?from=${encodeURIComponent(last)}`;
    const source = new EventSource((part.dataset['live'] ?? '') + from);
    const remember = (event: MessageEvent): void => {
      last = event.lastEventId;
    };
    source.addEventListener('open', () => {
      wait = FIRST_WAIT;
      untell();
    });
    source.addEventListener('swap', (event) => {
      remember(event);
      swap(event.data, prepare);
    });
    source.addEventListener('announce', (event) => {
      remember(event);
      announce(event.data);
    });
    // Too much was missed to be told: take the parts from the page as it is now.
    source.addEventListener('reset', (event) => {
      remember(event);
      void renew(part, prepare);
    });
    source.addEventListener('error', () => {
      tell();
      // The browser tries again by itself, unless the server refused; then we do, less and less often.
      if (source.readyState === EventSource.CLOSED) {
        setTimeout(open, wait * (0.75 + Math.random() / 2));
        wait = Math.min(wait * 2, LONGEST_WAIT);
      }
    });
    // A page that is left must not keep a stream; one that comes back opens it again.
    addEventListener('pagehide', () => source.close(), { once: true });
  };

  addEventListener('pageshow', (event) => {
    if (event.persisted) open();
  });
  open();
}

/** Fetches the page and takes the live parts from it. */
async function renew(part: HTMLElement, prepare: (root: ParentNode) => void): Promise<void> {
  const answer = await fetch(location.href);
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const source = part.dataset['live'] ?? '';
  const now = page.querySelector(`[data-live="${CSS.escape(source)}"]`);
  const parts = [...(now?.querySelectorAll('[data-live-part]') ?? [])];
  swap(parts.map((fresh) => fresh.outerHTML).join(''), prepare);
}

/** Puts the elements of `html` in place of those with the same id. */
function swap(html: string, prepare: (root: ParentNode) => void): void {
  const template = document.createElement('template');
  template.innerHTML = html;
  for (const fresh of [...template.content.children]) {
    const old = fresh.id && document.getElementById(fresh.id);
    // Told again what the page says already: nothing to replace, and nothing to say.
    if (!old || old.isEqualNode(fresh)) continue;
    const focused = old.contains(document.activeElement) ? document.activeElement : null;
    // Someone is typing in there: what they type is worth more than what is new.
    if (focused?.matches('input, textarea, select')) continue;
    old.replaceWith(fresh);
    prepare(fresh);
    // What had focus is found again by its id, or by being what one can press in the same place.
    const again = focused?.id ? document.getElementById(focused.id) : focused && fresh.querySelector<HTMLElement>('a[href], button');
    again?.focus({ preventScroll: true });
    announce((fresh as HTMLElement).dataset['announce'] ?? fresh.querySelector('[data-announce]')?.textContent ?? '');
  }
}
