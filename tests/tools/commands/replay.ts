/**
 * `npm run replay -- FILE…`: decodes capture files through the same code as the browser and prints the ledger that they
 * make: one entry of JSON a line, files in the order given, entries in the order of their first sight. Streaks that a
 * file leaves open are closed as they are in the browser when the stream goes quiet. What was refused is counted on
 * standard error.
 */
import { replayFile } from '../replay-file.ts';

const paths = process.argv.slice(2);
if (paths.length === 0) {
  console.error('Usage: npm run replay -- FILE…');
  process.exitCode = 2;
}
for (const path of paths) {
  const { rows, frames, refused } = await replayFile(path);
  for (const row of rows) {
    process.stdout.write(`${JSON.stringify(row)}\n`);
  }
  const reasons = Object.entries(refused).map(([reason, count]) => `${reason} ${count}`);
  console.error(
    `${path}: ${frames} frames, ${rows.length} entries, refused: ${reasons.join(', ') || 'none'}`,
  );
}
