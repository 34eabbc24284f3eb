/** Large changes between two PCs of one district, on the sample of Thanh Ba: what is asked, shown, kept and refused. */
import { cpSync } from "node:fs";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { FieldValue } from "../../../shared/domain/entities";
import { isoToPacked } from "../../../shared/domain/partial-date";
import { standardsAndAll } from "../../../shared/domain/values";
import { hashOf } from "../../testing/command-line";
import { believing, type Office, type Offices, packetsIn, testOffices } from "../../testing/offices";
import type { Edit } from "../../roster/edit/edits";
import { ComparedPeople } from "../../roster/read/index/compared-people";
import { loadFacts } from "../../roster/read/index/load-facts";
import { withIndices } from "../../roster/read/index/person-facts";
import { officialRecord } from "../../roster/read/officials";
import { allStandardSets } from "../../roster/read/standards";
import { unitNamed } from "../named-unit";
import { statisticsByUnit } from "../statistics";
import { figuresPage, peopleBehindFigure } from "./figures";
import { Receiving } from "./receive";

const day = "2021-10-01";
const offices: Offices = testOffices();
let sender: Office;
let receiver: Office;
let made: string;
beforeAll(async () => {
  sender = await offices.office("may1", "232");
  receiver = await offices.office("may2", "232");
  made = `${receiver.roster}.made`;
  await sender.json("sample", `${sender.roster}.sample`);
  cpSync(`${sender.roster}.sample`, sender.roster);
  await sender.json("sync", "keys", sender.roster, "--card", sender.card);
  await believing(sender, receiver);
  await receiver.receives(await sender.sends());
  cpSync(sender.roster, `${sender.roster}.made`);
  cpSync(receiver.roster, made);
}, 120_000);
afterAll(() => offices.remove());
afterEach(() => {
  cpSync(`${sender.roster}.made`, sender.roster);
  cpSync(made, receiver.roster);
});

/** Of the posts that somebody holds, the one that counts. */
const runs = (to: FieldValue | undefined) => to === null || (typeof to === "string" && to >= day);

interface Served {
  readonly id: string;
  readonly assignment: string;
  readonly theory: readonly string[];
}

/** People who meet every standard in a commune, in the order of their ids, with the rows that say so. */
async function peopleOf(code: string): Promise<Served[]> {
  const { people } = await sender.json<{ people: { id: string }[] }>(
    "people",
    sender.roster,
    "--unit",
    code,
    "--as-of",
    day,
    "--standard",
    "both",
    "--status",
    "met",
  );
  return sender.opened((roster) =>
    people.map(({ id }) => {
      const rows = officialRecord(roster.db, id)?.rows;
      const theory = rows?.qualification.filter(({ fields }) => fields["kind"] === "politicalTheory") ?? [];
      return {
        id,
        assignment: rows?.assignment.find(({ fields }) => runs(fields["to"]))?.id ?? "",
        theory: theory.map((row) => row.id),
      };
    }),
  );
}

/** Codes are used again: the unit that has one on the day. */
const unitId = (code: string) => sender.opened((roster) => unitNamed(roster.catalog(), code, day).id);

function writes(edits: readonly Edit[]): Promise<unknown> {
  return sender.opened((roster) => roster.write({ action: "edit", edits }));
}

interface Preview {
  readonly mass: readonly { kind: string; count: number }[];
  readonly figures: readonly { unitCode: string; standard: string; before: number; after: number }[];
}

const preview = (stick: string) =>
  receiver.json<Preview>("sync", "receive", receiver.roster, stick, "--as-of", day, "--dry-run");

const ends = (people: readonly Served[]): Edit[] =>
  people.map(({ assignment }) => ({
    kind: "update",
    entity: "assignment",
    id: assignment,
    fields: { to: "2021-09-30", endReason: "relieved" },
  }));

const losesTheory = (people: readonly Served[]): Edit[] =>
  people.flatMap(({ theory }) =>
    theory.map((id): Edit => ({ kind: "remove", entity: "qualification", id, reason: "Ghi nhầm" })),
  );

const moves = (people: readonly Served[], unit: string): Edit[] =>
  people.map(({ assignment }) => ({
    kind: "update",
    entity: "assignment",
    id: assignment,
    fields: { unit },
  }));

