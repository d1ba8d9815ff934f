import { browser } from 'wxt/browser';
import { browserOf, diagnosticOf } from '../../utils/core/diagnostic.ts';
import { sendMessage } from '../../utils/messaging/protocol.ts';
import type { LedgerDatabase } from '../../utils/storage/database.ts';
import { saveFile } from '../dashboard/save-file.ts';

/** Saves what is known of how capture goes in all open pages, with the structure of what they did not understand. */
export async function saveDiagnostic({ pages }: LedgerDatabase): Promise<void> {
  const all = await Promise.all(
    (await pages.toArray()).map(async ({ tab, frame, platform, health }) => ({
      health: { platform, ...health },
      // A page that is gone, or whose script is of another version, still has its counts.
      samples: await sendMessage('refusedSamples', undefined, {
        tabId: tab,
        frameId: frame,
      }).catch(() => []),
    })),
  );
  const now = Date.now();
  const diagnostic = diagnosticOf(
    all,
    {
      version: browser.runtime.getManifest().version,
      browser: browserOf(navigator.userAgent),
    },
    now,
  );
  const day = new Date(now).toISOString().slice(0, 10);
  const file = new Blob([JSON.stringify(diagnostic, null, 2)], { type: 'application/json' });
  saveFile(file, `gift-ledger-diagnostic-${day}.json`);
}
