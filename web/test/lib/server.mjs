// Serves the component page as the program would: same paths, same content security policy.

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};
export const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
  "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** Starts the server; `posts` collects the bodies of what was sent, `news` sends to open live streams. */
export async function serve(folder) {
  const posts = [];
  const streams = new Set();
  const server = createServer(async (request, response) => {
    const url = new URL(request.url, 'http://localhost');
    if (request.method === 'POST') {
      let body = '';
      for await (const chunk of request) body += chunk;
      posts.push(body);
      // Slow enough that an impatient second press comes before the answer.
      setTimeout(() => response.writeHead(204).end(), 300);
      return;
    }
    if (url.pathname === '/_ui/live') {
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
      response.write(': open\n\n');
      streams.add(response);
      request.on('close', () => streams.delete(response));
      return;
    }
    const name = url.pathname === '/_ui' ? '/da.html' : url.pathname;
    try {
      let body = await readFile(join(folder, normalize(name)));
      // The filter of the component page: one result fewer when asked for something.
      if (url.searchParams.get('q')) body = Buffer.from(String(body).replace('>3 kurser<', `>1 kursus: ${url.searchParams.get('q')}<`));
      response.writeHead(200, { 'Content-Type': TYPES[extname(name)], 'Content-Security-Policy': POLICY }).end(body);
    } catch {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('not here');
    }
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    posts,
    news: (event, data) => {
      for (const stream of streams) stream.write(`event: ${event}\n${data.split('\n').map((line) => `data: ${line}\n`).join('')}\n`);
    },
    streams: () => streams.size,
    close: () => {
      for (const stream of streams) stream.destroy();
      server.closeAllConnections();
      server.close();
    },
  };
}
