// A QR code, drawn as one path from the server's rows of modules: dark on light in every theme, or cameras look past it.

interface QrCodeProps {
  /** Rows of "1" (dark) and "0". */
  readonly rows: readonly string[];
  readonly label: string;
}

/** Modules of light around it (ISO/IEC 18004, 5.3.8). */
const quiet = 4;

export function QrCode({ rows, label }: QrCodeProps) {
  const size = rows.length + 2 * quiet;
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <path class="qr__dark" d={pathOf(rows)} />
    </svg>
  );
}

/** A bar for each run of dark modules. */
function pathOf(rows: readonly string[]): string {
  return rows
    .flatMap((row, y) => [...row.matchAll(/1+/g)].map(({ index, 0: run }) => `M${index + quiet} ${y + quiet}h${run.length}v1h-${run.length}z`))
    .join("");
}
