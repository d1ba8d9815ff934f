/** `npm run zip`: builds the packages for the stores, with the sources that Firefox's reviewers build from. */
import { runTool } from '../tool.ts';

const chrome = await runTool('wxt', ['zip']);
const firefox = await runTool('wxt', ['zip', '-b', 'firefox', '--mv3']);
process.exitCode = chrome || firefox;
