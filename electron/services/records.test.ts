import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { AppError } from "../../shared/contract/errors";
import type { OfficialSave } from "../../shared/contract/schemas/officials";
import { changesPage } from "../roster/read/changes";
import { officialRecord } from "../roster/read/officials";
import { OpenRoster } from "./open-roster";
import { removeOfficial, saveOfficial } from "./records";
import { openThanhBa, type TestPlace, testPlace } from "../testing/sample-roster";
import { sql } from "../roster/file/sql";

const base = {
  action: "edit",
  reason: null,
  official: null,
  rows: [],
  removed: [],
} satisfies Omit<OfficialSave, "officialId">;

describe("saving records", () => {
  let place: TestPlace;
  let roster: OpenRoster;
  beforeEach(async () => {
    place = testPlace();
    roster = await openThanhBa(place);
  });
  afterEach(async () => {
    await roster.close();
    place.remove();
  });

  const save = (wanted: OfficialSave) => saveOfficial(roster, place.environment, wanted);
  const someone = () => {
    const pk = roster.db.value<number>(sql`SELECT min(official) FROM assignment`) ?? 0;
    const id = roster.db.value<string>(sql`SELECT lower(hex(id)) FROM official WHERE pk = ${pk}`) ?? "";
    return id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  };
  const newestChange = () => changesPage(roster.db, { before: null, limit: 1, officialId: null })[0];

  it("adds a person with an assignment as one change, cleaned", async () => {
    const { catalog } = await roster.index();
    const officialId = place.environment.newId();
    const { changeId } = await save({
      ...base,
      action: "add",
      officialId,
      official: {
        id: officialId,
        isNew: true,
        fields: { fullName: "  Nguyễn   Văn Mẫu ", birth: "1990-05", note: " " },
      },
      rows: [
        {
          entity: "assignment",
          id: place.environment.newId(),
          isNew: true,
          fields: {
            unit: catalog.units.find((unit) => unit.code === "08152")?.id ?? null,
            post: catalog.posts[0]?.id ?? null,
            from: "2020",
          },
        },
      ],
    });
    const record = officialRecord(roster.db, officialId);
    expect(record?.fields).toMatchObject({ fullName: "Nguyễn Văn Mẫu", birth: "1990-05", note: null });
    expect(record?.rows.assignment).toHaveLength(1);
    expect(newestChange()).toMatchObject({ id: changeId, action: "add", opCount: 2, user: "Văn phòng" });
  });

  it("refuses what is wrong, names the fields, and writes nothing", async () => {
    const before = newestChange();
    const officialId = someone();
    const refused = await save({
      ...base,
      officialId,
      official: {
        id: officialId,
        isNew: false,
        fields: { fullName: "", birth: "2021-02-30", identityNumber: "12" },
      },
    }).catch((error: unknown) => error);
    if (!(refused instanceof AppError)) throw new Error("It was not refused");
    expect(refused.code).toBe("validation");
    const errors = refused.issues.filter((issue) => issue.severity === "error").map((issue) => issue.field);
    expect(errors.sort()).toEqual(["birth", "fullName", "identityNumber"]);
    expect(newestChange()).toEqual(before);
  });

  it("lets an old mistake elsewhere in the record stand while something else is added", async () => {
    const officialId = someone();
    roster.write({
      action: "import",
      edits: [{ kind: "update", entity: "official", id: officialId, fields: { identityNumber: "12" } }],
    });
    const fields = { kind: "it", level: "basic" };
    const added = await save({
      ...base,
      officialId,
      rows: [{ entity: "qualification", id: place.environment.newId(), isNew: true, fields }],
    });
    expect(added.changeId).not.toBeNull();
  });

  it("writes nothing when nothing differs", async () => {
    const officialId = someone();
    const fullName = officialRecord(roster.db, officialId)?.fields["fullName"] ?? null;
    const before = newestChange();
    const result = await save({
      ...base,
      officialId,
      official: { id: officialId, isNew: false, fields: { fullName } },
    });
    expect(result.changeId).toBeNull();
    expect(newestChange()).toEqual(before);
  });

  it("refuses a person or row that is not there", async () => {
    const id = place.environment.newId();
    await expect(save({ ...base, officialId: id })).rejects.toMatchObject({ code: "row-unknown" });
    await expect(
      save({
        ...base,
        officialId: someone(),
        rows: [{ entity: "qualification", id, isNew: false, fields: { level: "master" } }],
      }),
    ).rejects.toMatchObject({ code: "row-unknown" });
    expect(() => removeOfficial(roster, id, "Nhầm")).toThrow(
      expect.objectContaining({ code: "row-unknown" }),
    );
  });

  it("removes a person with everything that belongs to them, and gives it all back", async () => {
    const id = someone();
    const before = officialRecord(roster.db, id);
    const { changeId } = removeOfficial(roster, id, "Ghi trùng");
    expect(officialRecord(roster.db, id)).toBeNull();
    expect(roster.db.value(sql`SELECT count(*) FROM assignment WHERE official = ${before?.pk ?? 0}`)).toBe(0);
    roster.undo(changeId);
    expect(officialRecord(roster.db, id)).toEqual(before);
  });

  it("refuses every change in a roster that is open for looking only", async () => {
    const reader = await OpenRoster.read(roster.path, place.environment);
    const officialId = someone();
    const official = { id: officialId, isNew: false, fields: { fullName: "Người Khác" } };
    await expect(
      saveOfficial(reader, place.environment, { ...base, officialId, official }),
    ).rejects.toMatchObject({ code: "roster-readonly" });
    await reader.close();
  });
});
