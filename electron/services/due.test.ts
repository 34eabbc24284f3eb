// Guards that what is kept in memory of due things is what reading people one by one finds, follows each change, in whatever
// order the changes came, and pages as it lists.
import { afterAll, beforeAll, expect, it } from "vitest";
import { dueKinds } from "../../shared/domain/due";
import { isoToPacked } from "../../shared/domain/partial-date";
import type { FieldValue } from "../../shared/domain/entities";
import { openThanhBa, type TestPlace, testPlace } from "../testing/sample-roster";
import { DueList, type DueQuestion } from "./due";
import { DueTable } from "../roster/read/index/due-table";
import { allRows } from "../roster/read/rows";
import type { OpenRoster } from "./open-roster";
import { removeOfficial, saveOfficial } from "./records";

const asked: DueQuestion = {
  moment: { on: "2021-10-01" },
  from: "1900-01-01",
  to: "2200-12-31",
  unitId: null,
};

let place: TestPlace;
let roster: OpenRoster;
let person: string;
beforeAll(async () => {
  place = testPlace();
  roster = await openThanhBa(place);
  const list = await DueList.of(roster, asked);
  // Whoever is paid by no grade so far.
  const [first] = list.unknownLines((await list.unknown(["salaryStep"])).slice(0, 1));
  person = first?.person.id ?? "";
});
afterAll(async () => {
  await roster.close();
  place.remove();
});

const pays = (from: string, step: number, coefficient: number) =>
  saveOfficial(roster, place.environment, {
    action: "edit",
    reason: null,
    officialId: person,
    official: { id: person, isNew: false, fields: {} },
    rows: [
      {
        entity: "salary",
        id: place.environment.newId(),
        isNew: true,
        fields: { official: person, from, grade: "01.003", step, coefficient },
      },
    ],
    removed: [],
  });

async function everything(of: OpenRoster) {
  const list = await DueList.of(of, asked);
  return {
    counts: list.counts(),
    items: [...list.lines(await list.items(dueKinds))],
    unknown: [...list.unknownLines(await list.unknown(dueKinds))],
  };
}

async function readAnew() {
  const { OpenRoster } = await import("./open-roster");
  const other = await OpenRoster.read(roster.path, place.environment);
  try {
    return await everything(other);
  } finally {
    await other.close();
  }
}

it("follows what is written, undone and removed, as if it were read anew", async () => {
  const before = await everything(roster);
  const steps = async () => {
    const { items } = await everything(roster);
    const own = items.filter((item) => item.kind === "salaryStep" && item.person.id === person);
    return own.map(({ on }) => on);
  };
  await pays("2020-05-01", 4, 333);
  await pays("2017-05-01", 3, 300);
  expect(await steps()).toEqual(["2023-05-01"]);
  expect(await everything(roster)).toEqual(await readAnew());
  const { changeId } = removeOfficial(roster, person, "Ghi trùng");
  expect(await steps()).toEqual([]);
  expect((await everything(roster)).items.filter((item) => item.person.id === person)).toEqual([]);
  roster.undo(changeId ?? 0);
  expect(await everything(roster)).toEqual(await readAnew());
  expect((await everything(roster)).items.length).toBe(before.items.length + 1);
});

it("gives pages that are parts of the list, which is counted as it is long", async () => {
  const list = await DueList.of(roster, asked);
  const found = await list.items(["retirement", "retirementNotice"]);
  const counts = list.counts();
  expect(found.length).toBe(counts.retirement.due + counts.retirementNotice.due);
  const whole = [...list.lines(found)];
  const paged = [0, 70, 140].flatMap((offset) => [...list.lines(found.slice(offset, offset + 70))]);
  expect(paged).toEqual(whole.slice(0, 210));
  expect(whole.map(({ earliest }) => earliest)).toEqual(
    whole.map(({ earliest }) => earliest).sort((a, b) => a - b),
  );
});

/** Lines of a table as one text a person, in the order in which they stand. */
function linesOf({ count, lines, unknown, mismatch }: DueTable): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  for (let line = 0; line < count; line++) {
    const [person, kind] = [lines.person[line] ?? -1, lines.kind[line] ?? 0];
    if (kind >= dueKinds.length) continue;
    found.set(person, `${found.get(person) ?? ""} ${dueKinds[kind]} ${lines.day[line]}`);
  }
  unknown.forEach((mask, person) => {
    if (mask !== 0) found.set(person, `${found.get(person) ?? ""} ? ${mask} ${mismatch[person]}`);
  });
  return found;
}

/** Everybody read once, and everybody read one by one. */
async function bothWays(on: string) {
  const index = await roster.index();
  const day = isoToPacked(on);
  const read = await index.due.table(day, { pause: () => Promise.resolve() });
  const single = new DueTable();
  const everybody = Array.from({ length: index.facts.peopleCount }, (_none, person) => person);
  index.due.dueOf(everybody, day).forEach((due, person) => single.set(person, due));
  return [linesOf(read), linesOf(single)] as const;
}

it.each(["2021-10-01", "2019-06-30", "2024-02-29"])(
  "finds of everybody on %s what reading them one by one finds",
  async (on) => {
    const [read, single] = await bothWays(on);
    expect(read.size).toBeGreaterThan(300);
    expect(read).toEqual(single);
  },
);

it("tells how far it is while it goes through the file, and nothing where it need not", async () => {
  const told: number[] = [];
  const ask = () =>
    DueList.of(roster, { ...asked, moment: { on: "2022-03-01" } }, (done, total) =>
      told.push(Math.round((100 * done) / total)),
    );
  await ask();
  expect(told).toEqual([...told].sort((a, b) => a - b));
  expect(told.length).toBeGreaterThan(5);
  expect(told.at(-1)).toBeLessThanOrEqual(100);
  const count = told.length;
  await ask();
  expect(told.length).toBe(count);
});

it("answers two who ask for different days at the same time, and each again", async () => {
  const ask = (on: string) => DueList.of(roster, { ...asked, moment: { on } }).then((list) => list.counts());
  const days = ["2021-10-01", "2019-06-30"];
  const single = [];
  for (const day of days) single.push(await ask(day));
  expect(single[0]).not.toEqual(single[1]);
  await ask("2020-01-01");
  expect(await Promise.all([...days, ...days].map(ask))).toEqual([...single, ...single]);
});

it("finds it also where rows hold numbers too large for a column, grades of no list and dates of any precision", async () => {
  const strange: readonly [entity: "assignment" | "salary" | "qualification", field: string, FieldValue[]][] =
    [
      ["salary", "step", [99_999_999_999, -2_147_483_648]],
      ["salary", "grade", ["Ngạch lạ"]],
      ["salary", "from", ["2019", "2019-05"]],
      ["assignment", "termUntil", ["2030", "2031-04"]],
      ["qualification", "expires", ["2030", "2031-05", "2032-06-07"]],
    ];
  const seen = new Set<string>();
  for (const [entity, field, values] of strange) {
    const rows = allRows(roster.db, entity).filter(({ id }) => !seen.has(id));
    values.forEach((value, place) => {
      const id = rows[place]?.id ?? "";
      seen.add(id);
      const edit = { kind: "update", entity, id, fields: { [field]: value } } as const;
      roster.write({ action: "edit", reason: null, edits: [edit] });
    });
  }
  expect(seen.size).toBe(10);
  // Another day and back: what is kept is of the day asked for last.
  await bothWays("2019-06-30");
  const [read, single] = await bothWays("2021-10-01");
  expect(read).toEqual(single);
});
