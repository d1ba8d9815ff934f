/** `npm run build [-- --all]`: builds the extension and weighs the scripts that run in pages. */
import { parseArgs } from 'node:util';
import { buildExtension } from '../build-extension.ts';
import { builds, type Target } from '../root.ts';
import { describeSize, isTooLarge, measureScripts } from '../sizes.ts';

const { values } = parseArgs({ options: { all: { type: 'boolean', default: false } } });
const targets: readonly Target[] = values.all ? ['chrome', 'firefox'] : ['chrome'];

let failed = false;
for (const target of targets) {
  if (!(await buildExtension(target))) {
    failed = true;
    continue;
  }
  console.log(`${target}:`);
  for (const size of measureScripts(builds[target])) {
    console.log(`  ${describeSize(size)}`);
    failed ||= isTooLarge(size);
  }
}
process.exitCode = failed ? 1 : 0;
