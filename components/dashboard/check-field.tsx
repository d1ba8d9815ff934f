/** A labelled switch or choice of one of several that do not exclude each other. */
export function CheckField(props: {
  id: string;
  label: string;
  hint?: string | undefined;
  checked: boolean;
  onCheck(checked: boolean): void;
}) {
  const { id, hint } = props;
  return (
    <div class="check">
      <input
        type="checkbox"
        id={id}
        checked={props.checked}
        {...(hint === undefined ? {} : { 'aria-describedby': `${id}-says` })}
        onChange={({ currentTarget }) => props.onCheck(currentTarget.checked)}
      />
      <label for={id}>
        <bdi>{props.label}</bdi>
      </label>
      {hint !== undefined && (
        <p class="says" id={`${id}-says`}>
          {hint}
        </p>
      )}
    </div>
  );
}
