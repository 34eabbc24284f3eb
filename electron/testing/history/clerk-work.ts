/** What clerks do in long random work, as plain numbers that a clerk turns into what is possible at the moment. */
import fc from "fast-check";
import type { Clerk } from "./clerk";
import type { Play } from "./play";

const nat = fc.nat({ max: 30 });
const at = fc.nat({ max: 1 });
/** What clerks do. */
export const work = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant("add" as const), at, nth: nat }) },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant("edit" as const),
      at,
      nth: nat,
      fields: fc.uniqueArray(fc.nat({ max: 3 }), { minLength: 1, maxLength: 3 }),
      value: fc.nat({ max: 3 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("remove" as const), at, nth: nat }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("join" as const), at, nth: nat, into: nat }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("undoLast" as const), at }) },
  { weight: 8, arbitrary: fc.record({ do: fc.constant("undo" as const), at, nth: fc.nat({ max: 60 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("import" as const), at }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("undoImport" as const), at }) },
);
export type Work = typeof work extends fc.Arbitrary<infer T> ? T : never;

/** Does one thing, and looks at what came of it. */
export async function takeWork(play: Play, clerks: readonly Clerk[], one: Work): Promise<void> {
  const place = one.at % clerks.length;
  const clerk = clerks[place];
  if (clerk === undefined) return;
  switch (one.do) {
    case "add":
      return clerk.add(one.nth);
    case "edit":
      return clerk.edit(one.nth, one.fields, one.value);
    case "remove":
      return clerk.remove(one.nth);
    case "join":
      return clerk.join(one.nth, one.into);
    case "undoLast":
      return clerk.undoLast();
    case "undo":
      return clerk.undo(one.nth);
    case "import":
      if (clerks.length > 1) await clerk.import(play.office(place + 1), one.at === 1);
      return;
    case "undoImport":
      return clerk.undoImport();
  }
}
