import type { ComponentType } from 'preact';
import { Rates } from '../settings/rates.tsx';
import { Tags } from '../settings/tags.tsx';
import { Worth } from '../settings/worth.tsx';
import type { OpenedScreen } from './opened-screen.ts';

/** The parts of the settings, in their order. Each reads what it shows by itself. */
const sections: Readonly<Record<string, ComponentType<OpenedScreen>>> = {
  tags: Tags,
  worth: Worth,
  rates: Rates,
};

/** The settings. */
export function Settings(props: OpenedScreen) {
  return (
    <div class="screen">
      {Object.entries(sections).map(([name, Section]) => (
        <Section key={name} {...props} />
      ))}
    </div>
  );
}
