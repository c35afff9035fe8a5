// Menus that are <details>: they close on Escape and when one goes elsewhere.

export function menus(): void {
  const close = (menu: HTMLDetailsElement, focus: boolean): void => {
    menu.open = false;
    if (focus) menu.querySelector('summary')?.focus();
  };
  const open = (): HTMLDetailsElement[] => [...document.querySelectorAll<HTMLDetailsElement>('details[data-menu][open]')];
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    for (const menu of open()) close(menu, menu.contains(document.activeElement));
  });
  const elsewhere = (event: Event): void => {
    for (const menu of open()) if (!menu.contains(event.target as Node)) close(menu, false);
  };
  document.addEventListener('click', elsewhere);
  document.addEventListener('focusin', elsewhere);
}
