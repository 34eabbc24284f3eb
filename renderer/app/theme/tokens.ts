/**
 * Every colour of the program, once for each look. Screens and charts use them as CSS variables
 * (`var(--status-met-ink)`), so that all of them follow when the look changes; a colour written elsewhere would drift
 * away from the legend, and stay bright in the dark.
 *
 * `ink` on `soft` and on every surface reaches a contrast of 4.5 : 1, `fill` on the surface of lists 3 : 1; a test holds
 * both looks to it.
 */
import { grounds } from "../../../shared/contract/appearance";
import { type Status, statuses } from "../../../shared/standards/types";

/** What is drawn of a status: text and icons, bars and marks, the ground behind `ink`. */
export const statusParts = ["ink", "fill", "soft"] as const;
export type StatusPart = (typeof statusParts)[number];
type StatusColour = Readonly<Record<StatusPart, string>>;

const lightSurfaces = {
  "--surface": "#ffffff",
  "--surface-sunken": grounds.light,
  "--surface-raised": "#ffffff",
  "--rail": "#e9edf3",
  "--line": "#dde2e9",
  "--line-strong": "#b9c2ce",
  "--ink": "#1b2430",
  "--ink-muted": "#556172",
  "--accent": "#1f5c99",
  "--accent-soft": "#e4eef8",
  "--accent-ink": "#17487a",
  /** Text on a ground of `accent` or of a status's `ink`. */
  "--on-strong": "#ffffff",
  "--danger": "#a8231b",
  "--danger-soft": "#fdeae8",
  "--focus-ring": "#1f6fc4",
  "--row-hover": "#f2f6fb",
  "--row-active": "#e4eef8",
  "--shadow": "rgb(20 30 50 / 12%)",
} as const;

type Surfaces = Readonly<Record<keyof typeof lightSurfaces, string>>;

const darkSurfaces: Surfaces = {
  "--surface": "#1c232d",
  "--surface-sunken": grounds.dark,
  "--surface-raised": "#252d39",
  "--rail": "#11161d",
  "--line": "#2e3845",
  "--line-strong": "#4a586a",
  "--ink": "#e4e9f0",
  "--ink-muted": "#a5b1c1",
  "--accent": "#7fb6ee",
  "--accent-soft": "#1e3650",
  "--accent-ink": "#a5cdf6",
  "--on-strong": "#11161d",
  "--danger": "#ffa198",
  "--danger-soft": "#472422",
  "--focus-ring": "#74b4f6",
  "--row-hover": "#232c38",
  "--row-active": "#22384f",
  "--shadow": "rgb(0 0 0 / 45%)",
};

export interface Palette {
  readonly surfaces: Surfaces;
  readonly statuses: Readonly<Record<Status, StatusColour>>;
}

export const palettes: Readonly<Record<"light" | "dark", Palette>> = {
  light: {
    surfaces: lightSurfaces,
    statuses: {
      met: { ink: "#0a6350", fill: "#12876d", soft: "#e1f3ee" },
      notMet: { ink: "#a8231b", fill: "#cf3f35", soft: "#fdeae8" },
      unknown: { ink: "#7d5000", fill: "#b97a0a", soft: "#fcf1da" },
      grace: { ink: "#1d559e", fill: "#3f7fcb", soft: "#e6effb" },
      notApplicable: { ink: "#555f6c", fill: "#868f9b", soft: "#eef0f3" },
    },
  },
  dark: {
    surfaces: darkSurfaces,
    statuses: {
      met: { ink: "#74d9bb", fill: "#2fa384", soft: "#17362e" },
      notMet: { ink: "#ffa198", fill: "#e2695f", soft: "#472422" },
      unknown: { ink: "#f1c26b", fill: "#cf9532", soft: "#3f3012" },
      grace: { ink: "#9ac5f7", fill: "#5b95dc", soft: "#1e3650" },
      notApplicable: { ink: "#b4becb", fill: "#828d9b", soft: "#2b343f" },
    },
  },
};

/** The accent in ten steps, as Mantine wants it; the steps of `primaryShade` carry white text. */
export const accentShades = [
  "#eef5fc",
  "#dbe8f6",
  "#b6d0ec",
  "#8db6e1",
  "#689dd6",
  "#4585c6",
  "#2f70b3",
  "#1f5c99",
  "#17487a",
  "#0f335a",
] as const;

/** What takes something away, in the same steps. */
export const dangerShades = [
  "#fdeeec",
  "#fbd9d5",
  "#f7b9b2",
  "#ee8b82",
  "#e5675c",
  "#d6483d",
  "#c1352b",
  "#a8231b",
  "#8a1a14",
  "#5f110c",
] as const;

/** Mantine's greys of the dark look, from text to ground, in our hue. */
export const darkShades = [
  "#e4e9f0",
  "#c6cfdb",
  "#a5b1c1",
  "#8d9aab",
  "#4a586a",
  "#2e3845",
  "#252d39",
  "#1c232d",
  "#151b23",
  "#11161d",
] as const;

/** Steps of `accentShades` and `dangerShades` that stand behind white text. */
export const strongShade = { light: 7, dark: 6 } as const;

/** What buttons without a colour of their own, and links that are drawn as such, are painted in. */
export function plainButton({ surfaces }: Palette) {
  return {
    text: surfaces["--ink"],
    ground: surfaces["--surface-raised"],
    hover: surfaces["--row-hover"],
  } as const;
}

/** The variable that holds a status's colour, for what is drawn outside of style sheets. */
export function statusColour(status: Status, part: StatusPart): string {
  return `var(--status-${status}-${part})`;
}

/** All tokens of a look as CSS variables. */
export function tokenVariables({ surfaces, statuses: colours }: Palette): Record<string, string> {
  const variables: Record<string, string> = { ...surfaces };
  for (const status of statuses) {
    for (const part of statusParts) variables[`--status-${status}-${part}`] = colours[status][part];
  }
  return variables;
}
