// Guards that rules written into a file and read again are the same rows, and that what cannot be read is told by place.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shippedPosts } from "../catalog/posts";
import { shippedSets } from "../catalog/standard-sets";
import type { FieldValue } from "../domain/entities";
import { ruleFields, rules as anyRules } from "../testing/standards-arbitraries";
import { isProblem, readRulesFile, rulesFileText } from "./rules-file";
import { planRules } from "./rules-import";

const rows = <F extends object>(fields: F) => fields as unknown as Record<string, FieldValue>;
const posts = shippedPosts.map(({ id, ...fields }) => ({ id, fields: rows(fields) }));
const sets = shippedSets.map(({ set, rules }) => ({
  id: set.id,
  fields: rows(set.fields),
  rules: rules.map(({ id, fields }) => ({ id, fields: rows(fields) })),
}));
const keyOf = (id: string) => String([...sets, ...posts].find((row) => row.id === id)?.fields["key"] ?? id);
let made = 0;
const newId = () => `00000000-0000-7000-8000-${String(++made).padStart(12, "0")}`;

function read(text: string) {
  const file = readRulesFile(text);
  if (isProblem(file)) throw new Error(JSON.stringify(file));
  return file;
}
const problemOf = (document: unknown) =>
  readRulesFile(typeof document === "string" ? document : JSON.stringify(document));
const head = { format: "so-can-bo/rules", version: 1 };

describe("a rules file", () => {
  it("of a roster changes nothing in that roster", () => {
    const { edits, unchanged, unknown } = planRules(
      read(rulesFileText(sets, posts, { keyOf })),
      { sets, posts },
      newId,
    );
    expect({ edits, unknown }).toEqual({ edits: [], unknown: [] });
    expect(unchanged).toBe(sets.length + posts.length + sets.flatMap((set) => set.rules).length);
  });

  it("brings every row into an empty roster as it was", () => {
    fc.assert(
      fc.property(anyRules, (random) => {
        const set = {
          id: "00000000-0000-4000-8000-0000000000aa",
          fields: { key: "k", name: "Quyết định", validFrom: "2025-07-01", inUse: false },
          rules: random.map((rule) => ({ id: rule.id, fields: ruleFields(rule) })),
        };
        const file = read(rulesFileText([set], posts, { keyOf }));
        const { edits } = planRules(file, { sets: [], posts: [] }, newId);
        const plain = (fields: Record<string, FieldValue>) =>
          Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
        const got = edits.map(({ entity, id, isNew, fields }) => ({
          entity,
          id,
          isNew,
          fields: plain({ ...fields }),
        }));
        expect(got).toEqual([
          ...posts.map(({ id, fields }) => ({ entity: "post", id, isNew: true, fields: plain(fields) })),
          { entity: "standardSet", id: set.id, isNew: true, fields: plain(set.fields) },
          ...set.rules.map(({ id, fields }) => ({
            entity: "standardRule",
            id,
            isNew: true,
            fields: plain({ ...fields, set: set.id }),
          })),
        ]);
      }),
    );
  });

  it("finds rows again by their keys, and rules of a hand-written file by what they speak of", () => {
    const [set] = sets;
    const [rule] = set?.rules ?? [];
    const hand = {
      ...head,
      standardSets: [
        {
          key: set?.fields["key"],
          name: "Tên khác",
          validFrom: set?.fields["validFrom"],
          rules: [
            {
              standard: rule?.fields["standard"],
              postGroups: String(rule?.fields["postGroups"]).split(" "),
              clause: rule?.fields["clause"],
              minimumLevel: "university",
              order: rule?.fields["order"],
            },
          ],
        },
      ],
    };
    const { edits } = planRules(read(JSON.stringify(hand)), { sets, posts }, newId);
    expect(edits.map(({ id, isNew }) => ({ id, isNew }))).toEqual([
      { id: set?.id, isNew: false },
      { id: rule?.id, isNew: false },
    ]);
    expect(edits[0]?.fields["name"]).toBe("Tên khác");
  });

  it("that is none, is newer, or has something strange in it is refused by what is wrong", () => {
    expect(problemOf("{")).toEqual({ kind: "foreign" });
    expect(problemOf([])).toEqual({ kind: "foreign" });
    expect(problemOf({ ...head, format: "else" })).toEqual({ kind: "foreign" });
    expect(problemOf({ ...head, version: 2, standardSets: 7 })).toEqual({ kind: "newer" });
    const at = (document: object) => problemOf({ ...head, ...document });
    expect(at({ posts: 7 })).toEqual({ kind: "field", at: "posts" });
    expect(at({ standardSets: [{ name: 7 }] })).toEqual({ kind: "field", at: "standardSets[0].name" });
    expect(at({ standardSets: [{ rules: [{ levl: "x" }] }] })).toEqual({
      kind: "field",
      at: "standardSets[0].rules[0].levl",
    });
    expect(at({ standardSets: [{ rules: [{ postGroups: "civilServant" }] }] })).toEqual({
      kind: "field",
      at: "standardSets[0].rules[0].postGroups",
    });
    expect(at({ posts: [{ id: "1" }] })).toEqual({ kind: "field", at: "posts[0].id" });
  });

  it("may begin with the mark that Windows programs write", () => {
    expect(read(`\uFEFF${JSON.stringify(head)}`)).toEqual({ sets: [], posts: [] });
  });
});
