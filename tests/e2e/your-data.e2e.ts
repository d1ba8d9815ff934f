import { readFile, writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { type LedgerDump, readLedger } from './ledger.ts';
import { expect, test, type Watching } from './watching.ts';

async function openData({ browser }: Watching): Promise<Page> {
  const page = await browser.openPage('dashboard.html#data');
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByRole('heading', { level: 2, name: 'Your data' }).waitFor();
  return page;
}

/** Presses a button and gives the file that the browser saved. */
async function saved(page: Page, button: string): Promise<{ path: string; name: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 30_000 }),
    page.getByRole('button', { name: button }).first().click({ timeout: 30_000 }),
  ]);
  return { path: await download.path(), name: download.suggestedFilename() };
}

async function choose(page: Page, path: string): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(path);
}

async function deleteEverything(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Delete everything…' }).click();
  const form = page.getByRole('form', { name: 'Delete everything' });
  await form.getByLabel('Type “delete” to confirm').fill('delete');
  await form.getByRole('button', { name: 'Delete everything' }).click();
  await expect(page.locator('.work')).toContainText('Everything is deleted');
}

/** What must be the same after a backup came back. */
function content({ entries, operations, sessions, dayTotals, sessionTotals }: LedgerDump) {
  return {
    entries: entries.map(({ openSince: _open, ...entry }) => entry),
    operations,
    sessions,
    dayTotals,
    sessionTotals,
  };
}

async function someLedger(watching: Watching): Promise<void> {
  const { sim } = watching;
  await watching.open();
  await sim.waitForClients(1);
  await sim.sendGift({ from: 'me', gift: 'Perfume' });
  await sim.sendGift({ from: 'me', gift: 'Galaxy' });
  await expect.poll(async () => (await watching.ledger()).entries.length).toBe(2);
  const dashboard = await watching.browser.openPage('dashboard.html#purchases');
  await dashboard.getByRole('button', { name: 'Add purchase' }).click();
  const form = dashboard.getByRole('form', { name: 'Add purchase' });
  await form.getByLabel('Coins').fill('500');
  await form.getByLabel('Paid in all').fill('10.00');
  await form.getByRole('button', { name: 'Add purchase' }).click();
  await expect(dashboard.locator('.purchase')).toHaveCount(1);
  await expect
    .poll(async () => (await watching.ledger()).entries.every(({ openSince }) => !openSince), {
      timeout: 30_000,
    })
    .toBe(true);
  await dashboard.close();
}

test('a backup saved, everything deleted, and the backup restored: the same entries and totals', async ({
  watching,
}) => {
  await someLedger(watching);
  const before = content(await watching.ledger());
  const page = await openData(watching);
  await expect(page.locator('.cards').first()).toContainText('2');

  const backup = await saved(page, 'Make a backup');
  expect(backup.name).toMatch(/^gift-ledger-backup-\d{4}-\d{2}-\d{2}\.zip$/);
  await expect(page.locator('.work')).toContainText('Backup made: 2 entries');
  const manifest = unzipSync(new Uint8Array(await readFile(backup.path)))['manifest.json'];
  expect(JSON.parse(strFromU8(manifest ?? new Uint8Array()))).toMatchObject({
    format: 'gift-ledger-backup',
    version: 2,
    counts: { entries: 2, operations: 1 },
  });

  const csv = await saved(page, 'Export CSV');
  const text = await readFile(csv.path, 'utf8');
  expect(text.split('\r\n')).toHaveLength(4);
  expect(text).toContain('Galaxy');
  const json = await saved(page, 'Export JSON');
  expect(JSON.parse(await readFile(json.path, 'utf8')).entries).toHaveLength(2);

  await page.getByRole('button', { name: 'Recount' }).click();
  await expect(page.locator('.work')).toContainText('agree with your entries');

  await deleteEverything(page);
  expect(content(await watching.ledger()).entries).toEqual([]);
  await expect(page.locator('.cards').first()).toContainText('Nothing recorded yet');

  await choose(page, backup.path);
  await expect(page.locator('.chosen')).toContainText('Backup of another device');
  await page.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(page.locator('.work')).toContainText('Restored: 2 entries new');
  await expect.poll(async () => content(await watching.ledger())).toEqual(before);

  // Again, and past what is damaged: nothing more comes of it.
  await choose(page, backup.path);
  await page.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(page.locator('.work')).toContainText('Everything in this backup was here already');
  const half = `${backup.path}-half.zip`;
  await writeFile(half, (await readFile(backup.path)).subarray(0, 900));
  await choose(page, half);
  await expect(page.locator('.work')).toContainText('damaged or incomplete');
  await expect(page.locator('.work')).toContainText('Nothing was changed');
  expect(content(await watching.ledger())).toEqual(before);
});

test('a restore that is cancelled, or whose page is closed, leaves the ledger whole', async ({
  watching,
}) => {
  await someLedger(watching);
  const page = await openData(watching);
  const small = await saved(page, 'Make a backup');
  const before = content(await watching.ledger());

  const path = `${small.path}-large.zip`;
  await writeFile(path, await largeBackup(await readFile(small.path), 20_000));
  await choose(page, path);
  const restoring = page.getByRole('button', { name: 'Restore', exact: true });
  await restoring.click();
  await expect(page.locator('.running')).toContainText('joining with your ledger');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.locator('.work')).toContainText('Cancelled. Nothing was changed.');
  expect(content(await watching.ledger())).toEqual(before);

  await restoring.click();
  await expect(page.locator('.running')).toContainText('joining with your ledger');
  await page.close({ runBeforeUnload: false });
  const other = await openData(watching);
  expect(content(await readLedger(other))).toEqual(before);
  await other.getByRole('button', { name: 'Recount' }).click();
  await expect(other.locator('.work')).toContainText('agree with your entries');
  expect(content(await readLedger(other))).toEqual(before);

  // While another tab works on the whole ledger this one does not.
  const busy = await openData(watching);
  await busy.evaluate(
    () =>
      new Promise<void>((held) => {
        void navigator.locks.request('gift-ledger-whole', () => {
          held();
          return new Promise(() => undefined);
        });
      }),
  );
  await other.getByRole('button', { name: 'Recount' }).click();
  await expect(other.locator('.work')).toContainText('Another tab is working on the ledger');
});

/** A backup with many entries more, each a copy of the first one under an id of its own. */
async function largeBackup(file: Uint8Array, many: number): Promise<Uint8Array> {
  const { createHash } = await import('node:crypto');
  const { strToU8, zipSync } = await import('fflate');
  const parts = unzipSync(file);
  const name = 'entries-0001.ndjson';
  const [first = ''] = strFromU8(parts[name] ?? new Uint8Array()).split('\n');
  const entry = JSON.parse(first);
  const rows = Array.from({ length: many }, (_, index) =>
    JSON.stringify({ ...entry, id: `${entry.id}:${index}`, at: entry.at + index * 1000 }),
  );
  const bytes = strToU8(`${rows.join('\n')}\n`);
  const manifest = JSON.parse(strFromU8(parts['manifest.json'] ?? new Uint8Array()));
  const part = manifest.parts.find((each: { name: string }) => each.name === name);
  part.rows = many;
  part.bytes = bytes.length;
  part.sha256 = createHash('sha256').update(bytes).digest('hex');
  manifest.counts.entries = many;
  return zipSync({ ...parts, [name]: bytes, 'manifest.json': strToU8(JSON.stringify(manifest)) });
}
