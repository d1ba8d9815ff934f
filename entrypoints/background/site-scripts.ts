import type { ScriptPublicPath } from 'wxt/utils/inject-script';
import { giftCellsOf } from '../../utils/platforms/gift-cells.ts';
import type { Site } from '../../utils/platforms/types.ts';

/** A content script of a site, as the build names it. */
export interface SiteScript {
  readonly file: ScriptPublicPath;
  readonly world: 'ISOLATED' | 'MAIN';
  readonly allFrames: boolean;
  readonly runAt: 'document_start' | 'document_end';
}

const start = { allFrames: true, runAt: 'document_start' } as const;
const end = { allFrames: false, runAt: 'document_end', world: 'ISOLATED' } as const;

/** The content scripts of a site, in the order in which they run. */
export function scriptsOf({ id, optional, carrier }: Site): readonly SiteScript[] {
  const file = (name: string) => built(`/content-scripts/${name}${optional ? `-${id}` : ''}.js`);
  const hooked = carrier !== 'page';
  return [
    // What stands on a page is read in the page itself only, not in what it has frames of.
    { file: file('capture'), world: 'ISOLATED', ...start, allFrames: hooked },
    ...(hooked ? [{ file: file('page'), world: 'MAIN', ...start } as const] : []),
    { file: file('overlay'), ...end },
    ...(giftCellsOf(id) === null ? [] : [{ file: file('tags'), ...end }]),
  ];
}

/** The build makes these for every site: `tests/tools/site-scripts.ts`. */
function built(path: string): ScriptPublicPath {
  if (!isScript(path)) throw new RangeError(`no content script: ${path}`);
  return path;
}

function isScript(path: string): path is ScriptPublicPath {
  return path.startsWith('/content-scripts/') && path.endsWith('.js');
}
