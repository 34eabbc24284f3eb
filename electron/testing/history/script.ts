/** Generated histories: what offices do, as plain numbers that a play turns into what is possible at the moment. */
import fc from "fast-check";

const nat = fc.nat({ max: 11 });
/** Two offices at the beginning; clones come later. */
const at = fc.nat({ max: 4 });

export const edits = [
  { weight: 3, arbitrary: fc.record({ do: fc.constant("add" as const), at, unit: nat }) },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant("edit" as const),
      at,
      row: nat,
      fields: fc.uniqueArray(fc.nat({ max: 3 }), { minLength: 1, maxLength: 3 }),
      value: fc.nat({ max: 3 }),
    }),
  },
  // Programs of two versions bring lists that differ in a name.
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("ship" as const),
      at,
      unit: fc.nat({ max: 1 }),
      name: fc.nat({ max: 1 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("unit" as const), at, unit: nat }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("remove" as const), at, row: nat }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("restore" as const), at, row: nat }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("decide" as const), at, row: nat, removed: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("settle" as const), at, nth: nat, value: nat }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("join" as const), at, row: nat, into: nat }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("undo" as const), at, nth: fc.nat({ max: 3 }) }) },
] as const;

export const files = [
  {
    weight: 7,
    arbitrary: fc.record({ do: fc.constant("send" as const), at, to: at, whole: fc.boolean() }),
  },
  // Put in the post: it may come late, twice, out of order, or never.
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant("post" as const), at, to: at, whole: fc.boolean() }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant("deliver" as const), at, nth: nat, again: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("undoReception" as const), at }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("meet" as const), at }) },
] as const;

export const machines = [
  { weight: 3, arbitrary: fc.record({ do: fc.constant("backup" as const), at }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant("goBack" as const), at, nth: nat, withHome: fc.boolean() }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("clone" as const),
      at,
      // A file that was copied is told by its number, a home that stayed behind by its key; a disk image by nothing.
      as: fc.constantFrom("file" as const, "folder" as const, "image" as const, "image" as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("reopen" as const), at }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("tidy" as const), at }) },
] as const;

export const clocks = [
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("clock" as const),
      at,
      to: fc.constantFrom(0, Date.UTC(2099, 0, 1), Date.UTC(2026, 0, 1)),
    }),
  },
] as const;

/** Long enough for files to cross; shrinking makes them short again. */
export const length = { minLength: 1, maxLength: 40, size: "max" } as const;

/** Work and files between offices, whose machines behave. */
export const exchanges = fc.array(fc.oneof(...edits, ...files), length);
/** The same with restored and cloned machines and wrong clocks. */
export const mishaps = fc.array(fc.oneof(...edits, ...files, ...machines, ...clocks), length);

type Of<A> = A extends fc.Arbitrary<infer T> ? T : never;
export type Step = Of<typeof mishaps>[number];
export type Script = readonly Step[];
