import { describe, expect, it } from "vitest";
import {
  accentShades,
  dangerShades,
  type Palette,
  palettes,
  plainButton,
  strongShade,
  tokenVariables,
} from "./tokens";

/** Relative luminance of an sRGB colour, by WCAG 2. */
function luminance(colour: string): number {
  const parts = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  const [red = 0, green = 0, blue = 0] = parts;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe.each(Object.entries<Palette>(palettes))("the %s look", (_name, palette) => {
  const { surfaces, statuses } = palette;
  const grounds = (
    ["--surface", "--surface-sunken", "--surface-raised", "--rail", "--row-hover", "--row-active"] as const
  ).map((name) => surfaces[name]);

  it("has text that can be read on every ground it stands on", () => {
    for (const text of ["--ink", "--ink-muted", "--accent-ink", "--danger"] as const) {
      for (const ground of grounds) expect(contrast(surfaces[text], ground)).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(surfaces["--accent-ink"], surfaces["--accent-soft"])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(surfaces["--danger"], surfaces["--danger-soft"])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(surfaces["--on-strong"], surfaces["--accent"])).toBeGreaterThanOrEqual(4.5);
  });

  it.each(Object.entries(statuses))("tells %s from its ground", (_status, { ink, fill, soft }) => {
    for (const ground of [soft, ...grounds]) expect(contrast(ink, ground)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(surfaces["--on-strong"], ink)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(fill, surfaces["--surface"])).toBeGreaterThanOrEqual(3);
  });

  it("has plain buttons, and links drawn as such, whose text can be read", () => {
    const { text, ground, hover } = plainButton(palette);
    for (const behind of [ground, hover]) expect(contrast(text, behind)).toBeGreaterThanOrEqual(4.5);
  });

  it("shows where the keyboard is", () => {
    for (const ground of grounds)
      expect(contrast(surfaces["--focus-ring"], ground)).toBeGreaterThanOrEqual(3);
  });
});

it("has buttons whose white text can be read in either look", () => {
  for (const shades of [accentShades, dangerShades]) {
    for (const step of Object.values(strongShade)) {
      expect(contrast("#ffffff", shades[step])).toBeGreaterThanOrEqual(4.5);
    }
  }
});

it("names the same variables in both looks", () => {
  expect(Object.keys(tokenVariables(palettes.dark))).toEqual(Object.keys(tokenVariables(palettes.light)));
});
