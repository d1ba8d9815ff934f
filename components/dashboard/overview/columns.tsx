import { useScreen } from '../../screen.ts';

/** One column of a chart. */
export interface Column {
  readonly key: string;
  /** How high it is, beside the others. */
  readonly value: number;
  /** What it says to the mouse. */
  readonly title: string;
  /** Where it leads to; null where to nothing. */
  readonly href: string | null;
  /** What stands under it; may be empty. */
  readonly label: string;
  /** Drawn behind it: nothing was seen, or nothing was on air. */
  readonly ground?: 'gap' | 'break';
}

/** A stretch of a chart that is marked above its columns, as parts of the whole from 0 to 1. */
export interface Mark {
  readonly key: string;
  readonly from: number;
  readonly to: number;
  readonly title: string;
}

/** What is not nothing is seen. */
const LEAST = 2;
const MARK = 5;

/**
 * Columns from zero. A picture for the eye and the mouse: a table beside it says the same. Percentages as lengths, so
 * that it fits any width.
 */
export function Columns(props: {
  columns: readonly Column[];
  height: number;
  marks?: readonly Mark[];
  /** What the full height stands for where charts are compared; else the highest column. */
  most?: number | undefined;
}) {
  const { direction } = useScreen();
  const { columns, height, marks = [] } = props;
  const rtl = direction === 'rtl';
  const most = props.most ?? Math.max(0, ...columns.map(({ value }) => value));
  const step = 100 / Math.max(1, columns.length);
  return (
    <svg aria-hidden="true" width="100%" height={height + 22}>
      <line x1="0" x2="100%" y1={height} y2={height} />
      {columns.map((column, index) => (
        <Bar
          key={column.key}
          column={column}
          first={index === 0}
          rtl={rtl}
          place={rtl ? columns.length - 1 - index : index}
          step={step}
          height={height}
          length={most === 0 ? 0 : (column.value / most) * height}
        />
      ))}
      {marks.map(({ key, from, to, title }) => {
        const width = Math.max(0.6, (to - from) * 100);
        return (
          <rect
            key={key}
            class="mark"
            x={`${rtl ? 100 - from * 100 - width : from * 100}%`}
            y={-MARK - 2}
            width={`${width}%`}
            height={MARK}
            rx="2"
          >
            <title>{title}</title>
          </rect>
        );
      })}
    </svg>
  );
}

function Bar(props: {
  column: Column;
  first: boolean;
  rtl: boolean;
  place: number;
  step: number;
  height: number;
  length: number;
}) {
  const { column, place, step, height } = props;
  const { title, href, label, ground, value } = column;
  // A long word under the first column begins with it, or it would stick out. `start` follows the text's direction.
  const labelAt = props.first && label.length > 4 ? (props.rtl ? 1 : 0) : 0.5;
  const length = value === 0 ? 0 : Math.max(LEAST, props.length);
  const shown = (
    <>
      <title>{title}</title>
      <rect
        class={ground ?? 'reach'}
        x={`${place * step}%`}
        y="0"
        width={`${step}%`}
        height={height}
      />
      <rect
        x={`${(place + 0.12) * step}%`}
        y={height - length}
        width={`${step * 0.76}%`}
        height={length}
        rx={step > 2 ? 2 : 0}
      />
      {label !== '' && (
        <text
          x={`${(place + labelAt) * step}%`}
          y={height + 16}
          text-anchor={labelAt === 0.5 ? 'middle' : 'start'}
        >
          {label}
        </text>
      )}
    </>
  );
  return href === null ? (
    <g>{shown}</g>
  ) : (
    <a href={href} tabindex={-1}>
      {shown}
    </a>
  );
}
