import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AddedEntry,
  type AddedEntryTrouble,
  checkAddedEntry,
  NotAnAddedEntry,
} from '../../utils/core/correction.ts';
import type { AccountId, EntryId } from '../../utils/core/ids.ts';
import { currencyCode } from '../../utils/core/money.ts';
import { foldOperations, type Operation, type OperationId } from '../../utils/core/operation.ts';
import { NotAnOperation, readOperation } from '../../utils/core/operation-schema.ts';
import { type EpochMs, epochMs } from '../../utils/core/time.ts';
import { type Units, units } from '../../utils/core/units.ts';
import { addedEntry, type Doing, operation } from './made-operations.ts';
import { start } from './sightings.ts';

const entry = 'tiktok:gift:7001:1' as EntryId;
const price = { currency: currencyCode('USD'), minor: 250 };
const done = (...doings: Doing[]): Operation[] =>
  doings.map((doing, index) => operation(index, doing));
const fold = (...doings: Doing[]) => foldOperations(done(...doings));
const undo = (index: number): Doing => ({ type: 'undo', operation: `o${index}` as OperationId });
const voided = (is: boolean): Doing => ({ type: 'entry-voided', entry, voided: is });
const amount = (is: number | null): Doing => ({
  type: 'entry-amount-set',
  entry,
  units: is === null ? null : units(is),
});

describe('corrections of an entry', () => {
  it('are one, field by field', () => {
    const { corrections } = fold(
      voided(true),
      amount(40),
      { type: 'entry-price-set', entry, price },
      { type: 'entry-noted', entry, note: 'for the raid' },
    );
    expect(corrections).toEqual([{ entry, voided: true, units: 40, price, note: 'for the raid' }]);
  });

  it('are as the latest says, and nothing once taken back', () => {
    expect(fold(amount(40), amount(7)).corrections).toEqual([{ entry, units: 7 }]);
    expect(fold(amount(40), amount(null)).corrections).toEqual([]);
    expect(fold(voided(true), voided(false)).corrections).toEqual([]);
    expect(fold(amount(40), amount(7), undo(1)).corrections).toEqual([{ entry, units: 40 }]);
    expect(fold(amount(40), undo(0)).corrections).toEqual([]);
  });

  it('keep an empty note, which takes away the one that a payment came with', () => {
    expect(fold({ type: 'entry-noted', entry, note: '' }).corrections).toEqual([
      { entry, note: '' },
    ]);
  });
});

describe('a payment by hand', () => {
  it('is there until it is taken back, as it was told last', () => {
    const first: Doing = { type: 'entry-added', added: addedEntry() };
    const second: Doing = { type: 'entry-added', added: addedEntry({ units: units(99) }) };
    expect(fold(first, second).added).toEqual([addedEntry({ units: units(99) })]);
    expect(fold(first, second, undo(1)).added).toEqual([addedEntry()]);
    expect(fold(first, undo(0)).added).toEqual([]);
  });

  const now = epochMs(start + 1000);
  const wrong: [AddedEntryTrouble, Partial<AddedEntry>][] = [
    ['units', { units: 0 as Units }],
    ['units', { units: 1.5 as Units }],
    ['units', { units: units(100_000_001) }],
    ['count', { count: 0 }],
    ['count', { count: Number.NaN }],
    ['date', { at: Number.NaN as EpochMs }],
    ['too-early', { at: epochMs(0) }],
    ['in-the-future', { at: epochMs(now + 25 * 3_600_000) }],
    ['gift-name-too-long', { giftName: 'x'.repeat(101) }],
    ['note-too-long', { note: 'x'.repeat(501) }],
  ];

  it.each(wrong)('is refused by name: %s', (trouble, part) => {
    expect(() => checkAddedEntry(addedEntry(part), now)).toThrow(new NotAnAddedEntry(trouble));
  });

  it('is taken as it is when nothing is wrong with it', () => {
    const added = addedEntry();
    expect(checkAddedEntry(added, now)).toBe(added);
  });
});

