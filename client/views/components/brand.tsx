// The mark beside the name: arc and ball alone. Never straightened, mirrored or outlined.

interface BrandProps {
  /** Where it leads; without one it is only the name. */
  readonly href?: string;
}

export function Brand({ href }: BrandProps) {
  const inside = (
    <>
      <svg width="30" height="30" viewBox="0 0 64 64" aria-hidden="true">
        <path
          d="M7 29Q18 29 24 51Q31 22 40 16"
          fill="none"
          stroke="currentColor"
          stroke-width="6"
          stroke-linecap="round"
          stroke-linejoin="round"
        />
        <circle cx="51.5" cy="13.5" r="8.5" />
      </svg>
      Rebound
    </>
  );
  if (href === undefined) return <span class="brand">{inside}</span>;
  return (
    <a class="brand" href={href}>
      {inside}
    </a>
  );
}
