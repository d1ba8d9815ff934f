import { useState } from 'preact/hooks';

/** What is wrong with which fields, by name. */
export type Troubles<Fields, Trouble> = Readonly<Partial<Record<keyof Fields, Trouble>>>;

/** What a form says: what is to be saved, or what is wrong with which fields. */
export type ReadForm<Fields, Draft, Trouble> =
  | { readonly kind: 'done'; readonly draft: Draft }
  | { readonly kind: 'trouble'; readonly troubles: Troubles<Fields, Trouble> };

/** A form while it is typed in. */
export interface TypedForm<Fields> {
  readonly fields: Fields;
  /** Changes fields. What was said of them is forgotten; of the others it holds until the form is sent again. */
  set(change: Partial<Fields>): void;
  /** What is wrong with a field, in words. */
  said(field: keyof Fields): string | undefined;
  /** Saves what the form says, or says what is wrong with it. */
  send(): void;
  /** How often it was sent and not saved. */
  readonly refusals: number;
}

/** Keeps a form while it is typed in. Nothing is saved while anything is wrong, and nothing is called wrong before it is sent. */
export function useTypedForm<Fields extends object, Draft, Trouble>(form: {
  /** The fields to begin with. */
  first(): Fields;
  read(fields: Fields): ReadForm<Fields, Draft, Trouble>;
  words(trouble: Trouble, fields: Fields): string;
  onSave(draft: Draft): void;
}): TypedForm<Fields> {
  const [fields, setFields] = useState(form.first);
  const [troubles, setTroubles] = useState<Troubles<Fields, Trouble> | null>(null);
  const [refusals, setRefusals] = useState(0);
  return {
    fields,
    set(change) {
      setFields({ ...fields, ...change });
      if (troubles === null) return;
      const left = { ...troubles };
      for (const field in change) delete left[field];
      setTroubles(left);
    },
    said(field) {
      const trouble = troubles?.[field];
      return trouble === undefined ? undefined : form.words(trouble, fields);
    },
    send() {
      const sent = form.read(fields);
      setTroubles(sent.kind === 'done' ? null : sent.troubles);
      if (sent.kind === 'done') form.onSave(sent.draft);
      else setRefusals(refusals + 1);
    },
    refusals,
  };
}
