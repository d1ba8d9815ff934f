import type { Page } from '@playwright/test';
import { expectAccessible, isAlone, isLookedAt } from './accessible.ts';
import { guardExamples } from './guard-examples.ts';
import { expect, test } from './on-stage.ts';
import { overlayExamples } from './overlay-examples.ts';
import { picture } from './picture.ts';
import { popupExamples } from './popup-examples.ts';

test.use({ scale: 1.5 });

/** Texts and boxes that stick out of the popup sideways, beyond what is cut on purpose. */
const widest = (page: Page) =>
  page.evaluate(() =>
    Math.max(
      document.documentElement.scrollWidth,
      ...[...document.querySelectorAll('.popup, .popup main, .panel, .card, .rows li')].map(
        (box) => box.getBoundingClientRect().left + box.scrollWidth,
      ),
    ),
  );

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    for (const name of Object.keys(popupExamples)) {
      test(`popup ${name}`, async ({ page }) => {
        await page.setViewportSize({ width: 380, height: 600 });
        await page.goto(`/?popup=${name}`);
        await page.locator('.popup').waitFor();
        await picture(page, `popup-${name}-${colorScheme}`);
        expect(await widest(page)).toBeLessThanOrEqual(380);
        expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(600);
        if (isAlone) await expectAccessible(page);
        // Once more with everything unfolded and in full length.
        for (const button of await page
          .locator('[aria-controls=price-chooser], .card .link')
          .all()) {
          await button.click();
        }
        for (const summary of await page.locator('summary').all()) {
          await summary.click();
        }
        await page.addStyleTag({ content: '.popup { block-size: auto !important; }' });
        expect(await widest(page)).toBeLessThanOrEqual(380);
        await picture(page, `popup-${name}-${colorScheme}-full`, { fullPage: true });
        await expectAccessible(page);
      });
    }

    for (const name of Object.keys(guardExamples)) {
      test(`guard ${name}`, async ({ page }) => {
        await page.setViewportSize({ width: 380, height: 460 });
        await page.goto(`/?guard=${name}`);
        const dialog = page.locator('gift-ledger .guard');
        await dialog.waitFor();
        await expectAccessible(page);
        await picture(page, `guard-${name}-${colorScheme}`);
        const over = await dialog.evaluate(
          ({ scrollWidth, clientWidth, scrollHeight, clientHeight }) =>
            Math.max(scrollWidth - clientWidth, scrollHeight - clientHeight),
        );
        expect(over).toBe(0);
      });
    }

    for (const name of Object.keys(overlayExamples)) {
      test(`overlay ${name}`, async ({ page }) => {
        const looked = isLookedAt(Object.keys(overlayExamples), name);
        await page.setViewportSize({ width: 620, height: 360 });
        await page.goto(`/?overlay=${name}`);
        const overlay = page.locator('gift-ledger .overlay');
        await overlay.waitFor();
        if (looked) await expectAccessible(page);
        const menu = overlay.locator('[aria-haspopup=menu]');
        if ((await menu.count()) > 0) {
          await picture(page, `overlay-${name}-${colorScheme}`);
          await menu.click();
          if (looked) await expectAccessible(page);
          await picture(page, `overlay-${name}-${colorScheme}-menu`);
        } else {
          await picture(page, `overlay-${name}-${colorScheme}`);
        }
        const box = await overlay.boundingBox();
        expect(box?.x).toBeGreaterThanOrEqual(0);
        expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(620);
        const tray = await page.locator('.page-tray').boundingBox();
        expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(tray?.y ?? 0);
      });
    }
  });
}

test.describe('pill in light', () => {
  test.use({ colorScheme: 'light' });
  test('the pill is dragged without being opened, settles clear of the page, and a click opens it', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 820, height: 360 });
    await page.goto('/?overlay=pill');
    const overlay = page.locator('gift-ledger .overlay');
    await overlay.waitFor();
    const before = await overlay.boundingBox();
    const tray = await page.locator('.page-tray').boundingBox();
    if (before === null || tray === null) {
      throw new Error('nothing is drawn');
    }
    await page.mouse.move(before.x + 60, before.y + 18);
    await page.mouse.down();
    await page.mouse.move(before.x - 40, 200, { steps: 5 });
    await page.mouse.move(80, 345, { steps: 5 });
    await page.mouse.up();
    await expect(overlay).toHaveAttribute('data-shape', 'pill');
    const after = await overlay.boundingBox();
    expect(after?.x).toBeCloseTo(20, 0);
    expect((after?.y ?? 0) + (after?.height ?? 0)).toBeLessThanOrEqual(tray.y);
    await overlay.locator('.pill-main').click();
    await expect(overlay).toHaveAttribute('data-shape', 'card');
  });
});
