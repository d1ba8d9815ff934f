import type { DeskStream } from '../../utils/core/desk-views.ts';
import type { SessionId } from '../../utils/core/totals.ts';
import { SelectField } from '../dashboard/field.tsx';
import { formatMomentShort } from '../dates.ts';
import { Mark } from '../mark.tsx';
import { isolate, safeText } from '../names.ts';
import { type Screen, useScreen } from '../screen.ts';
import type { DeskView } from './desk-view.ts';

/** Name, whether the stream is on air, and which stream is shown. */
export function DeskHead(props: {
  view: DeskView | null;
  onPickStream(first: SessionId | ''): void;
}) {
  const screen = useScreen();
  const { t } = screen;
  const { view } = props;
  const of = view?.stream?.of ?? null;
  const onAir = view?.stream?.onAir === true;
  return (
    <header>
      <div class="header">
        <Mark size={22} />
        <h1>{t('deskTitle')}</h1>
        {of !== null && <bdi class="cut desk-of">{screen.name(of)}</bdi>}
        {view !== null && (
          <p class="status" data-tone={onAir ? 'good' : 'off'}>
            <span class="cut">{statusOf(view.stream, screen)}</span>
          </p>
        )}
      </div>
      {view !== null && view.streams.length > 0 && (
        <div class="desk-pick">
          <SelectField<SessionId | ''>
            id="desk-stream"
            label={t('deskStream')}
            value={view.picked}
            choices={[
              { value: '', label: t('deskStreamLive') },
              ...view.streams.flatMap((stream) => choiceOf(stream, screen)),
            ]}
            onChoose={props.onPickStream}
          />
        </div>
      )}
    </header>
  );
}

function statusOf(stream: DeskStream | null, screen: Screen): string {
  const { t, now, zone, language } = screen;
  if (stream === null) return t('deskNotLive');
  if (!stream.onAir) return formatMomentShort(stream.from, now, zone, language);
  const minutes = Math.floor((now - stream.from) / 60_000);
  return minutes < 1 ? t('deskOnAir') : t('deskOnAirFor', [screen.counted(minutes, 'minutesSpan')]);
}

function choiceOf({ rooms, from, title, platform, of }: DeskStream, screen: Screen) {
  const { t, now, zone, language } = screen;
  const [first] = rooms;
  if (first === undefined) return [];
  const named = safeText(title);
  const about = named === '' ? t(`platform_${platform}`) : isolate(named);
  const whose = of === null ? '' : screen.person(of);
  const when = formatMomentShort(from, now, zone, language);
  return [
    { value: first, label: [whose, t('deskStreamAt', [when, about])].filter(Boolean).join(' · ') },
  ];
}
