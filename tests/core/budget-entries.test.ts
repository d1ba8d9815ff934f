import { describe, expect, it } from 'vitest';
import { wholeScope } from '../../utils/core/budget.ts';
import { budgetEntries } from '../../utils/core/budget-entries.ts';
import type { AccountId } from '../../utils/core/ids.ts';
import { type Day, dayNamed } from '../../utils/core/time.ts';

const day = (text: string): Day => {
  const named = dayNamed(text);
  if (named === null) throw new RangeError(text);
  return named;
};
const november = {
  key: `${day('2026-11-01')}/${day('2026-11-30')}`,
  first: day('2026-11-01'),
  last: day('2026-11-30'),
} as const;
const mira = { platform: 'tiktok', id: '7' as AccountId } as const;

describe('the entries that a budget counted', () => {
  it('are those of its days', () => {
    expect(budgetEntries({ scope: wholeScope }, november)).toEqual({
      direction: 'sent',
      platform: null,
      creator: null,
      kind: null,
      from: '2026-11-01',
      to: '2026-11-30',
    });
  });

  it('are those of its stream', () => {
    const stream = { ...november, key: 'tiktok:7400' } as const;
    expect(budgetEntries({ scope: wholeScope }, stream)).toMatchObject({ session: 'tiktok:7400' });
    expect(budgetEntries({ scope: wholeScope }, stream)).not.toHaveProperty('from');
  });

  it('are those of its one creator, platform and kind', () => {
    const scope = { platforms: ['tiktok'], creators: [mira], kinds: ['gift'] } as const;
    expect(budgetEntries({ scope }, november)).toMatchObject({
      platform: 'tiktok',
      creator: mira,
      kind: 'gift',
    });
  });

  it('cannot be named by one filter where there are several of these', () => {
    const scope = { ...wholeScope, platforms: ['tiktok', 'kick'] } as const;
    expect(budgetEntries({ scope }, november)).toBeNull();
  });
});
