import type { RefObject } from 'preact';

/** The title of a list, and the button that opens the form for one more. */
export function AddBar(props: {
  title: string;
  words: string;
  open: boolean;
  button: RefObject<HTMLButtonElement | null>;
  onAdd(): void;
}) {
  return (
    <div class="bar">
      <h3>{props.title}</h3>
      <button
        type="button"
        class="button"
        ref={props.button}
        aria-expanded={props.open}
        onClick={props.onAdd}
      >
        {props.words}
      </button>
    </div>
  );
}
