// Filters that act while one types: the page is fetched with the new query, and only its results are taken over.

import { announce } from './announce';

/** Typing pauses longer than this start a search. */
const PAUSE = 350;

export function liveFilters(prepare: (root: ParentNode) => void): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-live-filter]')) watch(form, prepare);
}

function watch(form: HTMLFormElement, prepare: (root: ParentNode) => void): void {
  const id = form.dataset['liveFilter'] ?? '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  let request: AbortController | undefined;
  let shown = address(form).href;

  const refresh = async (): Promise<void> => {
    clearTimeout(timer);
    const url = address(form);
    const old = document.getElementById(id);
    if (!old || url.href === shown) return;
    request?.abort();
    const mine = (request = new AbortController());
    old.setAttribute('aria-busy', 'true');
    try {
      const answer = await fetch(url, { signal: mine.signal, headers: { Accept: 'text/html' } });
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const fresh = page.getElementById(id);
      if (!answer.ok || !fresh) throw new Error(`no results in the answer (${answer.status})`);
      shown = url.href;
      document.getElementById(id)?.replaceWith(fresh);
      prepare(fresh);
      history.replaceState(history.state, '', url);
      // The switch to the other language carries the query too.
      const other = page.querySelector<HTMLAnchorElement>('a.language-link')?.getAttribute('href');
      if (other) document.querySelector('a.language-link')?.setAttribute('href', other);
      announce(fresh.querySelector('[data-announce]')?.textContent ?? '');
    } catch {
      // The browser can do it the long way.
      if (!mine.signal.aborted) location.assign(url);
    }
  };

  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => void refresh(), PAUSE);
  });
  form.addEventListener('change', () => void refresh());
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void refresh();
  });
}

/** Where the form would lead, without its empty fields. */
function address(form: HTMLFormElement): URL {
  const url = new URL(form.action);
  url.search = '';
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && value !== '') url.searchParams.append(name, value);
  }
  return url;
}
