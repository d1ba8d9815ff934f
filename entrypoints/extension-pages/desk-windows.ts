import { browser } from 'wxt/browser';
import { popoutPixels } from '../../utils/core/desk-settings.ts';
import { popoutSettings, readSettings } from '../../utils/storage/settings.ts';

/**
 * Opens the live desk beside the page: as a side panel, or where the browser has none or refuses, in a tab. Must be
 * called at once in a click: later, browsers refuse.
 */
export function openDesk(): void {
  void openBeside().catch(() =>
    browser.tabs.create({ url: browser.runtime.getURL('/sidepanel.html') }),
  );
}

async function openBeside(): Promise<void> {
  const sidebar: unknown = Reflect.get(browser, 'sidebarAction');
  if (opens(sidebar)) return sidebar.open();
  const { id } = await browser.windows.getCurrent();
  if (id === undefined) throw new Error('no window');
  return browser.sidePanel.open({ windowId: id });
}

/** Firefox's side bar, of which Chromium's types know nothing. */
function opens(sidebar: unknown): sidebar is { open(): Promise<void> } {
  return typeof sidebar === 'object' && sidebar !== null && 'open' in sidebar;
}

/** Opens the window that a streaming program can capture, in the size that the user chose. */
export async function openPopout(): Promise<void> {
  const { size } = popoutSettings(await readSettings());
  await browser.windows.create({
    type: 'popup',
    url: browser.runtime.getURL('/popout.html'),
    ...popoutPixels[size],
  });
}
