// The house's own words, read from its text files, so that journeys go by what people read in either language.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = new URL('../../../', import.meta.url).pathname;
const ROOMS = ['ui', 'platform', 'courses'];
const books = new Map();

/** The words of a language: `say('signup-name')`, `say('order-cancelled', { name: 'Ane' })`. Where a value is left out, the answer is a pattern. */
export function words(lang) {
  const book = books.get(lang) ?? read(lang);
  books.set(lang, book);
  return (key, values = {}) => {
    const text = book.get(key);
    if (text === undefined) throw new Error(`There is no text ${key} in ${lang}.`);
    return fill(text, values);
  };
}

function read(lang) {
  const book = new Map();
  for (const room of ROOMS) {
    const folder = join(ROOT, 'crates', room, 'texts');
    const files = readdirSync(folder).flatMap((name) => {
      if (name === `${lang}.ftl`) return [join(folder, name)];
      return name === lang ? readdirSync(join(folder, lang)).map((file) => join(folder, lang, file)) : [];
    });
    for (const file of files) {
      // An entry: a name, and everything up to the next line that begins at the margin.
      for (const [, key, text] of readFileSync(file, 'utf8').matchAll(/^([a-z][\w-]*) = ?(.*(?:\n[ \t}].*)*)/gm)) book.set(key, text.trim());
    }
  }
  return book;
}

function fill(text, values) {
  const chosen = text.replace(/\{ *\$(\w+) *->([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}/g, (_, name, list) => variant(list, values[name]));
  const parts = chosen.split(/\{ *\$(\w+) *\}/);
  const open = parts.some((name, at) => at % 2 === 1 && values[name] === undefined);
  if (!open) return parts.map((part, at) => (at % 2 ? String(values[part]) : part)).join('');
  const pattern = parts.map((part, at) => (at % 2 ? (values[part] === undefined ? '.+' : quoted(String(values[part]))) : quoted(part)));
  return new RegExp(pattern.join(''));
}

/** The form of a text for a number: `[one] …`, `*[other] …`. */
function variant(list, number) {
  const forms = [...list.matchAll(/(\*?)\[(\w+)\] *([^\n]*)/g)].map(([, usual, name, text]) => ({ usual, name, text: text.trim() }));
  const fits = (form) => form.name === String(number) || (form.name === 'one' && number === 1);
  return (forms.find(fits) ?? forms.find((form) => form.usual)).text;
}

export const quoted = (text) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
