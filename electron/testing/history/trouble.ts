/** Histories with machines that are restored and copied again and again in their course. */
import fc from "fast-check";
import type { Play } from "./play";
import { mishaps } from "./script";

export const trouble = fc.tuple(
  mishaps,
  fc.array(
    fc.record({
      at: fc.nat({ max: 4 }),
      as: fc.constantFrom("file" as const, "folder" as const, "image" as const),
      withHome: fc.boolean(),
      steps: fc.nat({ max: 8 }),
    }),
    { minLength: 1, maxLength: 3 },
  ),
);

/** A history with a machine that is restored or copied again and again in its course. */
export async function playTrouble(
  play: Play,
  [script, mishapsAt]: typeof trouble extends fc.Arbitrary<infer T> ? T : never,
) {
  const rest = [...script];
  await play.run([]);
  for (const { at, as, withHome, steps } of mishapsAt) {
    await play.step({ do: "backup", at });
    for (const step of rest.splice(0, steps)) await play.step(step);
    await play.step({ do: "clone", at, as });
    for (const step of rest.splice(0, steps)) await play.step(step);
    await play.step({ do: "goBack", at, nth: 0, withHome });
    await play.step({ do: "edit", at, row: 0, fields: [0, 2], value: steps % 4 });
  }
  for (const step of rest) await play.step(step);
}
