// The program under test: started with demo content on a free port, with a data folder of its own.

import { spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Mailbox } from './mail.mjs';

export const ROOT = new URL('../../../', import.meta.url).pathname;
export const ARTEFACTS = join(ROOT, 'test-artefacts');
export const PROGRAM = process.env.INDDRAG_BIN || join(ROOT, 'target', 'debug', 'inddrag');

/** Far above what people do: the tests all come from one address. */
const LIMITS = ['--requests-per-minute', '1000000', '--forms-per-hour', '100000', '--mail-links-per-hour', '1000'];

export class House {
  /** Starts a house. `name` names its log in the artefacts; `settings` are further flags. */
  static async open(name, settings = []) {
    if (!existsSync(PROGRAM)) throw new Error(`There is no ${PROGRAM}. Build it (cargo build -p inddrag), or name one in INDDRAG_BIN.`);
    mkdirSync(ARTEFACTS, { recursive: true });
    const house = new House();
    house.settings = settings;
    house.port = await freePort();
    // By name and not by number: passkeys belong to names.
    house.origin = `http://localhost:${house.port}`;
    house.data = mkdtempSync(join(tmpdir(), 'inddrag-house-'));
    house.mail = new Mailbox(join(house.data, 'mail'));
    house.logFile = join(ARTEFACTS, `${name}.log`);
    rmSync(house.logFile, { force: true });
    await house.start();
    return house;
  }

  async start() {
    const address = ['--listen', `127.0.0.1:${this.port}`, '--public-url', this.origin, '--data', this.data];
    const program = spawn(PROGRAM, ['serve', '--demo', ...address, ...LIMITS, ...this.settings], { stdio: ['ignore', 'pipe', 'pipe'] });
    const log = createWriteStream(this.logFile, { flags: 'a' });
    program.stdout.pipe(log);
    program.stderr.pipe(log);
    // Tests that are broken off leave nothing running behind.
    const last = () => program.kill('SIGKILL');
    process.once('exit', last);
    this.program = program;
    this.gone = new Promise((done) => program.once('exit', done)).then(() => process.off('exit', last));
    const deadline = Date.now() + 30_000;
    while (!(await this.answers())) {
      if (program.exitCode !== null || Date.now() > deadline) throw new Error(`The program did not start:\n${this.log()}`);
      await new Promise((done) => setTimeout(done, 30));
    }
  }

  async answers() {
    return fetch(`${this.origin}/readyz`).then((answer) => answer.ok, () => false);
  }

  /** Stops it as a service manager would, and waits until it has gone. */
  async stop() {
    this.program.kill('SIGTERM');
    const force = setTimeout(() => this.program.kill('SIGKILL'), 10_000);
    await this.gone;
    clearTimeout(force);
  }

  /** Stops it, takes its data away, and says what its log complains about. */
  async close() {
    await this.stop();
    rmSync(this.data, { recursive: true, force: true });
    const complaints = this.log().split('\n').filter((line) => /\bERROR\b|panicked/.test(line));
    if (complaints.length) throw new Error(`The program's log:\n${complaints.join('\n')}`);
  }

  log() {
    return existsSync(this.logFile) ? readFileSync(this.logFile, 'utf8') : '';
  }
}

function freePort() {
  return new Promise((done, fail) => {
    const server = createServer().once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}
