// Reading the mail folder: who got what, its links, its calendar entry.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from './patience.mjs';

export class Mailbox {
  constructor(folder) {
    this.folder = folder;
  }

  /** All letters, oldest first. */
  all() {
    if (!existsSync(this.folder)) return [];
    const files = readdirSync(this.folder).filter((name) => name.endsWith('.eml')).sort();
    return files.map((name) => letter(readFileSync(join(this.folder, name))));
  }

  /** Waits for the newest letter to `address` whose subject fits; of those that came after the first `known`. */
  wait(address, subject = '', known = 0) {
    const fits = (mail) => mail.to.includes(address) && (subject instanceof RegExp ? subject.test(mail.subject) : mail.subject.includes(subject));
    return until(() => this.all().slice(known).filter(fits).pop(), () => {
      const there = this.all().map((mail) => `${mail.to}: ${mail.subject}`);
      return `No letter “${subject}” to ${address}. There are:\n${there.join('\n')}`;
    });
  }
}

function letter(bytes) {
  const leaves = parts(bytes.toString('latin1'));
  const head = headers(bytes.toString('latin1'));
  const body = (type) => leaves.find((part) => part.type === type)?.body.toString('utf8');
  const plain = body('text/plain') ?? '';
  return {
    to: decoded(head.get('to') ?? ''),
    subject: decoded(head.get('subject') ?? ''),
    types: leaves.map((part) => part.type),
    plain,
    html: body('text/html'),
    calendar: body('text/calendar'),
    links: plain.match(/https?:\/\/[^\s<>]+/g) ?? [],
  };
}

function headers(text) {
  const lines = text.split(/\r?\n\r?\n/, 1)[0].replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  return new Map(lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]));
}

function parts(text) {
  const head = headers(text);
  const kind = head.get('content-type') ?? 'text/plain';
  const body = text.slice(text.search(/\r?\n\r?\n/)).replace(/^\r?\n\r?\n/, '');
  const boundary = /boundary="?([^";]+)"?/.exec(kind)?.[1];
  if (boundary) return body.split(new RegExp(`\\r?\\n?--${boundary.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')}(?:--)?\\r?\\n?`)).slice(1, -1).flatMap(parts);
  return [{ type: kind.split(';')[0].trim().toLowerCase(), body: unpacked(body, head.get('content-transfer-encoding') ?? '') }];
}

function unpacked(body, encoding) {
  if (/base64/i.test(encoding)) return Buffer.from(body, 'base64');
  if (!/quoted-printable/i.test(encoding)) return Buffer.from(body, 'latin1');
  const plain = body.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/gi, (_, code) => String.fromCharCode(parseInt(code, 16)));
  return Buffer.from(plain, 'latin1');
}

/** Header text that was packed for the way: `=?utf-8?b?…?=`. */
function decoded(text) {
  const word = (_, kind, body) => unpacked(kind.toLowerCase() === 'b' ? body : body.replaceAll('_', ' '), kind.toLowerCase() === 'b' ? 'base64' : 'quoted-printable').toString('utf8');
  return text.replace(/\?=\s+=\?/g, '?==?').replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, word);
}
