import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setTimeout } from 'node:timers/promises';
import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import type { TestApp, TestUser } from './test-app.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A page of the console in a browser of its own, and whatever it complains of. */
export class ConsolePage {
  /** Errors in the browser's console, reports of the content security policy, requests to other hosts. */
  readonly complaints: string[] = [];
  /** The requests without a response so far. */
  private readonly underWay = new Set<Request>();

  private constructor(
    readonly page: Page,
    readonly context: BrowserContext,
    private readonly url: string,
  ) {
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(`${message.text()} ${message.location().url}`);
    });
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('dialog', (dialog) => {
      this.complaints.push(`a dialog of a script: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('requestfinished', (request) => this.underWay.delete(request));
    page.on('requestfailed', (request) => this.underWay.delete(request));
    page.on('request', (request) => {
      this.underWay.add(request);
      if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== new URL(url).origin) {
        this.complaints.push(`a request to ${request.url()}`);
      }
    });
  }

  static async open(browser: Browser, { url }: TestApp, options: { readonly colorScheme?: 'light' | 'dark' } = {}) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
    return new ConsolePage(await context.newPage(), context, url);
  }

  /** Logs in, as a person does. */
  async logIn({ username, password }: TestUser): Promise<void> {
    await this.page.goto(`${this.url}/`);
    await this.page.getByLabel('User name').fill(username);
    await this.page.getByLabel('Password', { exact: true }).fill(password);
    await this.page.getByRole('button', { name: 'Log in' }).click();
    await this.page.getByRole('button', { name: 'Log out' }).waitFor();
  }

  /** Opens a screen and waits until it shows what it reads. @param path below `/console`. */
  async show(path: string): Promise<void> {
    await this.page.goto(`${this.url}/console${path}`);
    await this.settle();
  }

  /** Waits until nothing is being read, and what was read is shown. */
  async settle(): Promise<void> {
    do {
      while (this.underWay.size > 0) await setTimeout(5);
      await this.page.evaluate(twoFrames);
    } while (this.underWay.size > 0);
    await this.page.getByRole('status', { name: 'Loading' }).first().waitFor({ state: 'detached' });
  }

  /** Presses Tab until the control of this name has the focus. */
  async tabTo(name: string): Promise<void> {
    for (let n = 0; n < 60; n++) {
      await this.page.keyboard.press('Tab');
      const label = await this.page.evaluate(() => {
        const { activeElement: element } = (globalThis as unknown as { document: { activeElement: Focused } }).document;
        return element.getAttribute('aria-label') ?? element.labels?.[0]?.textContent ?? element.textContent ?? '';
      });
      if (label.replace(/\s*\*$/, '').trim() === name) return;
    }
    throw new Error(`No Tab leads to ${name}`);
  }

  /** What axe-core finds wrong with what is shown. */
  async violations(): Promise<string[]> {
    await this.page.evaluate(AXE);
    return this.page.evaluate(async () => {
      const { axe, document, CSSTransition } = globalThis as unknown as AxePage;
      // A colour on its way to another has less contrast than either.
      const transitions = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
      await Promise.allSettled(transitions.map(({ finished }) => finished));
      const { violations } = await axe.run();
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
    });
  }

  close(): Promise<void> {
    return this.context.close();
  }
}

/** Runs in the page: in two frames all is painted that has arrived, and what it asks for is under way. */
function twoFrames(): Promise<void> {
  const { requestAnimationFrame } = globalThis as unknown as { requestAnimationFrame: (then: () => void) => void };
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
}

/** As far as `tabTo` looks at it; there are no types of a browser here. */
interface Focused {
  readonly labels?: readonly { readonly textContent: string | null }[];
  readonly textContent: string | null;
  getAttribute(name: string): string | null;
}

/** As far as `violations` needs it. */
interface AxePage {
  readonly axe: { run(): Promise<{ violations: Violation[] }> };
  readonly document: { getAnimations(): { readonly finished: Promise<unknown> }[] };
  readonly CSSTransition: new () => object;
}

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}
