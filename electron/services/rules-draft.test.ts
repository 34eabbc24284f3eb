// Guards that a preview of changed rules is what they do once they are written, on random rosters and random edits, that
// looking writes nothing, and that rules which cannot stand are refused whole.

import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { choiceOfStandardsId } from "../../shared/catalog/ids";
import { AppError } from "../../shared/contract/errors";
import type { FieldValue } from "../../shared/domain/entities";
import { isoToPacked } from "../../shared/domain/partial-date";
import { officialCategories, postCategories, postGroups, standards } from "../../shared/domain/values";
import type { RuleEdit } from "../../shared/standards/draft";
import { contradictions } from "../../shared/standards/contradictions";
import { statusOfCode } from "../../shared/standards/types";
import { resources } from "../../shared/i18n";
import { ruleFields, rules as anyRules } from "../../shared/testing/standards-arbitraries";
import { officialIds } from "../roster/read/officials";
import { allStandardSets } from "../roster/read/standards";
import { allRows } from "../roster/read/rows";
import { type CliPlace, cliPlace } from "../testing/command-line";
import { postsNamed, rosterOf, world } from "../testing/random-rosters";
import type { OpenRoster } from "./open-roster";
import { checkDraft, judgedByDraft, movedPeople, previewOf, saveRules } from "./rules-draft";

const groupNames: Readonly<Record<string, string>> = resources.vi.domain.postGroup;

let place: CliPlace;
beforeAll(() => {
  place = cliPlace();
});
afterAll(() => place.remove());

/** The status of everybody in figures by every standard, read as the table reads them. */
async function statusesOf(roster: OpenRoster, on: string): Promise<ReadonlyMap<string, string | null>> {
  const { facts, ...index } = await roster.index();
  void index;
  const snapshot = (await roster.index()).snapshot(isoToPacked(on), officialCategories);
  const pks = Array.from({ length: facts.peopleCount }, (_, person) => facts.people.pk[person] ?? 0);
  const ids = officialIds(roster.db, pks);
  return new Map(
    pks.flatMap((pk, person) =>
      standards.map((standard) => {
        const isCounted = snapshot.columns.counted[person] === 1;
        const code = isCounted ? (snapshot.status[standard][person] ?? 0) : 0;
        return [`${ids.get(pk)} ${standard}`, statusOfCode(code)] as const;
      }),
    ),
  );
}

const anyEdits = fc.record({
  rules: anyRules,
  /** Undefined: the choice of standards stays. */
  chosen: fc.option(fc.option(fc.subarray([...standards], { minLength: 1 }), { nil: null }), {
    nil: undefined,
  }),
  touched: fc.array(
    fc.record({
      at: fc.nat(),
      inUse: fc.boolean(),
      base: fc.option(fc.nat(), { nil: null }),
      group: fc.constantFrom(...postGroups),
      category: fc.constantFrom(...postCategories),
    }),
    { maxLength: 3 },
  ),
});

