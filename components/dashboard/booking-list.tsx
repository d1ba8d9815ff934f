import { useState } from 'preact/hooks';
import type { DashboardActions } from '../../utils/core/dashboard-views.ts';
import type { Adjustment } from '../../utils/core/operation.ts';
import { LONGEST_NOTE } from '../../utils/core/purchase.ts';
import { formatDay } from '../dates.ts';
import { useScreen } from '../screen.ts';
import type { MessageKey } from '../text.ts';
import { Field } from './field.tsx';
import { Remark, RowActions } from './row-parts.tsx';

const kinds: Record<Adjustment['kind'], MessageKey> = {
  'sent-elsewhere': 'booking_sent_elsewhere',
  'bought-elsewhere': 'booking_bought_elsewhere',
};

/** What was booked to make balances agree, latest first, each with its note to change and a way to remove it. */
export function BookingList(props: {
  bookings: readonly Adjustment[];
  actions: Pick<DashboardActions, 'onSaveBooking' | 'onRemoveBooking'>;
}) {
  const { t } = useScreen();
  const [edited, setEdited] = useState<Adjustment['id'] | null>(null);
  return (
    <>
      <h4>{t('bookingsTitle')}</h4>
      <ul class="rows">
        {props.bookings.map((booking) => (
          <li key={booking.id} data-booking={booking.kind}>
            <Row
              booking={booking}
              onEdit={() => setEdited(booking.id)}
              onRemove={() => props.actions.onRemoveBooking(booking.id)}
            />
            {edited === booking.id && (
              <NoteForm
                booking={booking}
                onSave={(note) => {
                  props.actions.onSaveBooking({ ...booking, note });
                  setEdited(null);
                }}
                onCancel={() => setEdited(null)}
              />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Row(props: { booking: Adjustment; onEdit(): void; onRemove(): void }) {
  const screen = useScreen();
  const { t } = screen;
  const { unit, units, kind, at } = props.booking;
  const coins = screen.units(units, unit, 16);
  const day = formatDay(at, screen.now, screen.zone, screen.language);
  return (
    <>
      <b class="coin">{coins}</b>
      <small class="amount">{day}</small>
      <small>{t(kinds[kind])}</small>
      <RowActions of={[coins, day]} onEdit={props.onEdit} onRemove={props.onRemove} />
      <Remark text={props.booking.note} />
    </>
  );
}

function NoteForm(props: { booking: Adjustment; onSave(note: string): void; onCancel(): void }) {
  const { t } = useScreen();
  const [note, setNote] = useState(props.booking.note);
  return (
    <form
      class="form"
      aria-label={t('bookingEdit')}
      onSubmit={(event) => {
        event.preventDefault();
        props.onSave(note.trim());
      }}
    >
      <Field
        id={`booking-note-${props.booking.id}`}
        label={t('fieldNote')}
        maxLength={LONGEST_NOTE}
        value={note}
        onType={setNote}
      />
      <div class="buttons">
        <button type="submit" class="button">
          {t('save')}
        </button>
        <button type="button" class="button quiet" onClick={props.onCancel}>
          {t('cancel')}
        </button>
      </div>
    </form>
  );
}
