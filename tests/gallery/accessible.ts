import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Expects that axe finds nothing on a page. */
export async function expectAccessible(page: Page): Promise<void> {
  // Its other way, for frames of other sites, opens one more page for every page that it looks at.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
}

/** Whether the gallery's tests run alone, and not among all. */
export const isAlone = process.env.GALLERY_PICTURES !== '0';

/**
 * Which states axe looks at. It takes most of a state's time, so that among all tests it looks at the first state of
 * every screen, and at every state where the gallery's tests run alone.
 */
export function isLookedAt(names: readonly string[], name: string): boolean {
  if (isAlone) return true;
  const screenOf = (state: string) => state.replace(/-.*/, '');
  return names.find((other) => screenOf(other) === screenOf(name)) === name;
}
