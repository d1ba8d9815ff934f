/**
 * Content scripts by site. Those of sites that are watched from the installation on are the plain ones; each optional
 * site gets scripts of its own, `capture-kick.js` and so on, registered at run time. A script carries the decoders and
 * hooks of its own sites only: a page does not pay for the others.
 */
import { optionalSites, sites } from '../../utils/platforms/sites.ts';
import type { Site } from '../../utils/platforms/types.ts';

/** What of WXT's entrypoints is looked at here. */
interface Script {
  readonly type: string;
  readonly name: string;
  readonly options: object;
}

/** The scripts that every site needs. Price tags are for sites of the installation: others have none yet. */
const scripts: readonly string[] = ['page', 'capture', 'overlay'];

/** Each of `entrypoints` that every site needs, once more for each optional site. The manifest does not name them. */
export function scriptsOfOptionalSites<Entrypoint extends Script>(
  entrypoints: readonly Entrypoint[],
): Entrypoint[] {
  const needed = entrypoints.filter(
    ({ type, name }) => type === 'content-script' && scripts.includes(name),
  );
  return optionalSites.flatMap((site) =>
    needed
      .filter(({ name }) => name !== 'page' || isHooked(site))
      .map((entrypoint) => ({
        ...entrypoint,
        name: `${entrypoint.name}-${site.id}`,
        options: { ...entrypoint.options, registration: 'runtime', matches: [] },
      })),
  );
}

/** Whether traffic of a site is copied: what is known from its page alone has no hook, and no script in the page. */
const isHooked = ({ carrier }: Site) => carrier !== 'page';

/** Lists of platforms, of which a script gets its own part. */
const lists = /\/utils\/platforms\/(hooks|index)\.ts$/;

/** Vite's plugin for the content script `name`: leaves the platforms of other sites out of the lists. */
export function onlyItsSites(name: string) {
  const own = optionalSites.find(({ id }) => name.endsWith(`-${id}`));
  const others = sites.filter((site) => (own === undefined ? site.optional : site !== own));
  return {
    name: 'only-its-sites',
    enforce: 'pre' as const,
    transform: (code: string, id: string): string | undefined => {
      const list = lists.exec(id)?.[1];
      if (list === undefined) return undefined;
      const listed = list === 'hooks' ? others.filter(isHooked) : others;
      return listed.reduce((text, site) => without(text, site.id), code);
    },
  };
}

/** A list's source without the line that imports from the folder `id`, and without what it imported. */
function without(code: string, id: string): string {
  const line = new RegExp(`^import \\{ (\\w+) \\} from '\\./${id}/\\w+\\.ts';\\n`, 'm');
  const imported = line.exec(code)?.[1];
  const rest = code.replace(line, '').replace(new RegExp(`\\b${imported},? ?`, 'g'), '');
  if (imported === undefined || rest.includes(`/${id}/`)) {
    throw new Error(`no line of its own for ${id}`);
  }
  return rest;
}
