// Makes a list of links with its sections (see `ui::tabs`) into tabs with arrow keys.

export function tabs(root: ParentNode): void {
  for (const container of root.querySelectorAll<HTMLElement>('[data-tabs]')) make(container);
}

function make(container: HTMLElement): void {
  const list = container.querySelector('.tab-list');
  const links = [...container.querySelectorAll<HTMLAnchorElement>(':scope > .tab-list a')];
  const panels = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
  if (!list || links.length === 0) return;

  list.setAttribute('role', 'tablist');
  links.forEach((link, at) => {
    const panel = panels[at];
    link.parentElement?.setAttribute('role', 'presentation');
    link.setAttribute('role', 'tab');
    if (!panel) return;
    link.setAttribute('aria-controls', panel.id);
    panel.setAttribute('role', 'tabpanel');
    panel.tabIndex = 0;
  });

  const show = (chosen: number): void => {
    links.forEach((link, at) => {
      link.setAttribute('aria-selected', String(at === chosen));
      link.tabIndex = at === chosen ? 0 : -1;
      const panel = panels[at];
      if (panel) panel.hidden = at !== chosen;
    });
  };

  links.forEach((link, at) => {
    link.addEventListener('click', (event) => {
      event.preventDefault();
      show(at);
      history.replaceState(history.state, '', link.hash);
    });
  });
  list.addEventListener('keydown', (event) => {
    const key = (event as KeyboardEvent).key;
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    const last = links.length - 1;
    const to = { ArrowRight: at === last ? 0 : at + 1, ArrowLeft: at === 0 ? last : at - 1, Home: 0, End: last }[key];
    if (at < 0 || to === undefined) {
      if (key === ' ' && at >= 0) {
        event.preventDefault();
        show(at);
      }
      return;
    }
    event.preventDefault();
    show(to);
    links[to]?.focus();
  });

  // An address may lead to a panel or to something inside one.
  const aimed = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  show(Math.max(0, aimed ? panels.findIndex((panel) => panel?.contains(aimed)) : 0));
}
