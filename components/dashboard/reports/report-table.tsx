import type { ComponentChild } from 'preact';
import { useId } from 'preact/hooks';

/** One column of a table: its title and what stands in each row. The first one names the row. */
export interface ReportColumn<Row> {
  readonly title: string;
  /** Whether it holds amounts, which end alike. */
  readonly amount?: boolean;
  cell(row: Row): ComponentChild;
}

/**
 * A table with a title. In a narrow window each row stands by itself, with a line for each column. Where it is wider than the window it scrolls by itself; on paper it never does.
 */
export function ReportTable<Row>(props: {
  title: string;
  /** A chart of the same figures, under the title. */
  chart?: ComponentChild;
  columns: readonly ReportColumn<Row>[];
  rows: readonly Row[];
  keyOf(row: Row): string;
}) {
  const id = useId();
  const { columns } = props;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys must reach it.
    <section class="sideways table-scroll" aria-labelledby={id} tabIndex={0}>
      <table class="table">
        <caption>
          <span id={id}>{props.title}</span>
          {props.chart}
        </caption>
        <thead>
          <tr>
            {columns.map(({ title, amount }) => (
              <th key={title} scope="col" {...(amount ? { class: 'amount' } : {})}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={props.keyOf(row)}>
              {columns.map(({ title, amount, cell }, index) =>
                index === 0 ? (
                  <th key={title} scope="row">
                    {cell(row)}
                  </th>
                ) : (
                  <td key={title} data-title={title} {...(amount ? { class: 'amount' } : {})}>
                    <div>{cell(row)}</div>
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
