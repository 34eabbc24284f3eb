/** A QR code drawn as squares, sharp at every zoom; what it says also stands beside it as text. */
export interface QrCodeProps {
  /** Rows of "0" and "1", dark is "1". */
  readonly rows: readonly string[];
  /** In place of the picture, for those who cannot see it. */
  readonly label: string;
  readonly className: string | undefined;
}

/** Empty modules around a code, without which readers do not find it. */
const quietZone = 4;

/** One path for all dark squares: a thousand elements would be slow to draw. */
function darkPath(rows: readonly string[]): string {
  return rows
    .flatMap((row, y) =>
      [...row.matchAll(/1+/g)].map(
        ({ index, 0: run }) => `M${index + quietZone} ${y + quietZone}h${run.length}v1h-${run.length}z`,
      ),
    )
    .join("");
}

export function QrCode({ rows, label, className }: QrCodeProps) {
  const size = rows.length + 2 * quietZone;
  return (
    <svg role="img" aria-label={label} className={className} viewBox={`0 0 ${size} ${size}`}>
      <rect width={size} height={size} fill="#fff" />
      <path d={darkPath(rows)} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}