describe("files that end posts", () => {
  it("are asked about from ten people on, and refused without exactly that number", async () => {
    // So few of each commune that no figure loses a tenth.
    const { rows } = await sender.json<{ rows: { unitCode: string }[] }>(
      "stats",
      sender.roster,
      "--as-of",
      day,
    );
    const people: Served[] = [];
    for (const { unitCode: code } of rows.slice(0, 5)) people.push(...(await peopleOf(code)).slice(0, 2));
    await writes(ends(people.slice(0, 9)));
    expect((await preview(await sender.sends())).mass).toEqual([]);
    await writes(ends(people.slice(9)));
    const stick = await sender.sends();
    const shown = await preview(stick);
    expect(shown.mass).toEqual([{ kind: "ended", count: 10 }]);
    const before = hashOf(receiver.roster);
    const words = ["sync", "receive", receiver.roster, stick, "--as-of", day, "--json"];
    for (const wrong of [
      [],
      ["--confirm", "ended=9"],
      ["--confirm", "removed=10"],
      ["--confirm-removals", "10"],
    ]) {
      const { code, stdout, stderr } = await receiver.run(...words, ...wrong);
      expect([code, stdout]).toEqual([1, ""]);
      expect(JSON.parse(stderr)).toMatchObject({
        error: {
          code: "mass-unconfirmed",
          params: { asked: "ended=10", what: "10 người mất chức vụ đang giữ hoặc thôi giữ sớm hơn đã ghi" },
        },
      });
    }
    expect(hashOf(receiver.roster)).toBe(before);
    expect((await receiver.run(...words, "--confirm", "ended")).code).toBe(2);
    const kept = await receiver.json<Preview>(...words.slice(0, -1), "--confirm", "ended=10");
    expect(kept.mass).toEqual(shown.mass);
  });

  it("count an end that lies ahead, and a post whose row goes, as well", async () => {
    const people = await peopleOf("08173");
    const [ahead, gone] = [people.slice(0, 5), people.slice(5, 10)];
    await writes([
      ...ahead.map(
        ({ assignment: id }): Edit => ({
          kind: "update",
          entity: "assignment",
          id,
          fields: { to: "2021-12-31" },
        }),
      ),
      ...gone.map(
        ({ assignment: id }): Edit => ({ kind: "remove", entity: "assignment", id, reason: "Ghi nhầm" }),
      ),
    ]);
    expect((await preview(await sender.sends())).mass).toEqual([
      { kind: "ended", count: 10 },
      { kind: "figures", count: 1 },
    ]);
  });
});

describe("files that only swap people between communes", () => {
  it("are asked about by how many move, though every figure stays, and show who goes and comes", async () => {
    const [one, other] = ["08173", "08203"];
    const [here, there] = [(await peopleOf(one)).slice(0, 5), (await peopleOf(other)).slice(0, 5)];
    const [first, second] = [await unitId(one), await unitId(other)];
    await writes([...moves(here, second), ...moves(there.slice(0, 4), first)]);
    expect((await preview(await sender.sends())).mass).toEqual([]);
    await writes(moves(there.slice(4), first));
    const stick = await sender.sends();
    const shown = await preview(stick);
    expect(shown.mass).toEqual([{ kind: "moved", count: 10 }]);
    expect(shown.figures.filter(({ standard }) => standard === "politicalTheory")).toEqual([]);
    await receiver.opened(async (roster) => {
      const { environment } = receiver;
      const receiving = await Receiving.of(roster, environment, packetsIn(stick), { on: day });
      const { rows } = figuresPage(receiving, 0, 10);
      expect(rows.map(({ unitCode, gone, come }) => [unitCode, gone, come]).sort()).toEqual([
        [one, 5, 5],
        [other, 5, 5],
      ]);
      const page = { unitId: first, standard: null, offset: 0, limit: 200 };
      const before = peopleBehindFigure(receiving, roster.db, { ...page, when: "before" });
      const after = peopleBehindFigure(receiving, roster.db, { ...page, when: "after" });
      expect([before.total, after.total]).toEqual([33, 33]);
      const only = (rows: readonly { id: string; stays: boolean }[]) =>
        rows.flatMap(({ id, stays }) => (stays ? [] : [id])).sort();
      expect(only(before.rows)).toEqual(here.map(({ id }) => id).sort());
      expect(only(after.rows)).toEqual(there.map(({ id }) => id).sort());
      receiving.discard();
    });
  });
});

