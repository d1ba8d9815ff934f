import type { ComponentChild } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import {
  broughtIntoView,
  drawnHeight,
  type ListScroll,
  type ListSizes,
  scrolledTo,
} from './list-scroll.ts';

/** Rows drawn above and below the view, so that scrolling shows no gaps. */
const BEYOND = 6;
/** Where nothing can be measured. */
const USUAL_VIEW = 600;

/**
 * A list of any length of which only what is in view is drawn. Each row holds one link or button; the arrow keys, Page
 * Up and Down, Home and End move between them, Tab leaves the list.
 *
 * Of its own, since the libraries for this stop where browsers do, at some 600,000 rows.
 */
export function LongList(props: {
  label: string;
  count: number;
  /** In px, the same for every row. */
  rowHeight: number;
  /** Whether the count is final: screen readers are told it only then. */
  counted: boolean;
  /** Another list altogether: it begins at its top. */
  listKey: string;
  /** A row; only the active one is reached by Tab. */
  draw(index: number, active: boolean): ComponentChild;
  /** Which rows are drawn, both included. */
  onShow(first: number, last: number): void;
}) {
  const { count, rowHeight, listKey } = props;
  const box = useRef<HTMLDivElement>(null);
  const [scroll, setScroll] = useState<ListScroll>({ top: 0, bar: 0 });
  const [view, setView] = useState(USUAL_VIEW);
  const [active, setActive] = useState(0);
  const toFocus = useRef(false);
  const sizes: ListSizes = { view, whole: count * rowHeight };
  const first = Math.max(0, Math.floor(scroll.top / rowHeight) - BEYOND);
  const last = Math.min(count - 1, Math.ceil((scroll.top + view) / rowHeight) + BEYOND);

  useLayoutEffect(() => {
    const measure = () => setView(box.current?.clientHeight || USUAL_VIEW);
    measure();
    const observer = new ResizeObserver(measure);
    if (box.current !== null) observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    setScroll({ top: 0, bar: 0 });
    setActive(0);
  }, [listKey]);
  useLayoutEffect(() => {
    if (box.current !== null && box.current.scrollTop !== scroll.bar) {
      box.current.scrollTop = scroll.bar;
    }
  }, [scroll.bar, sizes.whole]);
  useEffect(() => {
    if (last >= first) props.onShow(first, last);
  }, [first, last, listKey]);
  useLayoutEffect(() => {
    if (!toFocus.current) return;
    const row = box.current?.querySelector<HTMLElement>(`[data-row="${active}"] :is(a, button)`);
    if (row === undefined || row === null) {
      // Still being read: the list holds the keyboard for it.
      box.current?.focus({ preventScroll: true });
      return;
    }
    toFocus.current = false;
    row.focus({ preventScroll: true });
  });

  function goTo(index: number) {
    const row = Math.min(Math.max(0, index), count - 1);
    toFocus.current = true;
    setActive(row);
    setScroll(broughtIntoView(scroll, row * rowHeight, (row + 1) * rowHeight, sizes));
  }

  function onKeyDown(event: KeyboardEvent) {
    const page = Math.max(1, Math.floor(view / rowHeight) - 1);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: count - 1,
    };
    const to = steps[event.key];
    if (to === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    goTo(to);
  }

  const drawn = Array.from({ length: Math.max(0, last - first + 1) }, (_, n) => first + n);
  // What has the focus stays drawn, wherever the view is scrolled to.
  const indices = active < count && (active < first || active > last) ? [...drawn, active] : drawn;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it holds the keyboard while a row is read.
    <div
      class="long-list"
      ref={box}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      onFocusOut={({ relatedTarget }) => {
        // Who went elsewhere is not fetched back.
        if (relatedTarget instanceof Node && !box.current?.contains(relatedTarget)) {
          toFocus.current = false;
        }
      }}
      onScroll={(event) => {
        const bar = event.currentTarget.scrollTop;
        if (bar !== scroll.bar) setScroll(scrolledTo(scroll, bar, sizes));
      }}
    >
      <ul
        aria-label={props.label}
        style={{ blockSize: `${drawnHeight(sizes)}px` }}
        onFocusIn={(event) => {
          const row = (event.target as HTMLElement).closest<HTMLElement>('[data-row]');
          if (row !== null) setActive(Number(row.dataset.row));
        }}
      >
        {indices.map((index) => (
          <li
            key={index}
            data-row={index}
            data-active={index === active}
            aria-posinset={index + 1}
            aria-setsize={props.counted ? count : -1}
            style={{
              blockSize: `${rowHeight}px`,
              transform: `translateY(${index * rowHeight - scroll.top + scroll.bar}px)`,
            }}
          >
            {props.draw(index, index === active)}
          </li>
        ))}
      </ul>
    </div>
  );
}
