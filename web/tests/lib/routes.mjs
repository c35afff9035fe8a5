// The program's own list of its addresses, to see whether any was forgotten.

import { readFileSync } from 'node:fs';

const LIST = new URL('../../../docs/routes.md', import.meta.url);

/** What a walk cannot lead to, and where it is tried instead. */
const ELSEWHERE = [
  // Lines that stay open: live.test.mjs.
  /\/live$/,
  // Where another house's sign-in comes back to; it wants an answer only that house can give: crates/inddrag/tests.
  /\/oidc\//,
];

/** Whether an address is for those who are signed in: the house, one's profile, the operators' pages. */
export const isOfTheHouse = (address) => /^(\/en)?\/(hus|house|profil|profile|drift|operations)(\/|$)/.test(address) && !/\{token\}/.test(address);

/** The addresses of a kind that can be visited and were not, in either language. */
export function unvisited(visited, isOfKind) {
  const rows = readFileSync(LIST, 'utf8').matchAll(/^\| GET \| `([^`]+)` \| (?:`([^`]+)`)? ?\|/gm);
  const addresses = [...rows].flatMap(([, danish, english]) => [danish, english]).filter(Boolean);
  if (addresses.length < 100) throw new Error(`Only ${addresses.length} addresses were read from ${LIST.pathname}.`);
  const seen = new Set([...visited].map((path) => addresses.filter((address) => fits(address, path)).sort((a, b) => names(a) - names(b))[0]));
  return addresses.filter((address) => isOfKind(address) && !seen.has(address) && !ELSEWHERE.some((pattern) => pattern.test(address)));
}

/** Names in braces stand for one part of an address; of several that fit, the one with the fewest is meant (`/ny` is not a `{course}`). */
function fits(address, path) {
  const pattern = address.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '[^/]+');
  return new RegExp(`^${pattern}$`).test(path);
}

const names = (address) => address.split('{').length;
