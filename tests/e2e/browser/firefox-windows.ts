/**
 * The windows of Firefox itself, of which no page is a part: its prompts, and how a page stands among what the browser
 * draws. Tests reach into their documents since the browser is started with `--remote-allow-system-access`.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from 'puppeteer-core';
import * as z from 'zod/mini';

/** Which button of a prompt is pressed. */
export type PromptAnswer = 'allow' | 'refuse';

const patienceMs = 30_000;

/** What Puppeteer sends its commands through; not in its types. */
interface Connection {
  send(method: string, params: object): Promise<unknown>;
}

const windows = z.object({
  result: z.object({ contexts: z.array(z.object({ context: z.string() })) }),
});

const text = z.object({ result: z.object({ result: z.object({ value: z.string() }) }) });

/** Works `expression`, which gives a text, out in each window of the browser. */
async function inWindows(browser: Browser, expression: string): Promise<string[]> {
  const connection: unknown = Reflect.get(browser, 'connection');
  if (!isConnection(connection)) throw new Error('Puppeteer has no connection any more.');
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const texts: string[] = [];
  for (const { context } of z.parse(windows, tree).result.contexts) {
    const target = { context };
    const answer = { expression, target, awaitPromise: true };
    texts.push(z.parse(text, await connection.send('script.evaluate', answer)).result.result.value);
  }
  return texts;
}

function isConnection(value: unknown): value is Connection {
  return typeof value === 'object' && value !== null && 'send' in value;
}

/** Presses a button of the prompt that is open in a window, and gives its words; empty where none is open. */
const press = (answer: PromptAnswer) => `(() => {
  const { panel } = PopupNotifications;
  const prompt = panel.firstElementChild;
  if (panel.state !== 'open' || !prompt) return '';
  const words = prompt.textContent;
  prompt.${answer === 'allow' ? 'button' : 'secondaryButton'}.click();
  return words;
})()`;

/** Waits until a window shows a prompt, answers it by its own button, and gives its words. */
export async function answerPrompt(browser: Browser, answer: PromptAnswer): Promise<string> {
  const deadline = Date.now() + patienceMs;
  while (Date.now() < deadline) {
    const words = (await inWindows(browser, press(answer))).find((said) => said !== '');
    if (words !== undefined) return words.replace(/\s+/g, ' ').trim();
    await pause(100);
  }
  throw new Error('The browser asked nothing.');
}

/** The first window as it is drawn, with tabs, side bar and page: a PNG file. */
export async function windowPicture(browser: Browser): Promise<Buffer> {
  const [drawn = ''] = await inWindows(
    browser,
    `(async () => {
      const image = await window.browsingContext.currentWindowGlobal.drawSnapshot(null, 1, 'white');
      const canvas = new OffscreenCanvas(image.width, image.height);
      canvas.getContext('2d').drawImage(image, 0, 0);
      return new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer()).toBase64();
    })()`,
  );
  return Buffer.from(drawn, 'base64');
}
