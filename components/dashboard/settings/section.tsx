import type { ComponentChildren } from 'preact';

/** One part of the settings, with its title and what it is for. `id` names it in addresses and to screen readers. */
export function SettingsSection(props: {
  id: string;
  title: string;
  lead: string;
  children?: ComponentChildren;
}) {
  const { id } = props;
  return (
    <section class="panel settings" id={`settings-${id}`} aria-labelledby={`settings-${id}-title`}>
      <h3 id={`settings-${id}-title`}>{props.title}</h3>
      <p class="lead">{props.lead}</p>
      {props.children}
    </section>
  );
}
