/**
 * How long an attack lasts: a short part of each is played by `npm test`, the whole by `npm run attack`. The seed of
 * either is `propertySeed`.
 */
const asked = process.env["ATTACK"] ?? "short";
if (asked !== "short" && asked !== "long") throw new Error(`ATTACK is short or long, not ${asked}`);

/** @returns how many rounds to play in this run */
export function rounds(short: number, long: number): number {
  return asked === "long" ? long : short;
}
