// Following every link there is: each leads somewhere, to a page that keeps its promises at both widths, or to a file.

import assert from 'node:assert/strict';
import { reflows, valid } from './checks.mjs';

/** Not a page of ours but what a mail program shows. */
const LETTER = /^(\/en)?\/_mail\/[^/]+\/html/;

/** Walks that remember where they have been. */
export class Crawl {
  visited = new Set();

  /** Walks on from some addresses; gives those that were visited. */
  async walk(t, visitor, starts, options) {
    const walked = await follow(visitor, starts, options);
    for (const address of walked) this.visited.add(address.replace(/[?#].*/, ''));
    t.diagnostic(`${walked.length} addresses`);
    return walked;
  }
}

/** By its path, or by its query where both languages share one. */
export const inEnglish = ({ pathname, search }) => /^\/en(\/|$)/.test(pathname) || /\bsprog=en\b/.test(search);

/**
 * Walks from `starts` until no new link is found; gives the addresses visited. `stay` says which addresses belong to the walk.
 * Every link is asked for. Of pages of one kind (the same address but for names and numbers) the first few are looked over,
 * at each of `widths`; they must fit into `fits` too.
 */
async function follow(visitor, starts, { stay = () => true, widths = [320, 1280], fits = [], ofAKind = 2 } = {}) {
  const { house, context, page } = visitor;
  const waiting = [...starts];
  const known = new Map(starts.map((start) => [start, 'the start']));
  const kinds = new Map();
  const walked = [];
  while (waiting.length) {
    const path = waiting.shift();
    const kind = path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…').replace(/\?.*/, (query) => query.replace(/=[^&]*/g, '=…'));
    const before = kinds.get(kind) ?? 0;
    kinds.set(kind, before + 1);
    const answer = await context.request.get(path);
    assert.equal(answer.status(), 200, `${path}, found on ${known.get(path)}`);
    walked.push(path);
    if (!/^text\/html/.test(answer.headers()['content-type']) || before >= ofAKind || LETTER.test(path)) continue;
    await valid(await answer.text(), path);
    await page.goto(path);
    for (const width of widths) {
      await visitor.resize(width);
      await visitor.check();
    }
    for (const width of fits) {
      await visitor.resize(width);
      await reflows(page, `${path} at ${width}`);
    }
    for (const { href, hash } of await page.evaluate(links)) {
      const url = new URL(href);
      if (url.origin !== house.origin) {
        assert.match(url.protocol, /^(https?|mailto|tel):$/, `${href} on ${path}`);
        continue;
      }
      const target = url.pathname + url.search;
      if (target === path && hash) assert.ok(await page.locator(hash).count(), `${path}: ${hash} is not there`);
      if (known.has(target) || !stay(url)) continue;
      known.set(target, path);
      waiting.push(target);
    }
  }
  return walked;
}

function links() {
  const links = [...document.querySelectorAll('a[href]')].map((link) => ({ href: link.href, hash: link.hash.length > 1 ? link.hash : '' }));
  return [...links, ...[...document.querySelectorAll('iframe[src]')].map(({ src }) => ({ href: src, hash: '' }))];
}