describe('merged people', () => {
  const merge = (person: string, into: string): Doing => ({
    type: 'people-merged',
    platform: 'tiktok',
    person: person as AccountId,
    into: into as AccountId,
  });
  const merged = (...doings: Doing[]) =>
    Object.fromEntries(fold(...doings).merged.map(({ person, into }) => [person, into]));

  it('stand under the end of a chain', () => {
    expect(merged(merge('1', '2'))).toEqual({ 1: '2' });
    expect(merged(merge('1', '2'), merge('2', '3'))).toEqual({ 1: '3', 2: '3' });
    expect(merged(merge('2', '3'), merge('1', '2'))).toEqual({ 1: '3', 2: '3' });
  });

  it('stand under the one named last where merges go in a circle', () => {
    expect(merged(merge('1', '2'), merge('2', '1'))).toEqual({ 2: '1' });
    expect(merged(merge('2', '1'), merge('1', '2'))).toEqual({ 1: '2' });
    const round = merged(merge('0', '1'), merge('1', '2'), merge('3', '1'), merge('2', '3'));
    expect(round).toEqual({ 0: '3', 1: '3', 2: '3' });
  });

  it('are split by undoing, and never merged with themselves', () => {
    expect(merged(merge('1', '2'), merge('2', '3'), undo(1))).toEqual({ 1: '2' });
    expect(merged(merge('1', '2'), merge('1', '3'), undo(1))).toEqual({ 1: '2' });
    expect(merged(merge('1', '1'))).toEqual({});
  });

  it('are one group each, however they were merged', () => {
    const person = fc.constantFrom('1', '2', '3', '4', '5', '6');
    fc.assert(
      fc.property(fc.array(fc.tuple(person, person), { maxLength: 12 }), (pairs) => {
        const groups = merged(...pairs.map(([from, to]) => merge(from, to)));
        const end = (one: string) => groups[one] ?? one;
        // Of each person the latest merge counts, as in a graph of one arrow each.
        for (const [from, to] of new Map(pairs)) expect(end(from)).toBe(end(to));
        for (const into of Object.values(groups)) expect(groups[into]).toBeUndefined();
      }),
    );
  });
});

describe('someone forgotten', () => {
  const forget = (at: number): Doing => ({
    type: 'person-forgotten',
    platform: 'tiktok',
    person: 'a'.repeat(64),
    at: epochMs(at),
  });

  it('stays so, up to the latest moment told', () => {
    const person = { platform: 'tiktok', person: 'a'.repeat(64) };
    expect(fold(forget(50), forget(20)).forgotten).toMatchObject([{ ...person, at: 50 }]);
    expect(fold(forget(50), undo(0)).forgotten).toMatchObject([{ ...person, at: 50 }]);
  });
});

describe('a stored correction', () => {
  it.each<[string, Doing]>([
    ['an amount below nothing', { type: 'entry-amount-set', entry, units: -1 as Units }],
    ['an amount beyond all gifts', { type: 'entry-amount-set', entry, units: units(2 ** 40) }],
    [
      'a price beyond exact numbers',
      { type: 'entry-price-set', entry, price: { ...price, minor: 2 ** 52 } },
    ],
    ['a note without end', { type: 'entry-noted', entry, note: 'x'.repeat(501) }],
    ['no entry', { type: 'entry-voided', entry: '' as EntryId, voided: true }],
    [
      'a person by name',
      { type: 'person-forgotten', platform: 'tiktok', person: '4711', at: start },
    ],
    [
      'a payment of another year',
      { type: 'entry-added', added: addedEntry({ at: epochMs(Date.UTC(2031, 0)) }) },
    ],
  ])('is refused: %s', (_name, doing) => {
    expect(() => readOperation(operation(1, doing), start)).toThrow(NotAnOperation);
  });
});
