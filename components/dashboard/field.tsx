import type { TargetedEvent } from 'preact';

interface Common {
  readonly id: string;
  readonly label: string;
  /** Under the field: what is wrong with it, else what helps. */
  readonly trouble?: string | undefined;
  readonly hint?: string | undefined;
  readonly wide?: boolean;
}

/** A labelled text field; what is wrong with it is said under it and to screen readers. */
export function Field(
  props: Common & {
    value: string;
    type?: 'text' | 'date' | 'time' | 'search';
    inputMode?: 'decimal' | 'numeric' | 'text';
    max?: string;
    maxLength?: number;
    onType(text: string): void;
  },
) {
  const { id, trouble, hint, type = 'text' } = props;
  const says = trouble ?? hint;
  const given = {
    id,
    inputMode: props.inputMode ?? 'text',
    ...(props.max === undefined ? {} : { max: props.max }),
    maxLength: props.maxLength ?? 30,
    autocomplete: 'off',
    spellcheck: false,
    value: props.value,
    'aria-invalid': trouble !== undefined,
    ...(says === undefined ? {} : { 'aria-describedby': `${id}-says` }),
    onInput: (event: TargetedEvent<HTMLInputElement>) => props.onType(event.currentTarget.value),
  } as const;
  return (
    <div class="field" data-wide={props.wide ?? false}>
      <label for={id}>{props.label}</label>
      {type === 'date' && <input type="date" {...given} />}
      {type === 'time' && <input type="time" {...given} />}
      {type === 'search' && <input type="search" {...given} />}
      {type === 'text' && <input type="text" {...given} />}
      <Says id={id} trouble={trouble} hint={hint} />
    </div>
  );
}

/** One choice of a {@link SelectField}. */
export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

/** A labelled choice. */
export function SelectField<Value extends string>(
  props: Common & {
    value: Value;
    choices: readonly Choice<Value>[];
    onChoose(value: Value): void;
  },
) {
  const { id, trouble, hint, choices } = props;
  const says = trouble ?? hint;
  return (
    <div class="field" data-wide={props.wide ?? false}>
      <label for={id}>{props.label}</label>
      <select
        id={id}
        value={props.value}
        aria-invalid={trouble !== undefined}
        {...(says === undefined ? {} : { 'aria-describedby': `${id}-says` })}
        onChange={(event) => {
          const chosen = choices.find(({ value }) => value === event.currentTarget.value);
          if (chosen !== undefined) props.onChoose(chosen.value);
        }}
      >
        {choices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <Says id={id} trouble={trouble} hint={hint} />
    </div>
  );
}

function Says({ id, trouble, hint }: Pick<Common, 'id' | 'trouble' | 'hint'>) {
  const words = trouble ?? hint;
  return words === undefined ? null : (
    <p class="says" id={`${id}-says`} data-trouble={trouble !== undefined}>
      {words}
    </p>
  );
}
