import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
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

/**
 * Switches developer mode on in a profile that no browser has open. Without it, Chromium disables an unpacked
 * extension as soon as it reloads itself.
 */
export function allowExtensionReload(userDataDir: string): void {
  const folder = join(userDataDir, 'Default');
  const file = join(folder, 'Preferences');
  const preferences = readPreferences(file);
  const extensions = child(preferences, 'extensions');
  const ui = { ...child(extensions, 'ui'), developer_mode: true };
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, JSON.stringify({ ...preferences, extensions: { ...extensions, ui } }));
}
