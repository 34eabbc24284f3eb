/**
 * One seed for every property of a run: the same each time, so that a red run is red again, or the one that SEED names
 * (`npm run properties` takes a fresh one and says it). HISTORIES plays so many times more.
 */
import fc from "fast-check";

const given = (globalThis as { process?: { env: Record<string, string | undefined> } }).process?.env ?? {};

/** The seed of this run. */
export const propertySeed = Number(given["SEED"] ?? 20_261_125);

/** How many times more runs than usual. */
export const propertyFactor = Number(given["HISTORIES"] ?? 1);

/**
 * The share of played histories. One seed plays the same ones at every run and finds nothing twice: an ordinary run
 * plays a sixth of them, which takes minutes off it, and a run with a seed of its own, which may find something, all.
 */
export const historyFactor =
  given["HISTORIES"] === undefined && given["SEED"] === undefined ? 1 / 6 : propertyFactor;

fc.configureGlobal({
  ...fc.readConfigureGlobal(),
  seed: propertySeed,
  numRuns: Math.ceil(100 * propertyFactor),
});
