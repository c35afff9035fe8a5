// Waiting for what comes when it comes.

const LONGEST = 20_000;
const STEP = 40;

/** Asks until the answer is something; `what` says what was waited for in vain. */
export async function until(ask, what) {
  const deadline = Date.now() + LONGEST;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > deadline) throw new Error(typeof what === 'function' ? what() : `Waited in vain for ${what}.`);
    await new Promise((done) => setTimeout(done, STEP));
  }
}
