import { useCallback, useEffect, useState } from 'preact/hooks';
import type { SupporterRow } from '../../../utils/core/supporter-views.ts';
import { type BoardAddress, boardAddress } from '../../../utils/core/supporters-address.ts';
import type { Day } from '../../../utils/core/time.ts';
import type { LedgerDatabase } from '../../../utils/storage/database.ts';
import { type Board, boardRows, readBoard } from '../../../utils/storage/supporters-board.ts';
import { noteTrouble } from '../../../utils/storage/trouble.ts';
import { firstWeekday } from '../first-weekday.ts';
import { readAgain } from '../ledger/read-again.ts';

/** A leaderboard as far as it was read. */
export interface ReadBoard {
  /** Null until the first answer. */
  readonly board: Board | null;
  /** The name of what keeps it from being read; empty when all is well. */
  readonly trouble: string;
  /** Null while the row is read. */
  rowAt(index: number): SupporterRow | null;
  /** Reads the rows that are drawn. */
  onShow(first: number, last: number): void;
}

interface Shown {
  readonly board: Board;
  readonly first: number;
  readonly rows: readonly SupporterRow[];
}

/** Reads a leaderboard, and again whenever the ledger changes; the names only of the rows that are drawn. */
export function useBoard(
  database: LedgerDatabase,
  address: BoardAddress,
  today: Day,
  lapsedAfter: number,
): ReadBoard {
  const [board, setBoard] = useState<Board | null>(null);
  const [trouble, setTrouble] = useState('');
  const [view, setView] = useState({ first: 0, last: 0 });
  const [shown, setShown] = useState<Shown | null>(null);
  const key = boardAddress(address);
  useEffect(() => {
    let over = false;
    const stop = readAgain(database, async () => {
      try {
        const read = await readBoard(database, address, {
          today,
          firstWeekday: firstWeekday(),
        });
        if (over) return;
        setBoard(read);
        setTrouble('');
      } catch (error) {
        const name = error instanceof Error ? error.name : 'UnknownError';
        if (!over) setTrouble(name);
        await noteTrouble(name);
      }
    });
    return () => {
      over = true;
      stop();
    };
  }, [database, key, today]);
  useEffect(() => {
    if (board === null) return;
    let over = false;
    const { first, last } = view;
    void boardRows(database, board, first, last, lapsedAfter).then((rows) => {
      if (!over) setShown({ board, first, rows });
    });
    return () => {
      over = true;
    };
  }, [database, board, view, lapsedAfter]);
  const onShow = useCallback((first: number, last: number) => {
    setView((before) =>
      before.first === first && before.last === last ? before : { first, last },
    );
  }, []);
  return {
    board,
    trouble,
    // Of the board before the rows stay until those of the next are read, unless another one is asked for.
    rowAt: (index) =>
      shown !== null && boardAddress(shown.board.view.address) === key
        ? (shown.rows[index - shown.first] ?? null)
        : null,
    onShow,
  };
}
