import { useScreen } from '../screen.ts';

/** The name of what a card is of, and what can be done with it. */
export function CardHead(props: {
  name: string;
  /** What the two are called where only they are heard. */
  editLabel: string;
  removeLabel: string;
  onEdit(): void;
  onRemove(): void;
}) {
  const { t } = useScreen();
  return (
    <div class="budget-head">
      <h4>
        <bdi>{props.name}</bdi>
      </h4>
      <span class="actions">
        <button type="button" class="link" aria-label={props.editLabel} onClick={props.onEdit}>
          {t('edit')}
        </button>
        <button type="button" class="link" aria-label={props.removeLabel} onClick={props.onRemove}>
          {t('remove')}
        </button>
      </span>
    </div>
  );
}
