/**
 * `npm run fixture -- DIAGNOSTIC [-- --name words]`: makes fixtures of what a diagnostic shows as refused, one file a
 * platform and reason, beside what today's decoder makes of each. The expectation is then to be corrected by hand to
 * what should come of it, and seen to fail.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { platforms } from '../../../utils/platforms/index.ts';
import { readDiagnostic, samplesByFile } from '../diagnostic-file.ts';
import { replayFile } from '../replay-file.ts';
import { root } from '../root.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { name: { type: 'string', default: 'reported' } },
});
const [path] = positionals;
if (path === undefined || !/^[a-z0-9-]+$/.test(values.name)) {
  console.error('Usage: npm run fixture -- DIAGNOSTIC [--name words-of-a-z]');
  process.exit(2);
}
const day = new Date().toISOString().slice(0, 10);
const known = platforms.map(({ site }) => site.id);
const files = samplesByFile(readDiagnostic(readFileSync(path, 'utf8')), known);
if (files.length === 0) console.error('It shows no frame that was refused.');
for (const { platform, reason, lines } of files) {
  const base = join(
    root,
    'utils/platforms',
    platform,
    'fixtures',
    `${day}-${values.name}-${reason}`,
  );
  writeFileSync(`${base}.ndjson`, `${lines.join('\n')}\n`);
  const { rows, refused } = await replayFile(`${base}.ndjson`);
  writeFileSync(`${base}.expected.json`, `${JSON.stringify({ rows, refused }, null, 2)}\n`);
  console.log(`${relative(root, base)}.ndjson: ${lines.length - 1} frames`);
}