/** Random rules changed, added, sets switched on and off, posts put into other groups. */
function editsOf(
  roster: OpenRoster,
  { rules, touched, chosen }: typeof anyEdits extends fc.Arbitrary<infer E> ? E : never,
) {
  const sets = allStandardSets(roster.db);
  const stored = sets.flatMap((set) => set.rules);
  const posts = allRows(roster.db, "post");
  const edits = new Map<string, RuleEdit>();
  for (const [nth, rule] of rules.entries()) {
    const random: Record<string, FieldValue> = {
      ...ruleFields(rule),
      posts: postsNamed(
        rule,
        posts.map(({ id }) => id),
      ),
    };
    const isGranted = random["graceUntil"] !== null || random["graceYears"] !== null;
    const fields = {
      ...random,
      graceServingOn: isGranted ? (random["graceServingOn"] ?? "2018-01-01") : null,
      // Upper bounds of their own might lie below the lower ones.
      ageTo: null,
      monthsTo: null,
      validTo: null,
    };
    const known = stored[nth * 2];
    const setId = sets[nth % sets.length]?.id ?? "";
    edits.set(
      known?.id ?? roster.newId(),
      known === undefined
        ? { entity: "standardRule", id: "", isNew: true, fields: { ...fields, set: setId } }
        : { entity: "standardRule", id: "", isNew: false, fields },
    );
  }
  if (chosen !== undefined) {
    const fields = { standards: chosen === null ? null : [...chosen].sort().join(" ") };
    edits.set(choiceOfStandardsId(), { entity: "standardChoice", id: "", isNew: false, fields });
  }
  for (const { at, inUse, base, group, category } of touched) {
    const set = sets[at % sets.length];
    const basedOn = base === null ? null : (sets[base % sets.length]?.id ?? null);
    const post = posts[at % posts.length];
    if (set !== undefined)
      // An end of its own might lie before its start.
      edits.set(set.id, {
        entity: "standardSet",
        id: "",
        isNew: false,
        fields: { inUse, basedOn, validTo: null },
      });
    if (post !== undefined)
      edits.set(post.id, { entity: "post", id: "", isNew: false, fields: { group, category } });
  }
  return [...edits].map(([id, edit]) => ({ ...edit, id }));
}

describe("a preview of the rules", () => {
  it("is their effect on the day asked about and on each later one: the same people, standards, from and to", async () => {
    let written = 0;
    let later = 0;
    await fc.assert(
      fc.asyncProperty(world, anyEdits, async (of, given) => {
        const roster = await rosterOf(place, of);
        try {
          const edits = editsOf(roster, given);
          const before = await statusesOf(roster, of.asOf);
          try {
            const asked = await judgedByDraft(roster, edits, of.asOf, officialCategories);
            const looked = [];
            for (const on of [of.asOf, ...asked.laterDays]) {
              const compared = await judgedByDraft(roster, edits, on, officialCategories);
              const page = { unitId: null, move: null, offset: 0, limit: 200 };
              const told = await movedPeople(roster, compared, page);
              const held = await statusesOf(roster, on);
              looked.push({ on, before: held, preview: previewOf(compared), told });
            }
            expect(await statusesOf(roster, of.asOf)).toEqual(before);
            saveRules(roster, edits, null);
            written++;
            for (const { on, before: held, preview, told } of looked) {
              const after = await statusesOf(roster, on);
              const effect = [...held].flatMap(([key, from]) => {
                const to = after.get(key) ?? null;
                return from === to ? [] : [`${key}: ${from} → ${to}`];
              });
              if (on !== of.asOf && effect.length > 0) later++;
              const previewed = told.people.flatMap(({ id, moves }) =>
                moves.map(({ standard, from, to }) => `${id} ${standard}: ${from} → ${to}`),
              );
              expect([...previewed].sort()).toEqual([...effect].sort());
              expect(told.total).toBe(preview.people);
              const moved = (one: { readonly moves: readonly { readonly people: number }[] }) =>
                one.moves.reduce((sum, { people: count }) => sum + count, 0);
              expect(moved(preview)).toBe(effect.length);
              expect(preview.byUnit.reduce((sum, unit) => sum + moved(unit), 0)).toBe(effect.length);
            }
          } catch (error) {
            // Random rules contradict and detail each other now and then; then nothing was written.
            const refused = ["rules-contradict", "rules-circle"];
            if (!(error instanceof AppError) || !refused.includes(error.code)) throw error;
            expect(await statusesOf(roster, of.asOf)).toEqual(before);
          }
        } finally {
          await roster.close();
        }
      }),
      { numRuns: 40 },
    );
    expect(written).toBeGreaterThan(10);
    // Days on which the edits take effect are among those that were looked at.
    expect(later).toBeGreaterThan(0);
  });
});

