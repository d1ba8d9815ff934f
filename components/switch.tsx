import { useScreen } from './screen.ts';

/** Something that is on or off, with both its name and its state in words. Stays as it is until `on` changes. */
export function Switch(props: {
  label: string;
  on: boolean;
  /** The id of what explains it. */
  explainedBy?: string;
  /** Whether the last change is still under way. */
  busy?: boolean;
  onSwitch(on: boolean): void;
}) {
  const { t } = useScreen();
  const { label, on, busy = false } = props;
  return (
    <button
      type="button"
      role="switch"
      class="switch"
      aria-checked={on}
      aria-disabled={busy}
      {...(props.explainedBy === undefined ? {} : { 'aria-describedby': props.explainedBy })}
      onClick={() => {
        if (!busy) props.onSwitch(!on);
      }}
    >
      <span class="switch-name">{label}</span>
      <span class="switch-state" aria-hidden="true">
        {t(on ? 'switchOn' : 'switchOff')}
      </span>
      <span class="switch-track" aria-hidden="true" />
    </button>
  );
}
