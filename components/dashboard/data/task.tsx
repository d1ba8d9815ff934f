/** Something that can be done with the data: what it is, what it does, and the buttons that do it. */
export function Task(props: {
  title: string;
  says: string;
  buttons: readonly { readonly label: string; onPress(): void }[];
  /** Whether it cannot be done now. */
  busy: boolean;
}) {
  return (
    <section class="panel task">
      <div>
        <h3>{props.title}</h3>
        <p class="under">{props.says}</p>
      </div>
      <div class="buttons">
        {props.buttons.map(({ label, onPress }) => (
          <button
            key={label}
            type="button"
            class="button quiet"
            disabled={props.busy}
            onClick={onPress}
          >
            {label}
          </button>
        ))}
      </div>
    </section>
  );
}
