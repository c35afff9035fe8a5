// The error summary takes focus when the page loads, and its links go to the field, with its label in view.

export function errorSummary(): void {
  const summary = document.querySelector<HTMLElement>('[data-error-summary]');
  if (!summary) return;
  summary.focus();
  summary.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a');
    const field = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!field) return;
    event.preventDefault();
    field.closest('.form-group')?.scrollIntoView({ block: 'start' });
    const control = field.matches('fieldset') ? field.querySelector<HTMLElement>('input, select, textarea') : null;
    (control ?? field).focus({ preventScroll: true });
  });
}
