import type { ComponentType } from 'preact';
import { CreatorsSection } from '../../../components/dashboard/settings/creators-section.tsx';
import { HelpSection } from '../../../components/dashboard/settings/help-section.tsx';
import { Guard } from '../settings/guard.tsx';
import { Live } from '../settings/live.tsx';
import { Rates } from '../settings/rates.tsx';
import { Sites } from '../settings/sites.tsx';
import { Tags } from '../settings/tags.tsx';
import { Worth } from '../settings/worth.tsx';
import { Zone } from '../settings/zone.tsx';
import type { OpenedScreen } from './opened-screen.ts';

/** The parts of the settings, in their order. Each reads what it shows by itself. */
const sections: Readonly<Record<string, ComponentType<OpenedScreen>>> = {
  sites: Sites,
  tags: Tags,
  guard: Guard,
  live: Live,
  creators: CreatorsSection,
  worth: Worth,
  rates: Rates,
  zone: Zone,
  help: HelpSection,
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
