/** A rule for the posts that are named speaks of exactly those of whom none did, in the figure's scope and kinds. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RuleEdit } from "../../shared/standards/draft";
import { shippedSets } from "../../shared/catalog/standard-sets";
import { type CliPlace, cliPlace } from "../testing/command-line";
import { type WindowCalls, windowCalls } from "../testing/window-calls";

// A day on which the set of reference, switched off, is all there is for most of the posts.
const moment = { on: "2025-11-01" };
const ids = { set: "00000000-0000-7000-8000-0000000000b1", rule: "00000000-0000-7000-8000-0000000000b2" };

let place: CliPlace;
let window: WindowCalls;
beforeAll(async () => {
  place = cliPlace();
  window = windowCalls(place.environment, place.folder);
  await window.ask("rosterOpen", { path: await place.thanhBa() });
});
afterAll(async () => {
  await window.close();
  place.remove();
});

const uncovered = (unitId: string | null = null) => window.ask("uncoveredRules", { moment, unitId });
const table = (unitId: string | null = null) => window.ask("statisticsByUnit", { moment, unitId });

/** A rule for posts, in a text of its own. */
function ruleFor(posts: readonly string[]): RuleEdit[] {
  const set = { key: "qd-rieng", name: "Quy định riêng", validFrom: moment.on };
  const rule = {
    set: ids.set,
    standard: "professional",
    posts: [...posts].sort().join(" "),
    minimumLevel: "university",
    clause: "Điều 1",
    order: 10,
  };
  return [
    { entity: "standardSet", id: ids.set, isNew: true, fields: set },
    { entity: "standardRule", id: ids.rule, isNew: true, fields: rule },
  ];
}

describe("what a rule for those without one begins with", () => {
  it("counts by standard whom the figures count, of the whole roster and of a part", async () => {
    const { rows } = await table();
    const commune = rows.find(({ unitCode }) => unitCode === "08173")?.unitId ?? null;
    expect(commune).not.toBeNull();
    for (const unitId of [null, commune]) {
      const { notes, uncovered: people } = (await table(unitId)).total;
      const told = (await uncovered(unitId)).standards;
      expect(people).toBeGreaterThan(0);
      expect(Object.fromEntries(told.map((one) => [one.standard, one.people]))).toEqual(
        Object.fromEntries(
          Object.entries(notes).flatMap(([standard, note]) =>
            note.uncovered > 0 ? [[standard, note.uncovered]] : [],
          ),
        ),
      );
    }
  });

  it("names the posts of all of them, and none that a rule speaks of already", async () => {
    const { standards } = await uncovered();
    const posts = standards.find(({ standard }) => standard === "professional")?.posts ?? [];
    const bare = (await table()).total.notes.professional?.uncovered ?? 0;
    expect(posts.length).toBeGreaterThan(1);
    const preview = await window.ask("rulesPreview", { edits: ruleFor(posts), moment });
    expect(preview.people).toBe(bare);
    expect(preview.moves.map(({ from }) => from)).toEqual(preview.moves.map(() => "notApplicable"));
    const fewer = await window.ask("rulesPreview", { edits: ruleFor(posts.slice(1)), moment });
    expect(fewer.people).toBeLessThan(bare);
  });

  it("offers the texts that hold on the day, tells those of the program, and counts on from their last rule", async () => {
    const before = await uncovered();
    expect(before.sets.every(({ shipped }) => shipped)).toBe(true);
    const shipped = new Map(shippedSets.map(({ set, rules }) => [set.id, rules.at(-1)?.fields.order ?? 0]));
    for (const { id, nextOrder } of before.sets) expect(nextOrder).toBeGreaterThan(shipped.get(id) ?? 0);
    const [one] = before.standards[0]?.posts ?? [];
    await window.ask("rulesSave", { edits: ruleFor([one ?? ""]) });
    const added = (await uncovered()).sets.filter(({ id }) => !before.sets.some((set) => set.id === id));
    expect(added).toEqual([{ id: ids.set, name: "Quy định riêng", shipped: false, nextOrder: 20 }]);
    const earlier = await window.ask("uncoveredRules", { moment: { on: "2025-10-31" }, unitId: null });
    expect(earlier.sets.some(({ id }) => id === ids.set)).toBe(false);
  });
});
