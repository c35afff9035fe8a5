// Says something to screen readers without moving focus.

let pending: ReturnType<typeof setTimeout> | undefined;

/** Reads `text` out politely, also when the same text was said just before. */
export function announce(text: string): void {
  const region = document.getElementById('announcer');
  if (!region || !text.trim()) return;
  region.textContent = '';
  clearTimeout(pending);
  // A short while, or screen readers take emptying and filling for no change.
  pending = setTimeout(() => {
    region.textContent = text.trim();
  }, 100);
}
