/** Fills of the bars: a colour and a pattern for each status. */
import type { Status } from "../../../shared/standards/types";
import { statusColour } from "../../app/theme/tokens";
import classes from "./statistics.module.css";

/** Lines of the pattern on an 8 × 8 tile, as a path; met is plain. */
const strokes: Readonly<Record<Status, string>> = {
  met: "",
  notMet: "M-2 10 L10 -2 M-2 2 L2 -2 M6 10 L10 6",
  unknown: "M2 2 h0.01 M6 6 h0.01",
  grace: "M0 2 h8 M0 6 h8",
  notApplicable: "M2 0 v8 M6 0 v8",
};

export function patternFill(part: Status): string {
  return `url(#bar-${part})`;
}

function Tile({ part, id }: { readonly part: Status; readonly id: string }) {
  const fill = statusColour(part, "fill");
  const plain = strokes[part] === "";
  return (
    <pattern id={id} width={8} height={8} patternUnits="userSpaceOnUse">
      <rect width={8} height={8} fill={plain ? fill : statusColour(part, "soft")} />
      {plain ? null : (
        <path
          d={strokes[part]}
          stroke={fill}
          strokeWidth={part === "unknown" ? 3 : 2}
          strokeLinecap="round"
        />
      )}
    </pattern>
  );
}

export function PatternDefs({ parts }: { readonly parts: readonly Status[] }) {
  return (
    <defs>
      {parts.map((part) => (
        <Tile part={part} id={`bar-${part}`} key={part} />
      ))}
    </defs>
  );
}

/** The fill in the legend. */
export function Swatch({ part }: { readonly part: Status }) {
  const id = `swatch-${part}`;
  return (
    <svg className={classes.swatch} viewBox="0 0 20 12" aria-hidden>
      <defs>
        <Tile part={part} id={id} />
      </defs>
      <rect width={20} height={12} fill={`url(#${id})`} stroke={statusColour(part, "fill")} />
    </svg>
  );
}
