/** A site that is no platform's, its frames, and the worlds of our scripts in them. */
import { type CDPSession, expect, type Frame, type Page } from '@playwright/test';

/** The simulator answers for it that nobody is there: an empty page, on an origin of its own. */
export const foreignHost = 'evil.example';
export const foreignSite = `https://${foreignHost}/`;

/** Opens an address in a frame of the page. */
export async function addFrame(page: Page, address: string): Promise<Frame> {
  await page.evaluate((src) => {
    const frame = document.createElement('iframe');
    frame.src = src;
    document.body.append(frame);
  }, address);
  const find = () => page.frames().find((one) => one !== page.mainFrame() && one.url() === address);
  await expect.poll(() => find() !== undefined).toBe(true);
  const frame = find();
  if (frame === undefined) throw new Error(`${address} is gone again`);
  await frame.waitForLoadState();
  return frame;
}

/** The worlds of an extension's scripts in a page or a frame of another process, frames of the same process included. */
export async function worldsIn(session: CDPSession, extensionId: string): Promise<number[]> {
  const worlds: number[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin === `chrome-extension://${extensionId}`) worlds.push(context.id);
  });
  // Tells of every world that there is, before it answers.
  await session.send('Runtime.enable');
  return worlds;
}
