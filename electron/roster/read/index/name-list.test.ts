import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { officialGridRows } from "../officials";
import { OpenRoster } from "../../../services/open-roster";
import { removeOfficial } from "../../../services/records";
import { openThanhBa, type TestPlace, testPlace } from "../../../testing/sample-roster";
import type { NameList } from "./name-list";
import type { RosterIndex } from "./roster-index";

describe("NameList", () => {
  let place: TestPlace;
  let roster: OpenRoster;
  let index: RosterIndex;
  let list: NameList;
  beforeEach(async () => {
    place = testPlace();
    roster = await openThanhBa(place);
    index = await roster.index();
    list = await index.nameList;
  });
  afterEach(async () => {
    await roster.close();
    place.remove();
  });

  const pksOf = (of: RosterIndex, people: Iterable<number>) =>
    Array.from(people, (person) => of.facts.people.pk[person]);
  const found = (of: RosterIndex, names: NameList, query: string) => {
    const matches = names.names.search(query) ?? new Uint8Array(0);
    return pksOf(
      of,
      names.order.filter((person) => matches[person] !== 0),
    );
  };
  const idAt = (at: number) => {
    const pk = index.facts.people.pk[list.order[at] ?? 0] ?? 0;
    return officialGridRows(roster.db, [pk])[0]?.id ?? "";
  };
  const rename = (id: string, fullName: string) =>
    roster.write({
      action: "edit",
      edits: [{ kind: "update", entity: "official", id, fields: { fullName } }],
    });

  it("is the list that a new reading would make, after people were renamed, added, removed and brought back", async () => {
    rename(idAt(400), "Âu Thị Ái");
    rename(idAt(3), "Vũ Văn Vỹ");
    rename(idAt(200), "Vũ Văn Vỹ");
    const removal = removeOfficial(roster, idAt(100), "Ghi trùng");
    removeOfficial(roster, idAt(50), "Ghi trùng");
    roster.undo(removal.changeId);
    roster.write({
      action: "add",
      edits: ["Nguyễn Ánh Ửng", "A Á", "Nguyễn Ánh Ửng"].map((fullName) => ({
        kind: "create",
        entity: "official",
        id: roster.newId(),
        fields: { fullName, sex: "female" },
      })),
    });

    const anew = await OpenRoster.read(roster.path, place.environment);
    const fresh = await anew.index();
    const freshList = await fresh.nameList;
    expect(pksOf(index, list.order)).toEqual(pksOf(fresh, freshList.order));
    for (const query of ["vy", "vu van", "Ửng", "a", "ai", "nguyen t"]) {
      expect(found(index, list, query)).toEqual(found(fresh, freshList, query));
    }
    expect(found(index, list, "vu van vy").length).toBeGreaterThanOrEqual(2);
    await anew.close();
  });

  it("leaves the order alone when a change leaves the name alone", () => {
    const before = list.order;
    roster.write({
      action: "edit",
      edits: [{ kind: "update", entity: "official", id: idAt(10), fields: { note: "Nghỉ phép" } }],
    });
    expect(list.order).toBe(before);
  });

  it("takes in who changed before the names were read", async () => {
    const late = OpenRoster.of({ ...(await reopened()), close: () => Promise.resolve() }, place.environment);
    const facts = await late.index();
    late.write({
      action: "edit",
      edits: [
        {
          kind: "create",
          entity: "official",
          id: late.newId(),
          fields: { fullName: "Wừng Thị Wạ", sex: "female" },
        },
      ],
    });
    expect(found(facts, await facts.nameList, "wung wa")).toHaveLength(1);
  });

  /** The same roster, opened a second time after the first was closed. */
  async function reopened() {
    await roster.close();
    const { openRoster } = await import("../../roster");
    const open = await openRoster(roster.path, place.environment);
    const { path, db, log, writer } = open;
    return {
      path,
      db,
      log,
      writer,
      catchUp: () => open.catchUp(),
      leftovers: [],
      saveCopy: (to: string) => open.saveCopy(to),
    };
  }
});