describe("files that change figures", () => {
  it("are asked about from a tenth of a commune's met figure on, standard by standard", async () => {
    // Quảng Yên: 31 of 33 meet it, so three are less than a tenth and four are more.
    const people = await peopleOf("08173");
    await writes(losesTheory(people.slice(0, 3)));
    expect((await preview(await sender.sends())).mass).toEqual([]);
    await writes(losesTheory(people.slice(3, 4)));
    const { mass, figures } = await preview(await sender.sends());
    expect(mass).toEqual([{ kind: "figures", count: 1 }]);
    expect(figures).toContainEqual({ unitCode: "08173", standard: "politicalTheory", before: 31, after: 27 });
    expect(
      figures.every(({ unitCode, standard }) => unitCode === "08173" && standard !== "professional"),
    ).toBe(true);
  });

  it("are asked about where a rule does it and nobody's record is touched", async () => {
    const rules = await sender.opened((roster) =>
      allStandardSets(roster.db).flatMap((set) =>
        set.rules.flatMap((rule) => (rule.fields["standard"] === "politicalTheory" ? [rule.id] : [])),
      ),
    );
    await writes(
      rules.map(
        (id): Edit => ({ kind: "update", entity: "standardRule", id, fields: { minimumLevel: null } }),
      ),
    );
    const { mass, figures } = await preview(await sender.sends());
    expect(mass).toEqual([{ kind: "figures", count: 19 }]);
    const theory = figures.filter(({ standard }) => standard === "politicalTheory");
    const sum = (side: "before" | "after") => theory.reduce((all, figure) => all + figure[side], 0);
    expect([sum("before"), sum("after")]).toEqual([461, 0]);
  });

  it("say before what the table says afterwards, and the same whichever way they are worked out", async () => {
    const people = await peopleOf("08173");
    const second = await unitId("08203");
    await writes([
      ...losesTheory(people.slice(0, 4)),
      ...ends(people.slice(4, 7)),
      ...moves(people.slice(7, 10), second),
      { kind: "remove", entity: "official", id: people[10]?.id ?? "", reason: "Ghi nhầm" },
    ]);
    const stick = await sender.sends();
    await receiver.opened(async (roster) => {
      const index = await roster.index();
      const earlier = statisticsByUnit(index, day, null);
      const receiving = await Receiving.of(roster, receiver.environment, packetsIn(stick), { on: day });
      const { session, compared } = receiving;
      if (compared === null) throw new Error("Nothing was compared");
      const loaded = await loadFacts(session.db, { pause: () => Promise.resolve() });
      const facts = withIndices(loaded, compared.catalog);
      const whole = new ComparedPeople(
        index,
        compared.catalog,
        session.touched,
        isoToPacked(day),
        facts,
        true,
      );
      expect([whole.counts, whole.units]).toEqual([compared.counts, compared.units]);
      expect(compared.counts).toMatchObject({ removed: 1, ended: 3, moved: 3 });
      const { rows } = figuresPage(receiving, 0, 100);
      receiving.keep(compared.mass);
      const later = statisticsByUnit(await roster.index(), day, null);
      for (const table of [earlier, later]) expect(table.rows).toHaveLength(19);
      for (const [place, row] of later.rows.entries()) {
        const was = earlier.rows[place];
        const change = rows.find(({ unitId: id }) => id === row.unitId);
        for (const standard of standardsAndAll) {
          const metOf = (from: typeof row | undefined) =>
            standard === "all" ? from?.all.met : (from?.standards[standard]?.met ?? 0);
          const pair = { before: metOf(was), after: metOf(row) };
          expect(change?.met[standard] ?? { before: pair.after, after: pair.after }).toEqual(pair);
        }
        expect(change?.total ?? { before: row.total, after: row.total }).toEqual({
          before: was?.total,
          after: row.total,
        });
      }
    });
  });
});

describe("a reception that is taken back", () => {
  it("is asked about alike, and stays where nobody agreed", async () => {
    await writes(losesTheory((await peopleOf("08173")).slice(0, 4)));
    const stick = await sender.sends();
    await receiver.json("sync", "receive", receiver.roster, stick, "--as-of", day, "--confirm", "figures=1");
    const { changes } = await receiver.json<{ changes: { id: number }[] }>(
      "log",
      receiver.roster,
      "--limit",
      "1",
    );
    const words = ["undo", receiver.roster, String(changes[0]?.id), "--as-of", day];
    const met = async () =>
      (
        await receiver.json<{ count: number }>(
          "people",
          receiver.roster,
          "--unit",
          "08173",
          "--as-of",
          day,
          "--standard",
          "politicalTheory",
          "--status",
          "met",
        )
      ).count;
    const refused = await receiver.run(...words, "--json");
    expect(refused.code).toBe(1);
    expect(JSON.parse(refused.stderr)).toMatchObject({
      error: { code: "mass-unconfirmed", params: { asked: "figures=1" } },
    });
    expect(await met()).toBe(27);
    await receiver.json(...words, "--confirm", "figures=1");
    expect(await met()).toBe(31);
    expect((await receiver.json<{ ok: boolean }>("verify", receiver.roster)).ok).toBe(true);
  });
});
