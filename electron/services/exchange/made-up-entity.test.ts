/**
 * The measure of the house: an entity of a person that takes its own definition and its words, and nothing else. It is
 * made up here, in no list of the program but the one it stands in for, and walked through everything that rows of a
 * person can meet. What fails here would have to be named somewhere by hand.
 */
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { EntityName } from "../../../shared/domain/entities";
import { believing, type Conflict, type Office, type Offices, testOffices } from "../../testing/offices";

vi.mock("../../../shared/domain/entities/list", async (original) => {
  const { entities } = await original<typeof import("../../../shared/domain/entities/list")>();
  const { entity } = await import("../../../shared/domain/entities/definition");
  const { error } = await import("../../../shared/domain/checks/found");
  const award = entity({
    id: 9_000,
    owner: { entity: "official", field: "holder" },
    authority: "person",
    scope: "person",
    entered: true,
    counted: "person",
    title: "holder",
    label: (words) => [words.of("title"), words.since("given")].filter((part) => part !== null).join(", "),
    since: "given",
    paper: { number: "decision" },
    fields: {
      holder: { id: 1, type: "reference", entity: "official", required: true },
      title: { id: 2, type: "text", required: true },
      given: { id: 3, type: "partialDate" },
      sum: { id: 4, type: "money" },
      decision: { id: 5, type: "text" },
    },
    check: ({ sum }) => (sum === 0 ? [error("sum", "moneyNeeded")] : []),
  });
  return { entities: { ...entities, award } };
});
vi.mock("../../../shared/i18n/vi/domain", async (original) => {
  const { domain } = await original<typeof import("../../../shared/i18n/vi/domain")>();
  const field = {
    holder: "Cán bộ",
    title: "Hình thức khen",
    given: "Ngày khen",
    sum: "Tiền thưởng",
    decision: "Quyết định",
  };
  return {
    domain: {
      ...domain,
      entity: { ...domain.entity, award: "Khen thưởng" },
      field: { ...domain.field, award: field },
    },
  };
});

/** The made-up entity, as the types would know it. */
const award = "award" as EntityName;

interface Record {
  readonly rows: { readonly award: readonly { id: string; fields: { [field: string]: unknown } }[] };
}
interface Row {
  readonly id: string;
  readonly fields: { readonly [field: string]: unknown };
}

let offices: Offices;
let commune: Office;
let other: Office;
let district: Office;
let person: string;
let row: string;

const awardsOf = async (office: Office) =>
  (await office.json<Record>("show", office.roster, person)).rows.award;
const add = (office: Office, ...fields: string[]) =>
  office.json<Row>("add", office.roster, "award", `holder=${person}`, ...fields);
const refusal = async (office: Office, ...words: string[]) => {
  const { code, stderr } = await office.run(...words);
  return { code, stderr };
};

beforeAll(async () => {
  offices = testOffices();
  commune = await offices.office("xa", "08173");
  other = await offices.office("xa-khac", "08203");
  district = await offices.office("huyen", "232");
  await believing(commune, district);
  await believing(other, district);
  person = await commune.hires("Nguyễn Thị Khen", "08173");
  ({ id: row } = await add(commune, "title=Bằng khen", "given=05/2020", "sum=2.340.000 đ", "decision=12/QĐ"));
});
afterAll(() => offices.remove());

