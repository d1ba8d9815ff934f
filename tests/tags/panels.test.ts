// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { Panels } from '../../entrypoints/tags.content/panels.ts';

it('a panel of thousands of cells is not gone through for each of them', () => {
  const panel = document.createElement('section');
  document.body.append(panel);
  const panels = new Panels();
  let looks = 0;
  const many = 2_000;
  for (let n = 0; n < many; n += 1) {
    const cell = document.createElement('div');
    panel.append(cell);
    Object.defineProperty(cell, 'isConnected', {
      get() {
        looks += 1;
        return true;
      },
    });
    const picture = document.createElement('img');
    const amount = { element: cell, coins: n };
    panels.add({ picture, key: String(n), cell, amount, place: 'span' });
  }
  expect(looks).toBeLessThan(many * 5);
});
