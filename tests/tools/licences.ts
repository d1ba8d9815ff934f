/** What the extension ships of other people's work, under which licence, with the notices that those ask for. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.ts';

/** Licences that a store and our own MIT licence go together with. None of them reaches into our code. */
const fitting = new Set(['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0']);

/** A package that is part of the built extension. */
export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  /** The text that its licence asks to be passed on; empty where the package has none. */
  readonly notice: string;
}

/** Thrown where a package is shipped whose licence does not fit, or that does not say one. */
export class UnfitLicence extends Error {
  override readonly name = 'UnfitLicence';
}

/** The packages that bundled modules come from, by name. `moduleIds` are paths as the bundler names them. */
export function packagesOf(moduleIds: Iterable<string>): readonly string[] {
  const names = new Set<string>();
  for (const id of moduleIds) {
    const [, name] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id) ?? [];
    if (name !== undefined) names.add(name);
  }
  return [...names].sort();
}

/** Reads a package's own word on its licence. Throws {@link UnfitLicence}. */
export function readPackage(name: string): ShippedPackage {
  const folder = join(root, 'node_modules', name);
  const about: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const licence = textOf(about, 'license');
  if (!fitting.has(licence)) {
    throw new UnfitLicence(`${name}: ${licence === '' ? 'no licence' : licence}`);
  }
  const file = readdirSync(folder).find((each) => /^licen[cs]e(\.(md|txt))?$/i.test(each));
  return {
    name,
    version: textOf(about, 'version'),
    licence,
    notice: file === undefined ? '' : readFileSync(join(folder, file), 'utf8').trim(),
  };
}

function textOf(about: unknown, field: string): string {
  const value = typeof about === 'object' && about !== null ? Reflect.get(about, field) : undefined;
  return typeof value === 'string' ? value : '';
}

/** The file that goes with the extension: every package with its licence. The same packages give the same text. */
export function licencesText(packages: readonly ShippedPackage[]): string {
  const parts = packages.map(
    ({ name, version, licence, notice }) => `${name} ${version} (${licence})\n\n${notice}\n`,
  );
  return ['Gift Ledger contains these packages:\n', ...parts].join(`\n${'-'.repeat(80)}\n\n`);
}

/** Writes that file into a build. `moduleIds` are the modules in it. Throws {@link UnfitLicence}. */
export function writeLicences(buildFolder: string, moduleIds: Iterable<string>): void {
  const packages = packagesOf(moduleIds).map(readPackage);
  writeFileSync(join(buildFolder, 'licences.txt'), licencesText(packages));
}
