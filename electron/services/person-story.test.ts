// Guards that somebody's history is told in the order of their life with when each part was written, whatever the order of the
// edits, that every kind of row with a day is in it, and that what is sensitive is not.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { StoryEvent } from "../../shared/contract/schemas/person-story";
import { entityDefinition, ownedEntities } from "../../shared/domain/entities";
import { milestonesOf, storyEntities, storyTimeOf } from "../../shared/domain/story";
import { type CliPlace, cliPlace } from "../testing/command-line";

let place: CliPlace;
let roster: string;
beforeAll(async () => {
  place = cliPlace();
  roster = await place.thanhBa();
});
afterAll(() => place.remove());

const person = async (name: string) =>
  (
    await place.json<{ id: string }>(
      "add",
      roster,
      "official",
      `fullName=${name}`,
      "birth=1980-05-12",
      "--yes",
    )
  ).id;
const story = async (id: string, ...more: string[]) =>
  (await place.json<{ events: StoryEvent[] }>("show", roster, id, "--story", ...more)).events;
const add = (entity: string, id: string, ...fields: string[]) =>
  place.json("add", roster, entity, `official=${id}`, ...fields, "--yes");

const rows: readonly (readonly [string, ...string[]])[] = [
  ["assignment", "unit=08173", "post=Bí thư Đảng ủy", "from=2016-03", "to=2020-06", "endReason=termEnded"],
  ["qualification", "kind=professional", "level=university", "granted=2003-07", "from=1999-09", "to=2003-06"],
  ["emulation", "year=2018", "title=Chiến sĩ thi đua cơ sở"],
];

describe("a story", () => {
  it("is of everything that has a day, in the order of life, whatever came first into the roster", async () => {
    const [one, other] = [await person("Người Một"), await person("Người Hai")];
    for (const [entity, ...fields] of rows) await add(entity, one, ...fields);
    for (const [entity, ...fields] of [...rows].reverse()) await add(entity, other, ...fields);
    const told = (events: readonly StoryEvent[]) =>
      events.map(({ entity, from, to, text }) => ({ entity, from, to, text }));
    const events = await story(one);
    expect(told(events)).toEqual(told(await story(other)));
    expect(events.map(({ entity, from }) => [entity, from])).toEqual([
      ["official", "1980-05-12"],
      ["qualification", "2003-07"],
      ["assignment", "2016-03"],
      ["emulation", "2018"],
    ]);
    // The course of a degree began and ended on days of its own.
    expect(events[1]).toMatchObject({ to: null, lasts: false });
    expect(events[2]).toMatchObject({ to: "2020-06", lasts: true });
    expect(events[2]?.text).toContain("Bí thư Đảng ủy");
  });

  it("says when each part came into the roster and who wrote it otherwise", async () => {
    const id = await person("Người Ba");
    await place.json(
      "add",
      roster,
      "emulation",
      `official=${id}`,
      "year=2018",
      "title=Lao động tiên tiến",
      "--user",
      "Chị Ghi",
    );
    const row = (await story(id)).find(({ entity }) => entity === "emulation");
    expect(row).toMatchObject({ recorded: { user: "Chị Ghi" }, changed: null });
    await place.json(
      "edit",
      roster,
      "emulation",
      row?.rowId ?? "",
      "year=2019",
      "--user",
      "Anh Sửa",
      "--yes",
    );
    const edited = (await story(id)).find(({ entity }) => entity === "emulation");
    expect(edited).toMatchObject({
      from: "2019",
      recorded: { user: "Chị Ghi" },
      changed: { user: "Anh Sửa" },
    });
    const { stdout } = await place.run("show", roster, id, "--story");
    expect(stdout).toContain("Anh Sửa");
  });

  it("tells of an appointment again by its own day", async () => {
    const id = await person("Người Năm");
    await add("assignment", id, "unit=08173", "post=Bí thư Đảng ủy", "from=2016-03", "renewedOn=2021-03-01");
    const again = (await story(id)).find(({ field }) => field === "renewedOn");
    expect(again).toMatchObject({ from: "2021-03-01", lasts: false });
    expect(again?.text).toMatch(/: Bí thư Đảng ủy/);
  });

  it("of an enrolment has the days of its class", async () => {
    const id = await person("Người Bốn");
    await place.json(
      "add",
      roster,
      "trainingClass",
      "name=Lớp kể chuyện",
      "kind=it",
      "from=2015-03",
      "to=2015-05",
    );
    await add("enrolment", id, "trainingClass=Lớp kể chuyện", "result=passed");
    const row = (await story(id)).find(({ entity }) => entity === "enrolment");
    expect(row).toMatchObject({ from: "2015-03", to: "2015-05", lasts: true });
    expect(row?.text).toContain("Lớp kể chuyện");
  });

  it("knows nothing that came later than the day of which it is asked", async () => {
    const { people } = await place.json<{ people: { id: string }[] }>("people", roster, "--unit", "08173");
    const id = people[0]?.id ?? "";
    const before = await story(id);
    await add("emulation", id, "year=2017", "title=Chiến sĩ thi đua cơ sở");
    expect(await story(id)).toHaveLength(before.length + 1);
    const { code } = await place.run("show", roster, id, "--story", "--known-on", "2001-01-01");
    expect(code).toBe(1);
  });
});

