import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';

const sources: Record<string, string> = import.meta.glob(
  ['../entrypoints/**/*.{ts,tsx}', '../components/**/*.{ts,tsx}', '../utils/**/*.ts'],
  { eager: true, query: '?raw', import: 'default' },
);

/** Which files may import what: the first matching row rules. Paths are from the project's root. */
const rules: readonly (readonly [files: RegExp, mayImport: RegExp])[] = [
  // The zip library, for backups only: the background never loads it.
  [
    /^utils\/storage\/backup\/archive\.ts$/,
    /^(utils\/storage\/backup\/|utils\/core\/backup-trouble\.ts$|@zip\.js\/zip\.js\/)/,
  ],
  [/^utils\/core\//, /^(utils\/core\/|zod\/mini$|dinero\.js\/currencies$|@noble\/hashes\/)/],
  [/^utils\/storage\//, /^(utils\/(core|storage)\/|dexie$|zod\/mini$|wxt\/)/],
  [
    /^utils\/messaging\/page-hook\//,
    /^(utils\/messaging\/page-hook\/|utils\/platforms\/(hooks|types)\.ts$)/,
  ],
  [
    /^utils\/messaging\//,
    /^(utils\/(core|messaging)\/|utils\/platforms\/types\.ts$|@webext-core\/messaging$|zod\/mini$|wxt\/)/,
  ],
  [
    /^utils\/platforms\/(hooks|matcher|[^/]+\/hook)\.ts$/,
    /^utils\/platforms\/(types|hooks|matcher|[^/]+\/hook)\.ts$/,
  ],
  [/^utils\/platforms\/(sites|[^/]+\/site)\.ts$/, /^utils\/platforms\/(types|[^/]+\/site)\.ts$/],
  [/^utils\/platforms\/(offers|catalogues)\.ts$/, /^(utils\/core\/|zod\/mini$)/],
  [/^utils\/platforms\//, /^(utils\/(core|platforms)\/(?!offers|catalogues)|fflate$)/],
  [
    /^components\//,
    /^(components\/|utils\/core\/|public\/_locales\/en\/|preact(\/|$)|@preact\/signals$)/,
  ],
  [
    /^entrypoints\/page\.content/,
    /^(utils\/messaging\/page-hook\/|utils\/platforms\/(hooks|sites)\.ts$|wxt\/)/,
  ],
  [
    // Without any platform's decoder, which would be half of the script, and nothing of what is drawn over a page.
    /^entrypoints\/tags\.content\//,
    /^(entrypoints\/(tags\.content\/|overlay\.content\/own-root\.ts$)|components\/format\.ts$|utils\/core\/|utils\/messaging\/(?!batch-schema)|utils\/platforms\/(sites|types|gift-cells|gift-cell|known-gifts)\.ts$|wxt\/)/,
  ],
  [
    // The same, and what is drawn over the panel.
    /^entrypoints\/guard\.content\//,
    /^(entrypoints\/(guard|overlay)\.content\/|components\/|utils\/core\/|utils\/messaging\/(?!batch-schema)|utils\/platforms\/(sites|types|gift-cells|gift-panels|gift-cell|known-gifts|send-control)\.ts$|preact(\/|$)|wxt\/)/,
  ],
  [
    /^entrypoints\/[^/]+\.content\//,
    /^(entrypoints\/[^/]+\.content\/|components\/|utils\/core\/|utils\/messaging\/(?!batch-schema)|utils\/platforms\/(index|sites|skeleton|types)\.ts$|preact(\/|$)|wxt\/)/,
  ],
  [/^entrypoints\//, /./],
];

/** What a file imports, in whatever form; relative paths from the project's root. */
function importsOf(file: string, text: string): string[] {
  const found = text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*['"]([^'"]+)['"]/g);
  return [...found].map(([, target = '']) =>
    target.startsWith('.') ? posix.join(posix.dirname(file), target).replace(/\?.*$/, '') : target,
  );
}

const files = Object.entries(sources).map(([path, text]) => ({
  file: posix.join('tests', path),
  text,
}));

/** Content scripts run in the page's reach: what they load, all the way down. */
function closure(entry: string): Set<string> {
  const known = new Map(files.map(({ file, text }) => [file, text]));
  const seen = new Set<string>();
  const open = [entry];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    const text = known.get(file);
    if (seen.has(file)) continue;
    seen.add(file);
    // Types are gone before anything runs.
    const code = text?.replace(/(?:import|export) type [^;]*;/g, '') ?? '';
    open.push(...importsOf(file, code));
  }
  return seen;
}

describe('who may import whom', () => {
  it.each(files)('$file', ({ file, text }) => {
    const rule = rules.find(([pattern]) => pattern.test(file));
    expect(rule, 'a rule for this file').toBeDefined();
    const forbidden = importsOf(file, text).filter((target) => !rule?.[1].test(target));
    expect(forbidden).toEqual([]);
  });
});

describe('what content scripts load', () => {
  const scripts = files.filter(({ file }) =>
    /^entrypoints\/[^/]+\.content(\/index)?\.tsx?$/.test(file),
  );

  it('is looked at for every content script', () => {
    expect(scripts.length).toBeGreaterThanOrEqual(3);
  });

  it.each(scripts)('$file: neither the database nor zod', ({ file }) => {
    const loaded = [...closure(file)];
    expect(
      loaded.filter((path) => /^(dexie|zod)/.test(path) || path.startsWith('utils/storage/')),
    ).toEqual([]);
  });
});

describe('pure rules', () => {
  it.each(files.filter(({ file }) => file.startsWith('utils/core/')))(
    '$file reads no clock, no locale and no browser',
    ({ text }) => {
      const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
      expect(code).not.toMatch(
        /\bDate\.now\b|new Date\(\)|Temporal\.Now|\bnavigator\b|\bbrowser\.|\bchrome\.|\bwindow\b/,
      );
    },
  );
});

describe('entrypoints', () => {
  it.each(
    files.filter(({ file }) =>
      /^entrypoints\/([^/]+\/)?(index|main|[^/]+\.content)\.tsx?$/.test(file),
    ),
  )('$file is wiring: at most 50 lines', ({ text }) => {
    expect(text.split('\n').length).toBeLessThanOrEqual(51);
  });
});
