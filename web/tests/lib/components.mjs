// The component page with a server that the test holds in its hand: it sees what is sent, lets it wait, and tells news when it wants.

import { until } from './patience.mjs';

/** The forms sent from the component page, as text. Each waits for its answer until `answer` is called, and the page stays. */
export async function forms(page) {
  const sent = [];
  const waiting = [];
  await page.route('**/_ui', (route) => {
    if (route.request().method() !== 'POST') return route.fallback();
    sent.push(route.request().postData());
    waiting.push(route);
    return undefined;
  });
  return {
    sent,
    answer: async () => {
      const route = await until(() => waiting.shift(), 'a form to be sent');
      await route.fulfill({ status: 204 });
    },
  };
}

/** Lets the filter find one course, whatever is asked. */
export async function oneResult(page) {
  await page.route(/\/_ui\?/, async (route) => {
    const answer = await route.fetch();
    const asked = new URL(route.request().url()).searchParams.get('q');
    await route.fulfill({ response: answer, body: (await answer.text()).replace('>3 kurser<', `>1 kursus: ${asked}<`) });
  });
}

/** The page's line for news; gives what tells it some. The line breaks after each piece, and the page takes it up again. */
export async function news(page) {
  const lines = [];
  await page.route('**/_ui/live*', (route) => {
    lines.push(route);
  });
  return async (event, data) => {
    const line = await until(() => lines.shift(), 'the page to listen');
    const text = data.split('\n').map((each) => `data: ${each}\n`).join('');
    await line.fulfill({ contentType: 'text/event-stream', body: `retry: 50\nevent: ${event}\n${text}\n` });
  };
}
