/** `npm run check [-- --fix]`: types, lint and format. */
import { parseArgs } from 'node:util';
import { prepareTypes } from '../build-extension.ts';
import { runTool } from '../tool.ts';

const { values } = parseArgs({ options: { fix: { type: 'boolean', default: false } } });

const results = [
  await prepareTypes(),
  (await runTool('tsc', ['--noEmit'])) === 0,
  (await runTool('biome', ['check', ...(values.fix ? ['--write'] : [])])) === 0,
];
process.exitCode = results.every(Boolean) ? 0 : 1;
