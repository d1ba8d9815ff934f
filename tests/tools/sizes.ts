import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { optionalSites } from '../../utils/platforms/sites.ts';

/** What a script may weigh, minified + gzip, in bytes (1 kB = 1000 bytes). */
const limits = [
  { name: 'page script', file: 'page', gzip: 2_000 },
  { name: 'capture script', file: 'capture', gzip: 25_000 },
] as const;

/** The endings of scripts: of the sites that are watched from the installation on, and of each optional site. */
function endingsOf(file: string): readonly string[] {
  // What is known from its page alone is not hooked.
  const some = optionalSites.filter(({ carrier }) => file !== 'page' || carrier !== 'page');
  return ['', ...some.map(({ id }) => `-${id}`)];
}

/** One script of the built extension beside its limit; sizes are null when the build has no such script. */
export interface ScriptSize {
  readonly name: string;
  readonly minified: number | null;
  readonly gzip: number | null;
  readonly limit: number;
}

/** Measures the scripts that every page pays for. */
export function measureScripts(buildFolder: string): readonly ScriptSize[] {
  return limits.flatMap(({ name: kind, file, gzip: limit }) =>
    endingsOf(file).map((site) => {
      const name = `${kind}${site}`;
      const path = join(buildFolder, 'content-scripts', `${file}${site}.js`);
      if (!existsSync(path)) return { name, minified: null, gzip: null, limit };
      const code = readFileSync(path);
      return { name, minified: code.length, gzip: gzipSync(code, { level: 9 }).length, limit };
    }),
  );
}

/** Whether a script is heavier than its limit. One that is not there is not. */
export function isTooLarge(size: ScriptSize): boolean {
  return size.gzip !== null && size.gzip > size.limit;
}

/** One line to print. */
export function describeSize(size: ScriptSize): string {
  if (size.gzip === null) return `${size.name}: not in this build`;
  const verdict = isTooLarge(size) ? 'TOO LARGE' : 'ok';
  return `${size.name}: ${size.minified} B minified, ${size.gzip} B gzip of ${size.limit} B: ${verdict}`;
}