it("of a day that is over, what was written and what things were called by then", async () => {
  let now = Date.UTC(2026, 9, 1, 5);
  const past = cliPlace({ now: () => (now += 1000) });
  try {
    const path = past.path("so.scb");
    const at = ["--user", "Chị Ghi"];
    await past.json("init", path, "--unit", "232", "--on", "2021-10-01");
    const { id } = await past.json<{ id: string }>(
      "add",
      path,
      "official",
      "fullName=Người Cũ",
      "birth=1980",
      ...at,
    );
    const course = ["name=Lớp Cũ", "kind=it", "from=2019-09", "to=2019-10"];
    const { id: classId } = await past.json<{ id: string }>("add", path, "trainingClass", ...course, ...at);
    await past.json("add", path, "enrolment", `official=${id}`, `trainingClass=${classId}`, ...at);
    now += 3 * 24 * 60 * 60 * 1000;
    await past.json("edit", path, "official", id, "fullName=Người Mới", "--user", "Anh Sửa");
    await past.json(
      "edit",
      path,
      "trainingClass",
      classId,
      "name=Lớp Mới",
      "from=2018-01",
      "--user",
      "Anh Sửa",
    );
    const told = async (...more: string[]) =>
      (await past.json<{ events: StoryEvent[] }>("show", path, id, "--story", ...more)).events.find(
        ({ entity }) => entity === "enrolment",
      );
    expect(await told("--known-on", "2026-10-02")).toMatchObject({
      from: "2019-09",
      text: "Lớp Cũ",
      recorded: { user: "Chị Ghi" },
      changed: null,
    });
    // The days are those of the class, and so is who wrote them otherwise.
    expect(await told()).toMatchObject({
      from: "2018-01",
      text: "Lớp Mới",
      recorded: { user: "Chị Ghi" },
      changed: { user: "Anh Sửa" },
    });
    const { stdout } = await past.run("show", path, id, "--known-on", "2026-10-02");
    expect([stdout.includes("Người Cũ"), stdout.includes("Mới")]).toEqual([true, false]);
  } finally {
    past.remove();
  }
});

describe("what a story is made of", () => {
  it("is every kind of row with a day that is not sensitive, and no other", () => {
    for (const entity of ownedEntities) {
      const { sensitive, label, since } = entityDefinition(entity);
      const isTold = storyEntities.includes(entity);
      if (sensitive === true || label === null) expect([entity, isTold]).toEqual([entity, false]);
      else if (since !== undefined) expect([entity, storyTimeOf(entity)?.from]).toEqual([entity, since]);
    }
    expect(storyEntities).toEqual(
      expect.arrayContaining(["assignment", "qualification", "salary", "enrolment", "reward"]),
    );
    for (const entity of ["official", ...storyEntities] as const) {
      const { fields } = entityDefinition(entity);
      for (const field of milestonesOf(entity)) {
        expect([field, fields[field]?.type, fields[field]?.sensitive]).toEqual([
          field,
          "partialDate",
          undefined,
        ]);
      }
    }
  });
});
