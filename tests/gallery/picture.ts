import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';

const folder = fileURLToPath(new URL('../../test-results/gallery', import.meta.url));

/**
 * Takes a picture to be looked at, `name.png` in `test-results/gallery`. Not where all tests run: nothing is checked by
 * it, and drawing hundreds of whole pages takes minutes.
 */
export async function picture(
  page: Page,
  name: string,
  options: { readonly fullPage?: boolean } = {},
): Promise<void> {
  if (process.env.GALLERY_PICTURES === '0') return;
  await page.screenshot({ path: `${folder}/${name}.png`, ...options });
}