describe("rules that cannot stand", () => {
  it("are refused whole, with what is wrong, and nothing is written", async () => {
    const path = await place.thanhBa();
    const { OpenRoster: Open } = await import("./open-roster");
    const roster = await Open.open(path, place.environment);
    const sets = allStandardSets(roster.db);
    const set = sets.find(({ fields }) => fields["key"] === "nd-33-2023");
    const rule = set?.rules.find(({ fields }) => fields["minimumLevel"] === "university");
    const refusal = (edits: RuleEdit[]) => {
      try {
        saveRules(roster, edits, null);
      } catch (error) {
        if (error instanceof AppError)
          return {
            code: error.code,
            params: error.params,
            issues: error.issues.map(({ reason }) => reason),
          };
        throw error;
      }
      return null;
    };
    const changed = (fields: RuleEdit["fields"]): RuleEdit => ({
      entity: "standardRule",
      id: rule?.id ?? "",
      isNew: false,
      fields,
    });
    const added = (fields: RuleEdit["fields"]): RuleEdit => ({
      entity: "standardRule",
      id: roster.newId(),
      isNew: true,
      fields: { ...rule?.fields, set: set?.id ?? "", ...fields },
    });
    expect(refusal([changed({ minimumLevel: "professor" })])).toMatchObject({
      code: "validation",
      issues: ["levelNotOfKind"],
    });
    const nameOf = (clause: string) => `“${clause}” (${String(set?.fields["name"])})`;
    expect(refusal([changed({ clause: "Điều 9" }), added({ minimumLevel: "college" })])).toMatchObject({
      code: "rules-contradict",
      params: {
        first: nameOf("Điều 9"),
        firstAsks: "Đại học",
        firstRule: rule?.id,
        secondAsks: "Cao đẳng",
        differs: "level",
      },
    });
    // Of the same level, both sentences say what of the field is taken; whom both ask is named.
    const names = Object.keys(groupNames).filter((group) =>
      String(rule?.fields["postGroups"]).split(" ").includes(group),
    );
    expect(names.length).toBeGreaterThan(0);
    expect(refusal([added({ clause: "Khoản 7", majors: "Đất đai; Xây dựng" })])).toMatchObject({
      code: "rules-contradict",
      params: {
        firstAsks: "Đại học, ngành nào cũng được",
        second: nameOf("Khoản 7"),
        secondAsks: "Đại học, ngành Đất đai, Xây dựng",
        whom: expect.stringContaining(groupNames[names[0] ?? ""] ?? "?") as string,
        differs: "majors",
      },
    });
    const cut = refusal([added({ clause: "Dài ".repeat(70).trim(), majors: "Đất đai" })]);
    expect(cut?.params).toMatchObject({
      second: expect.stringMatching(/^“(Dài ){14}Dài…” \(/u) as string,
    });
    expect(refusal([added({ set: roster.newId() })])?.code).toBe("row-unknown");
    expect([...contradictions(allStandardSets(roster.db))]).toEqual([]);
    expect(allStandardSets(roster.db)).toEqual(sets);
    await roster.close();
  });

  it("asks the roster as often for a few rows as for many", async () => {
    const { OpenRoster: Open } = await import("./open-roster");
    const roster = await Open.open(await place.thanhBa(), place.environment);
    const [post] = allRows(roster.db, "post");
    const asked = (count: number) => {
      const edits: RuleEdit[] = Array.from({ length: count }, (_, nth) => ({
        entity: "post",
        id: roster.newId(),
        isNew: true,
        fields: { ...post?.fields, key: `p${nth}` },
      }));
      const spies = [vi.spyOn(roster.db, "raw"), vi.spyOn(roster.log, "raw")];
      checkDraft(roster, edits);
      const calls = spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0);
      for (const spy of spies) spy.mockRestore();
      return calls;
    };
    const known = asked(1);
    expect(known).toBeGreaterThan(0);
    expect([asked(1), asked(40)]).toEqual([known, known]);
    await roster.close();
  });
});
