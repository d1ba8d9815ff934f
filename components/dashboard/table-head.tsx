/** The head of a table: what its rows are, and the columns of figures. */
export function TableHead({ of, figures }: { of: string; figures: readonly string[] }) {
  return (
    <thead>
      <tr>
        <th scope="col">{of}</th>
        {figures.map((name) => (
          <th key={name} scope="col" class="amount">
            {name}
          </th>
        ))}
      </tr>
    </thead>
  );
}
