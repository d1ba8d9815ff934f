import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useScreen } from '../screen.ts';

/** A form that is saved or given up, also by Escape. What is typed first has the focus, then what was found wrong. */
export function SaveForm(props: {
  /** What it is called. */
  label: string;
  /** What its button is called. */
  save: string;
  /** Selector of the field that has the focus first. */
  first: string;
  /** How often it was sent and not saved. */
  refusals?: number;
  /** Whether it lies in a box of its own. */
  boxed?: boolean;
  /** Between saving and giving up. */
  between?: ComponentChildren;
  onSend(): void;
  onCancel(): void;
  children: ComponentChildren;
}) {
  const { t } = useScreen();
  const { first, refusals = 0, boxed = true } = props;
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>(first)?.focus(), []);
  useEffect(() => {
    // Only when it was sent: who is putting one field right is not sent to the next.
    if (refusals > 0) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [refusals]);
  return (
    <form
      class={boxed ? 'panel form' : 'form'}
      ref={form}
      noValidate
      aria-label={props.label}
      onSubmit={(event) => {
        event.preventDefault();
        props.onSend();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') props.onCancel();
      }}
    >
      {props.children}
      <div class="buttons">
        <button type="submit" class="button">
          {props.save}
        </button>
        {props.between}
        <button type="button" class="button quiet" onClick={props.onCancel}>
          {t('cancel')}
        </button>
      </div>
    </form>
  );
}