describe("an entity of a person that was just thought of", () => {
  it("is described, entered and shown on the command line", async () => {
    const { entities } = await commune.json<{
      entities: { name: string; fields: { field: string; name: string; type: string }[] }[];
    }>("describe", "award");
    expect(entities).toMatchObject([{ name: "Khen thưởng" }]);
    expect(entities[0]?.fields).toContainEqual(
      expect.objectContaining({ field: "sum", name: "Tiền thưởng", type: "money" }),
    );
    expect(await awardsOf(commune)).toMatchObject([
      { id: row, fields: { holder: person, title: "Bằng khen", given: "2020-05", sum: 2_340_000 } },
    ]);
    const { stdout } = await commune.run("show", commune.roster, person);
    expect(stdout).toMatch(/Tiền thưởng +2\.340\.000 đ/);
  });

  it("is checked by the registry and by its own check", async () => {
    const missing = await refusal(commune, "add", commune.roster, "award", `holder=${person}`, "given=2020");
    expect(missing).toMatchObject({ code: 1, stderr: expect.stringContaining("Hình thức khen") });
    const zero = await refusal(commune, "edit", commune.roster, "award", row, "sum=0");
    expect(zero).toMatchObject({ code: 1, stderr: expect.stringContaining("Tiền thưởng") });
    const moved = await refusal(commune, "edit", commune.roster, "award", row, `holder=${row}`);
    expect(moved.code).toBe(1);
  });

  it("stands in a table of its own, made anew from the log like every other", async () => {
    const { rowFields } = await import("../../roster/read/rows");
    await commune.opened((roster) => {
      expect(rowFields(roster.db, award, row)?.fields).toMatchObject({ title: "Bằng khen", sum: 2_340_000 });
    });
    expect(await commune.json("verify", commune.roster)).toMatchObject({ ok: true, problems: [] });
  });

  it("is a change of its person, with its fields in words and in the row's history", async () => {
    await commune.edits("award", row, "title=Huân chương");
    const { changesPage, changeDetails } = await import("../changes");
    const { rowHistory } = await import("../../roster/read/changes");
    await commune.opened(async (roster) => {
      const { rows } = await changesPage(roster, commune.environment.t, {
        before: null,
        limit: 1,
        officialId: person,
      });
      expect(rows).toMatchObject([{ official: { fullName: "Nguyễn Thị Khen" } }]);
      const { t } = commune.environment;
      const { details } = changeDetails(roster, roster.catalog(), t, rows[0]?.id ?? 0);
      expect(details).toMatchObject([
        {
          entity: "award",
          rowLabel: "Nguyễn Thị Khen – Bằng khen, từ 05/2020",
          kind: "edited",
          fields: [{ field: "title", before: "Bằng khen", after: "Huân chương" }],
        },
      ]);
      const titles = rowHistory(roster.db, row).filter(({ field }) => field === "title");
      expect(titles.map(({ after }) => after)).toEqual(["Bằng khen", "Huân chương"]);
    });
  });

  it("goes up with its person, after a preview that counts it, and down to nobody else", async () => {
    const up = await commune.sends();
    const preview = await district.receives(up, "--dry-run");
    expect(preview.files).toMatchObject([{ added: 1 }]);
    await district.receives(up);
    expect(await awardsOf(district)).toMatchObject([{ id: row }]);
    await commune.edits("award", row, "decision=13/QĐ");
    const edited = await commune.sends();
    expect((await district.receives(edited, "--dry-run")).files).toMatchObject([{ added: 0, changed: 1 }]);
    expect((await district.receives(edited)).files).toMatchObject([{ added: 0, changed: 1 }]);
    const { officeRow } = await import("../../roster/read/office");
    const { opsInScope, unitsInScope } = await import("../../roster/read/scope");
    const { uuidToBytes } = await import("../../../shared/sync/bytes");
    const { sql } = await import("../../roster/file/sql");
    const unitOf = ({ opened }: Office) =>
      opened((roster) => String(officeRow(roster.db)?.fields["unit"] ?? ""));
    const units = [await unitOf(commune), await unitOf(other)];
    await district.opened((roster) => {
      const own = roster.db
        .raw<[number]>(sql`SELECT id FROM op WHERE row = ${uuidToBytes(row)}`)
        .map(([id]) => id);
      expect(own.length).toBeGreaterThan(2);
      const seenBy = (unit: string) => {
        const { ops } = opsInScope(roster.db, unitsInScope(roster.db, unit), [], 20_211_001);
        return own.filter((id) => ops.has(id)).length;
      };
      expect([seenBy(units[0] ?? ""), seenBy(units[1] ?? "")]).toEqual([own.length, 0]);
    });
  });

  it("is disputed by field, told apart by its label and paper, and settled for both", async () => {
    await commune.edits("award", row, "title=Giấy khen");
    await district.edits("award", row, "title=Bằng khen cấp tỉnh");
    const [up, down] = [await commune.sends(), await district.sends("--for", await commune.fingerprint())];
    await district.receives(up);
    await commune.receives(down);
    const isThis = ({ id }: Conflict) => id === `${row}.title`;
    const [conflict] = (await commune.conflicts()).filter(isThis);
    expect(conflict).toMatchObject({ entity: "award", label: "Nguyễn Thị Khen", field: "title" });
    const { openConflict } = await import("./conflicts");
    await commune.opened((roster) => {
      const open = openConflict(roster, commune.environment, `${row}.title`);
      expect(open).toMatchObject({ officialId: person, rowLabel: expect.stringMatching(/, từ 05\/2020$/) });
      expect(open.values.map(({ paper }) => paper)).toEqual(["13/QĐ", "13/QĐ"]);
    });
    const kept = conflict?.values.find(({ value }) => value === "Giấy khen")?.id ?? "";
    await commune.json("sync", "resolve", commune.roster, `${row}.title`, "--keep", kept);
    await district.receives(await commune.sends());
    expect((await district.conflicts()).filter(isThis)).toEqual([]);
    expect(await awardsOf(district)).toMatchObject([{ fields: { title: "Giấy khen" } }]);
  });

  it("is removed by itself or with its person, and given back", async () => {
    const second = await add(commune, "title=Chiến sĩ thi đua", "given=2021");
    expect((await awardsOf(commune)).map(({ id }) => id)).toEqual([second.id, row]);
    await commune.json("remove", commune.roster, "award", second.id, "--reason", "Ghi nhầm");
    expect((await awardsOf(commune)).map(({ id }) => id)).toEqual([row]);
    const gone = await commune.json<{ changeId: number }>(
      "remove",
      commune.roster,
      "official",
      person,
      "--reason",
      "Nhập trùng",
    );
    const { rowFields } = await import("../../roster/read/rows");
    await commune.opened((roster) => expect(rowFields(roster.db, award, row)).toBeNull());
    await commune.json("undo", commune.roster, String(gone.changeId));
    expect(await awardsOf(commune)).toMatchObject([{ id: row, fields: { title: "Giấy khen" } }]);
    expect(await commune.json("verify", commune.roster)).toMatchObject({ ok: true, problems: [] });
  });
});
