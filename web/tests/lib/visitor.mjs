// Somebody with a browser: goes to pages, presses what they see, and looks each page over on the way.

import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ARTEFACTS } from './house.mjs';
import { until } from './patience.mjs';
import { lookOver } from './promises.mjs';
import { quoted, words } from './words.mjs';

const HEIGHTS = { 320: 640, 1280: 900 };

export class Visitor {
  static async enter(browser, house, journey, { lang = 'da', width = 1280, script = true, ...options } = {}) {
    const viewport = { width, height: HEIGHTS[width] ?? 900 };
    const locale = lang === 'da' ? 'da-DK' : 'en-GB';
    const context = await browser.newContext({ viewport, locale, baseURL: house.origin, ...options });
    context.setDefaultTimeout(20_000);
    const visitor = new Visitor();
    Object.assign(visitor, { house, journey, lang, width, script, look: options.colorScheme ?? options.forcedColors ?? '', context, faults: [], questions: [] });
    visitor.say = words(lang);
    await visitor.openTab();
    return visitor;
  }

  async openTab() {
    this.page = await this.context.newPage();
    this.tools = await this.context.newCDPSession(this.page);
    await this.allowScript(this.script);
    this.listen();
  }

  /** The same person in another tab. */
  async another() {
    const other = Object.assign(new Visitor(), this, { faults: this.faults });
    await other.openTab();
    return other;
  }

  /** Switched off by hand and not for the whole context, so that the tests' own tools can be let in afterwards. */
  allowScript(allowed) {
    return this.tools.send('Emulation.setScriptExecutionDisabled', { value: !allowed });
  }

  listen() {
    const { page, faults, house } = this;
    page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
    page.on('console', (message) => {
      // That an address answers with an error is looked at where it was gone to.
      if (message.type() !== 'error' || (message.text().startsWith('Failed to load resource') && this.trodden.has(message.location().url))) return;
      faults.push(`console: ${message.text()} (${message.location().url})`);
    });
    page.on('request', (request) => {
      if (request.isNavigationRequest()) this.trodden.add(request.url());
      if (!request.url().startsWith(house.origin) && !request.url().startsWith('data:')) faults.push(`asks elsewhere: ${request.url()}`);
    });
    page.on('response', (response) => {
      if (response.request().isNavigationRequest() && response.frame() === page.mainFrame()) this.status = response.status();
    });
    page.on('dialog', (dialog) => {
      this.questions.push(dialog.type());
      if (dialog.type() !== 'beforeunload') faults.push(`a page opened a box: ${dialog.message()}`);
      dialog.accept().catch(() => {});
    });
  }

  trodden = new Set();
  /** What the visit took: characters typed, and times something was touched. */
  effort = { characters: 0, touches: 0 };

  /** Goes to an address and looks the page over. */
  async go(path, status = 200) {
    await this.page.goto(path);
    await this.check(status);
  }

  /** Everything a page promises, wherever one is now. */
  async check(status = 200) {
    assert.equal(this.status, status, `${this.page.url()}: status`);
    await lookOver(this);
    this.complain();
  }

  /** The same page in a window of another width. */
  async resize(width) {
    this.width = width;
    await this.page.setViewportSize({ width, height: HEIGHTS[width] ?? 900 });
  }

  /** Something on the page by what it is and what it is called. */
  find(role, name, within = this.page) {
    return within.getByRole(role, { name, exact: typeof name === 'string' });
  }

  /** The field with this label; that it may be left blank is not part of its name. */
  field(label, within = this.page) {
    return within.getByLabel(new RegExp(`^${quoted(label)}( \\(.*\\))?$`));
  }

  /** Writes into the field with this label. */
  async fill(label, text, within = this.page) {
    this.effort.characters += text.length;
    this.effort.touches += 1;
    await this.field(label, within).fill(text);
  }

  /** Ticks a box or chooses one of several. */
  async choose(role, name, within = this.page) {
    this.effort.touches += 1;
    await this.find(role, name, within).check();
  }

  /** Does what leads to another page, until that is there. Waiting begins before the press: a page can be quicker than we are. */
  async arrives(act) {
    await Promise.all([this.page.waitForEvent('load'), act()]);
  }

  /** Presses what leads to another page, and looks that over. */
  async follow(role, name, status = 200, within = this.page) {
    this.effort.touches += 1;
    const found = this.find(role, name, within);
    // A course stands in the catalogue once for each of its editions.
    await this.arrives(() => (role === 'link' ? found.first() : found).click());
    await this.check(status);
  }

  /** Presses what changes this page, and looks it over. */
  async press(role, name, within = this.page) {
    await this.find(role, name, within).click();
    await this.check(this.status);
  }

  /** A file that a link gives. */
  async download(role, name) {
    const coming = this.page.waitForEvent('download');
    await this.find(role, name).click();
    const chunks = [];
    for await (const chunk of await (await coming).createReadStream()) chunks.push(chunk);
    return { name: (await coming).suggestedFilename(), bytes: Buffer.concat(chunks) };
  }

  /** Waits until `text` can be read in a polite region. Not by the page's own frames, which a busy machine may not draw for a long while. */
  async hears(text) {
    const heard = [];
    const listen = async () => {
      const said = await this.page.locator('#announcer').textContent();
      if (said !== heard.at(-1)) heard.push(said);
      return said.includes(text);
    };
    await until(listen, () => `“${text}” was not said, but: ${heard.map((said) => `“${said}”`).join(', ')}`);
  }

  /** The text of the page's main part, as people read it. */
  text() {
    return this.page.getByRole('main').innerText();
  }

  /** A picture for people to look at. */
  async keep(step) {
    const name = [this.journey, step, this.lang, this.width, this.look, this.script ? '' : 'noscript'].filter(Boolean).join('-');
    mkdirSync(ARTEFACTS, { recursive: true });
    await this.page.screenshot({ path: join(ARTEFACTS, `${name}.png`), fullPage: true, caret: 'initial' });
  }

  complain() {
    assert.deepEqual(this.faults, [], this.page.url());
  }

  async leave() {
    await this.context.close();
  }
}
