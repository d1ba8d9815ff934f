/** The product's mark, a ring and hook that read as a g. Decoration: the name always stands beside it. */
export function Mark({ size }: { size: number }) {
  return (
    <svg class="mark" viewBox="0 0 32 32" width={size} height={size} aria-hidden="true">
      <circle cx="15" cy="13" r="6" />
      <path d="M21 7v13.5c0 3.3-2.6 5.5-6 5.5-2 0-3.7-.7-4.9-2" />
    </svg>
  );
}
