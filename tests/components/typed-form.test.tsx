// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { Field } from '../../components/dashboard/field.tsx';
import { SaveForm } from '../../components/dashboard/save-form.tsx';
import { createScreen, ScreenProvider } from '../../components/screen.ts';
import { type ReadForm, type Troubles, useTypedForm } from '../../components/typed-form.ts';
import { now, zone } from '../gallery/make.ts';
import { englishWords } from '../gallery/words.ts';
import { click, draw, one, press, type, words } from './draw.tsx';

interface Fields {
  readonly street: string;
  readonly town: string;
}

function readAddress(fields: Fields): ReadForm<Fields, string, 'empty'> {
  const troubles: Troubles<Fields, 'empty'> = {
    ...(fields.street === '' ? { street: 'empty' } : {}),
    ...(fields.town === '' ? { town: 'empty' } : {}),
  };
  return Object.keys(troubles).length > 0
    ? { kind: 'trouble', troubles }
    : { kind: 'done', draft: `${fields.street}, ${fields.town}` };
}

function AddressForm(props: { onSave(draft: string): void; onCancel(): void }) {
  const form = useTypedForm({
    first: () => ({ street: '', town: '' }),
    read: readAddress,
    words: (trouble, { town }) => `${trouble} (${town})`,
    onSave: props.onSave,
  });
  const { fields, set, said, refusals, send } = form;
  return (
    <SaveForm
      label="Address"
      save="Keep"
      first="input"
      refusals={refusals}
      onSend={send}
      onCancel={props.onCancel}
    >
      <Field
        id="street"
        label="Street"
        value={fields.street}
        trouble={said('street')}
        onType={(street) => set({ street })}
      />
      <Field
        id="town"
        label="Town"
        value={fields.town}
        trouble={said('town')}
        onType={(town) => set({ town })}
      />
    </SaveForm>
  );
}

async function drawForm() {
  const onSave = vi.fn();
  const onCancel = vi.fn();
  const screen = createScreen({ translate: englishWords, locale: 'en-US', zone }, now);
  const stage = await draw(
    <ScreenProvider value={screen}>
      <AddressForm onSave={onSave} onCancel={onCancel} />
    </ScreenProvider>,
  );
  return {
    stage,
    onSave,
    onCancel,
    street: one<HTMLInputElement>(stage, '#street'),
    town: one<HTMLInputElement>(stage, '#town'),
    send: () => click(one(stage, '[type=submit]')),
    wrong: () => [...stage.querySelectorAll<HTMLElement>('.says')].map(words),
  };
}

describe('a form that is typed in', () => {
  it('calls nothing wrong before it is sent, and is ready to be typed in', async () => {
    const { wrong, street, town } = await drawForm();
    expect(wrong()).toEqual([]);
    expect(document.activeElement).toBe(street);
    await type(town, '');
    expect(wrong()).toEqual([]);
  });

  it('says what is wrong when it is sent, and leads to the first of it', async () => {
    const { wrong, street, town, send, onSave } = await drawForm();
    town.focus();
    await send();
    expect(wrong()).toEqual(['empty ()', 'empty ()']);
    expect(document.activeElement).toBe(street);
    await type(street, 'Elm Street');
    town.blur();
    await send();
    expect(document.activeElement).toBe(town);
    expect(onSave).not.toHaveBeenCalled();
  });

  it('forgets what it said of the field that is typed in, and leaves the focus there', async () => {
    const { wrong, street, town, send } = await drawForm();
    await send();
    town.focus();
    await type(town, 'Y');
    expect(wrong()).toEqual(['empty (Y)']);
    expect(street.getAttribute('aria-invalid')).toBe('true');
    expect(town.getAttribute('aria-invalid')).toBe('false');
    expect(document.activeElement).toBe(town);
  });

  it('is saved once nothing is wrong', async () => {
    const { wrong, street, town, send, onSave } = await drawForm();
    await send();
    await type(street, 'Elm Street');
    await type(town, 'York');
    await send();
    expect(onSave.mock.calls).toEqual([['Elm Street, York']]);
    expect(wrong()).toEqual([]);
  });

  it('is given up by its button and by Escape', async () => {
    const { stage, town, onCancel, onSave } = await drawForm();
    await press(town, 'Enter');
    expect(onCancel).not.toHaveBeenCalled();
    await press(town, 'Escape');
    await click(one(stage, '[type=button]'));
    expect(onCancel).toHaveBeenCalledTimes(2);
    expect(onSave).not.toHaveBeenCalled();
  });
});
