// Guards that what only says something about a row never keeps it from being removed, nor its making from being undone.

import { describe, expect, it } from "vitest";
import { type EntityName, entityDefinition, entityNames } from "../../../shared/domain/entities";
import { testOffice } from "../../testing/log-offices";
import { tableOf } from "../projection/columns";
import { referrersOf } from "../projection/referrers";
import { sql } from "../file/sql";
import { conflictKeys } from "../read/conflicts";
import { verifyRoster } from "../verify";

const person = (n: number) => `00000000-0000-7000-8000-0000000000a${n}`;
const statement = "00000000-0000-7000-8000-0000000000b1";

/** Fields of a row that says something about a person, and about another one where it needs two. */
function statementFields(entity: EntityName): Record<string, string> {
  const fields: Record<string, string> = {};
  let named = 0;
  for (const [field, { type, required, entity: target }] of Object.entries(entityDefinition(entity).fields)) {
    if (type === "reference" && target === "official") fields[field] = person(named++);
    else if (required === true) fields[field] = "x";
  }
  return fields;
}

const statements = entityNames.filter((name) => entityDefinition(name).aside === true);

describe("statements about people", () => {
  it("are all that people enter nowhere, so that nothing unseen holds a record", () => {
    const names = (name: EntityName) =>
      Object.values(entityDefinition(name).fields).some(({ entity }) => entity !== undefined);
    const unseen = entityNames.filter((name) => !entityDefinition(name).entered && names(name));
    expect(statements).toEqual(unseen);
  });

  const aboutPeople = statements.filter((name) =>
    Object.values(entityDefinition(name).fields).some(({ entity }) => entity === "official"),
  );
  it.each(aboutPeople)("%s holds nobody back", async (entity) => {
    const office = await testOffice("a", 1);
    const { log, db } = office.roster;
    const add = (n: number) =>
      log.write({
        action: "add",
        user: "a",
        edits: [
          { kind: "create", entity: "official", id: person(n), fields: { fullName: `Người Mẫu ${n}` } },
        ],
      }).changeId ?? 0;
    const first = add(0);
    add(1);
    office.write([{ kind: "create", entity, id: statement, fields: statementFields(entity) }]);
    const shown = () => db.value<number>(sql`SELECT count(*) FROM ${sql.name(tableOf(entity))}`);
    const isThere = () => db.value<number>(sql`SELECT count(*) FROM official`);
    expect([shown(), isThere()]).toEqual([1, 2]);
    expect(referrersOf("official").some((referrer) => referrer.entity === entity)).toBe(true);

    const removal = log.write({
      action: "remove",
      user: "a",
      edits: [{ kind: "remove", entity: "official", id: person(0), reason: "Nhập trùng" }],
    });
    expect(isThere()).toBe(1);
    expect(conflictKeys(db)).toEqual([]);
    log.undo(removal.changeId ?? 0, { user: "a" });
    expect([shown(), isThere()]).toEqual([1, 2]);

    log.undo(first, { user: "a" });
    expect(isThere()).toBe(1);
    expect(conflictKeys(db)).toEqual([]);
    expect(verifyRoster(office.path).problems).toEqual([]);
  });
});
