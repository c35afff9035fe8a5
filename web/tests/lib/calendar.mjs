// Reading a calendar file strictly enough to notice a broken one.

import assert from 'node:assert/strict';

/** The components of a calendar: `{ name, properties: Map, parts }`, the outermost one. */
export function calendar(text) {
  assert.ok(text.endsWith('\r\n'), 'every line ends with CRLF');
  for (const line of text.split('\r\n')) {
    assert.ok(Buffer.byteLength(line) <= 75, `folded at 75 bytes: ${line}`);
    assert.ok(!line.includes('\n'), 'no bare line feed');
  }
  const root = { name: '', properties: new Map(), parts: [] };
  const open = [root];
  for (const line of text.replace(/\r\n[ \t]/g, '').split('\r\n').filter(Boolean)) {
    const [, name, value] = /^([^:;]+)(?:;(?:"[^"]*"|[^:"])*)?:(.*)$/.exec(line) ?? assert.fail(`not a calendar line: ${line}`);
    if (name === 'BEGIN') {
      const part = { name: value, properties: new Map(), parts: [] };
      open.at(-1).parts.push(part);
      open.push(part);
    } else if (name === 'END') {
      assert.equal(open.pop().name, value, 'what begins must end');
    } else {
      open.at(-1).properties.set(name, value.replace(/\\([,;\\])/g, '$1').replace(/\\n/gi, '\n'));
    }
  }
  assert.deepEqual(open, [root]);
  assert.equal(root.parts.length, 1);
  assert.equal(root.parts[0].name, 'VCALENDAR');
  return root.parts[0];
}

export const events = (entry) => entry.parts.filter((part) => part.name === 'VEVENT');
