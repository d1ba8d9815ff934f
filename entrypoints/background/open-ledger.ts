import { browser } from 'wxt/browser';
import { platformIds } from '../../utils/core/ids.ts';
import { ledgerAddress, readLedgerAddress } from '../../utils/core/ledger-filter.ts';
import { onMessage } from '../../utils/messaging/protocol.ts';
import { senderFrame } from './sender.ts';

/** Opens the ledger page where an overlay asks for it: a content script cannot open the extension's own pages. */
export function answerOpenLedger(): void {
  onMessage('openLedger', async ({ data, sender }) => {
    senderFrame(sender);
    const dashboard = browser.runtime.getURL('/dashboard.html');
    await browser.tabs.create({ url: `${dashboard}${safeAddress(data)}` });
  });
}

/** Written anew from what was understood of it, so that nothing else of the message gets into an address. */
function safeAddress(asked: unknown): string {
  const text = typeof asked === 'string' ? asked : '';
  const { filter, entry } = readLedgerAddress(
    new URLSearchParams(text.replace(/^#ledger\??/, '')),
    platformIds,
  );
  return ledgerAddress(filter, entry);
}
