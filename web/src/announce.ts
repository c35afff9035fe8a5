// Says something to screen readers without moving focus.

let pending: ReturnType<typeof setTimeout> | undefined;
/** What is to be said together: two things that happen at once are both heard. */
let waiting: string[] = [];

/** Reads `text` out politely, also when the same text was said just before. */
export function announce(text: string): void {
  const region = document.getElementById('announcer');
  if (!region || !text.trim()) return;
  if (!waiting.includes(text.trim())) waiting.push(text.trim());
  region.textContent = '';
  clearTimeout(pending);
  // A short while, or screen readers take emptying and filling for no change.
  pending = setTimeout(() => {
    region.textContent = waiting.join(' ');
    waiting = [];
  }, 100);
}
