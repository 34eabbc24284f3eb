// Guards that lists stand in an order that all offices share: two rosters which received the same ops in different order
// show the same people, rows, units and pairs one after the other.

import { describe, expect, it } from "vitest";
import { entityNames, type FieldValue, ownedEntities } from "../../../shared/domain/entities";
import { testOffice, type TestOffice } from "../../testing/log-offices";
import type { Edit } from "../edit/edits";
import { likelyDuplicates } from "./duplicates";
import { CatalogFacts } from "./index/catalog-facts";
import { officialId, officialOrder, officialRecord } from "./officials";
import { allPosts } from "./posts";
import { questions } from "./questions";
import { allRows } from "./rows";
import { allStandardSets } from "./standards";
import { allUnits } from "./units";

const unit = "00000000-0000-7000-8000-0000000000c1";
const post = "00000000-0000-7000-8000-0000000000c2";

const shared: Edit[] = [
  {
    kind: "create",
    entity: "unit",
    id: unit,
    fields: { code: "08173", name: "Quảng Yên", type: "xa", level: "commune" },
  },
  {
    kind: "create",
    entity: "post",
    id: post,
    fields: { key: "mau", name: "Chức danh mẫu", group: "civilServant", category: "congChuc", order: 1 },
  },
];

/** What an office adds of its own: namesakes of the other's, rows alike, a unit of one name and code, a set of one day. */
function own(office: TestOffice, births: readonly string[]): Edit[] {
  const create = (entity: "official", fields: Record<string, FieldValue>) => ({
    kind: "create" as const,
    entity,
    id: office.roster.log.newId(),
    fields,
  });
  const people = births.map((birth) => create("official", { fullName: "Nguyễn Văn Mẫu", birth }));
  const rows = people.flatMap(({ id: official }): Edit[] => [
    {
      kind: "create",
      entity: "assignment",
      id: office.roster.log.newId(),
      fields: { official, unit, post, from: "2020" },
    },
    {
      kind: "create",
      entity: "qualification",
      id: office.roster.log.newId(),
      fields: { official, kind: "professional", level: "university" },
    },
  ]);
  return [
    ...people,
    ...rows,
    {
      kind: "create",
      entity: "unit",
      id: office.roster.log.newId(),
      fields: { code: "08203", name: "Thanh Xá", type: "xa", level: "commune" },
    },
    {
      kind: "create",
      entity: "post",
      id: office.roster.log.newId(),
      fields: { key: office.name, name: "Khác", group: "civilServant", category: "congChuc", order: 2 },
    },
    {
      kind: "create",
      entity: "standardSet",
      id: office.roster.log.newId(),
      fields: { key: office.name, name: "Văn bản", validFrom: "2021-01-01" },
    },
    {
      kind: "create",
      entity: "question",
      id: office.roster.log.newId(),
      fields: { about: unit, to: "x", text: "Đúng không?" },
    },
  ];
}

/** Every list that is shown in an order, as ids. */
function lists({ roster: { db } }: TestOffice) {
  const facts = new CatalogFacts(db, (key) => key);
  const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);
  const people = officialOrder(db).map((pk) => officialId(db, pk) ?? "");
  return {
    people,
    rows: people.map((id) => ownedEntities.map((entity) => ids(officialRecord(db, id)?.rows[entity] ?? []))),
    tables: entityNames.map((entity) => ids(allRows(db, entity))),
    units: ids(allUnits(db)),
    unitsByName: ids(facts.unitsByName),
    posts: ids(allPosts(db)),
    sets: ids(allStandardSets(db)),
    questions: ids(questions(db)),
    duplicates: likelyDuplicates(db),
  };
}

describe("rosters that received the same in different order", () => {
  it("show every list in the same order", async () => {
    const [a, b, c, d] = await Promise.all([
      testOffice("a", 1),
      testOffice("b", 2),
      testOffice("c", 3),
      testOffice("d", 4),
    ]);
    a.write(shared);
    const start = a.file();
    for (const office of [b, c, d]) await office.receive(start);
    a.write(own(a, ["1980-05-12", "1975", "1980-05-12"]));
    b.write(own(b, ["1980-05-12", "1975", "1990"]));
    const files = [a.file(), b.file()];
    for (const file of files) await c.receive(file);
    for (const file of files.toReversed()) await d.receive(file);
    const shown = lists(c);
    expect(lists(d)).toEqual(shown);
    expect(shown.people).toHaveLength(6);
    expect(shown.duplicates.length).toBeGreaterThan(0);
    const births = shown.people.map((id) => officialRecord(c.roster.db, id)?.fields["birth"]);
    expect(births).toEqual([...births].sort());
  });
});
