/**
 * Every colour of the program, once. Screens use them as CSS variables (`var(--status-met-ink)`), charts read them
 * here; a colour written elsewhere would drift away from the legend.
 *
 * `ink` on `soft` and on white reaches a contrast of 4.5 : 1, `fill` on white 3 : 1.
 */
import type { Status } from "../../../shared/standards/types";

export interface StatusColour {
  /** Text and icons. */
  readonly ink: string;
  /** Bars and marks. */
  readonly fill: string;
  /** Background behind `ink`. */
  readonly soft: string;
}

export const statusColours: Readonly<Record<Status, StatusColour>> = {
  met: { ink: "#0a6350", fill: "#12876d", soft: "#e1f3ee" },
  notMet: { ink: "#a8231b", fill: "#cf3f35", soft: "#fdeae8" },
  unknown: { ink: "#7d5000", fill: "#b97a0a", soft: "#fcf1da" },
  grace: { ink: "#1d559e", fill: "#3f7fcb", soft: "#e6effb" },
  notApplicable: { ink: "#555f6c", fill: "#868f9b", soft: "#eef0f3" },
};

/** Everything that is not a status. */
export const surfaces = {
  "--surface": "#ffffff",
  "--surface-sunken": "#f3f5f8",
  "--surface-raised": "#ffffff",
  "--rail": "#e9edf3",
  "--line": "#dde2e9",
  "--line-strong": "#b9c2ce",
  "--ink": "#1b2430",
  "--ink-muted": "#556172",
  "--accent": "#1f5c99",
  "--accent-soft": "#e4eef8",
  "--accent-ink": "#17487a",
  "--danger": "#a8231b",
  "--danger-soft": "#fdeae8",
  "--focus-ring": "#1f6fc4",
  "--row-hover": "#f2f6fb",
  "--row-active": "#e4eef8",
} as const;

/** The accent in ten steps, as Mantine wants it; step 7 carries white text. */
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

/** All tokens as CSS variables. */
export function tokenVariables(): Record<string, string> {
  const variables: Record<string, string> = { ...surfaces };
  for (const [status, { ink, fill, soft }] of Object.entries(statusColours)) {
    variables[`--status-${status}-ink`] = ink;
    variables[`--status-${status}-fill`] = fill;
    variables[`--status-${status}-soft`] = soft;
  }
  return variables;
}
