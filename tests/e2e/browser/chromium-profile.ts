import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

function readPreferences(file: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function child(parent: Record<string, unknown>, key: string): Record<string, unknown> {
  const value = parent[key];
  return isRecord(value) ? value : {};
}

/** Changes the `extensions` part of a profile that no browser has open. */
function changeExtensions(
  userDataDir: string,
  change: (extensions: Record<string, unknown>) => Record<string, unknown>,
): void {
  const folder = join(userDataDir, 'Default');
  const file = join(folder, 'Preferences');
  const preferences = readPreferences(file);
  mkdirSync(folder, { recursive: true });
  const extensions = change(child(preferences, 'extensions'));
  writeFileSync(file, JSON.stringify({ ...preferences, extensions }));
}

/** Switches developer mode on: without it, Chromium disables an unpacked extension as soon as it reloads itself. */
export function allowExtensionReload(userDataDir: string): void {
  changeExtensions(userDataDir, (extensions) => ({
    ...extensions,
    ui: { ...child(extensions, 'ui'), developer_mode: true },
  }));
}

/**
 * Lets an unpacked extension have optional hosts as soon as it asks: Chromium then takes them for granted before, and
 * given back, and opens no prompt, which nothing could answer in a test. It has none of them until it asks.
 */
export function grantHosts(
  userDataDir: string,
  extensionPath: string,
  hosts: readonly string[],
): void {
  if (hosts.length === 0) {
    return;
  }
  const granted = {
    api: [],
    explicit_host: hosts.map((host) => `https://${host}/*`),
    manifest_permissions: [],
    scriptable_host: [],
  };
  changeExtensions(userDataDir, (extensions) => ({
    ...extensions,
    settings: {
      ...child(extensions, 'settings'),
      [unpackedId(extensionPath)]: {
        granted_permissions: granted,
        runtime_granted_permissions: granted,
      },
    },
  }));
}

/** The id that Chromium gives an unpacked extension: the hash of its folder's real path, in the letters a to p. */
function unpackedId(extensionPath: string): string {
  const hash = createHash('sha256').update(realpathSync(extensionPath)).digest('hex');
  return [...hash.slice(0, 32)]
    .map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)))
    .join('');
}
