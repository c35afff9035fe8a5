// A real OpenID Connect provider on a random port, for the tests of signing in.
//
//   node server.mjs
//
// Prints its address as the first line. Then reads one line of JSON from its standard input:
//
//   {"redirect_uri": "http://localhost:1234/log-ind/oidc/tilbage", "email_in_token": false}
//
// and answers from then on. It ends when its standard input is closed, so it never outlives the test.
//
// Whoever types a mail address as login name is the person with that address. "unverified:" in front of it makes the provider say that it has not verified
// the address; any password will do.

import { once } from 'node:events';
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';
import Provider from 'oidc-provider';

const server = createServer();
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const issuer = `http://localhost:${server.address().port}`;
console.log(issuer);

const lines = createInterface({ input: process.stdin });
lines.on('close', () => process.exit(0));
const [line] = await once(lines, 'line');
const { redirect_uri, email_in_token } = JSON.parse(line);

const provider = new Provider(issuer, {
  clients: [{ client_id: 'inddrag', client_secret: 'hemmelig-i-testen', redirect_uris: [redirect_uri] }],
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
  conformIdTokenClaims: !email_in_token,
  cookies: { keys: ['only for tests'] },
  pkce: { required: () => true },
  findAccount: (_, id) => ({
    accountId: id,
    claims: () => ({ sub: id, name: 'Anne Holm', email: id.replace('unverified:', ''), email_verified: !id.startsWith('unverified:') }),
  }),
});
server.on('request', provider.callback());
console.log('ready');
