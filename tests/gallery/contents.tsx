import { dashboardExamples } from './dashboard-examples.ts';
import { deskExamples, popoutExamples } from './desk-examples.ts';
import { guardExamples } from './guard-examples.ts';
import { overlayExamples } from './overlay-examples.ts';
import { popupExamples } from './popup-examples.ts';

const frame = { border: '1px solid #8884', borderRadius: '8px', background: 'Canvas' };

/** All examples side by side, each in a page of its own. */
export function Contents() {
  return (
    <main style={{ font: '13px system-ui', colorScheme: 'light dark' }}>
      <h1>Gallery</h1>
      <Examples kind="popup" names={Object.keys(popupExamples)} width="380" height="600" />
      <Examples kind="overlay" names={Object.keys(overlayExamples)} width="620" height="360" />
      <Examples kind="guard" names={Object.keys(guardExamples)} width="380" height="460" />
      <Examples kind="desk" names={Object.keys(deskExamples)} width="380" height="800" />
      <Examples kind="popout" names={Object.keys(popoutExamples)} width="480" height="360" />
      <Examples kind="dashboard" names={Object.keys(dashboardExamples)} width="800" height="800" />
    </main>
  );
}

function Examples(props: { kind: string; names: string[]; width: string; height: string }) {
  return (
    <section style={{ display: 'flex', flexWrap: 'wrap', gap: '16px', marginBlock: '16px' }}>
      {props.names.map((name) => (
        <figure key={name} style={{ margin: '0' }}>
          <figcaption>
            <a href={`?${props.kind}=${name}`}>{`${props.kind}: ${name}`}</a>
          </figcaption>
          <iframe
            title={`${props.kind} ${name}`}
            src={`?${props.kind}=${name}`}
            width={props.width}
            height={props.height}
            loading="lazy"
            style={frame}
          />
        </figure>
      ))}
    </section>
  );
}
