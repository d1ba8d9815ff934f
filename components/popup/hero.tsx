import type { ComponentChildren } from 'preact';

/** Beyond this many characters the large figure is set smaller, to stay on one line. */
const LONG = 10;

/** The largest figure on the screen, with what it is above and where it comes from below. */
export function Hero(props: {
  label: string;
  figure: string;
  title?: string;
  quiet?: boolean;
  /** What stands after the figure, such as `of $50`. */
  beside?: string;
  children?: ComponentChildren;
}) {
  return (
    <section class="hero">
      <h2>{props.label}</h2>
      <p class="figure">
        <strong
          data-long={props.figure.length > LONG}
          data-quiet={props.quiet ?? false}
          title={props.title}
        >
          <bdi>{props.figure}</bdi>
        </strong>
        {props.beside !== undefined && <span class="of"> {props.beside}</span>}
      </p>
      {props.children}
    </section>
  );
}
