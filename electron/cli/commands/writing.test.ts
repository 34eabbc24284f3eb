import { forms } from "../../../shared/report/forms";
import { readFileSync, statSync } from "node:fs";
import { createHash } from "node:crypto";
import { mkdirSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CliPlace, cliPlace, filesLike, hashOf } from "../../testing/command-line";

interface Row {
  readonly entity: string;
  readonly id: string;
  readonly fields: Record<string, unknown>;
}
interface Change {
  readonly id: number;
  readonly action: string;
  readonly user: string;
  readonly reason: string | null;
  readonly official: { id: string; fullName: string } | null;
  readonly ops: number;
  readonly undoes: number | null;
  readonly undoneBy: number | null;
}
interface Stats {
  readonly rows: readonly {
    unitCode: string;
    total: number;
    professional: { met: number; notMet: number };
  }[];
}

let place: CliPlace;
beforeAll(() => {
  place = cliPlace();
});
afterAll(() => place.remove());

const lastChange = async (roster: string) => {
  const { changes } = await place.json<{ changes: Change[] }>("log", roster, "--limit", "1");
  if (changes[0] === undefined) throw new Error("an empty log");
  return changes[0];
};

describe("init", () => {
  it("makes a roster for the unit that bore the code on the day", async () => {
    const now = await place.json<Row>("init", place.path("nay.scb"), "--unit", "08173");
    expect(now).toMatchObject({ unitCode: "08173", unitName: "Xã Quảng Yên", on: "2026-10-01" });
    const then = await place.json<Row>(
      "init",
      place.path("xua.scb"),
      "--unit",
      "08173",
      "--on",
      "01/06/2019",
    );
    expect(then).toMatchObject({ unitName: "Xã Năng Yên", on: "2019-06-01" });
    const stats = await place.json<Stats>("stats", place.path("nay.scb"), "--unit", "08173");
    expect(stats.rows).toMatchObject([{ unitCode: "08173", total: 0 }]);
    expect(filesLike(place.folder, "nay")).toEqual(["nay.scb"]);
    const { code, stdout } = await place.run(
      "init",
      place.path("ba.scb"),
      "--unit",
      "08206",
      "--on",
      "2021-10-01",
    );
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^Đã lập sổ .*ba\.scb cho Xã Chí Tiên/)]);
  });
});

describe("sample", () => {
  it("makes the same people from the same seed and others from another", async () => {
    const names = async (file: string, seed: string) => {
      await place.json("sample", place.path(file), "--seed", seed);
      const { people } = await place.json<{ people: { name: string }[] }>("people", place.path(file));
      return people.map(({ name }) => name);
    };
    const first = await names("mau-7.scb", "7");
    expect(await names("mau-7-lai.scb", "7")).toEqual(first);
    expect(await names("mau-8.scb", "8")).not.toEqual(first);
  });

  it("says on standard error how far it is, and the result on standard output", async () => {
    const { code, stdout, stderr } = await place.run("sample", place.path("mau-noi.scb"));
    expect([code, stdout.split("\n").length]).toEqual([0, 2]);
    expect(stdout).toMatch(/^Đã tạo sổ mẫu .*01\/10\/2021\.\n$/);
    expect(stderr).toMatch(/^Đang tạo sổ mẫu: [\d.]+ hồ sơ\n/);
  });
});

describe("add and edit", () => {
  it("add a person with a post and a degree, and the figures follow", async () => {
    const roster = await place.thanhBa();
    const figures = async () => (await place.json<Stats>("stats", roster, "--unit", "08173")).rows[0];
    const before = await figures();
    const person = await place.json<Row>(
      "add",
      roster,
      "official",
      "fullName=Nguyễn Thị Bích Hường",
      "sex=nữ",
      "birth=5/1985",
    );
    expect(person).toMatchObject({ entity: "official", fields: { sex: "female", birth: "1985-05" } });
    const owner = `official=${person.id}`;
    const post = await place.json<Row>(
      "add",
      roster,
      "assignment",
      owner,
      "unit=08173",
      "post=Tài chính - kế toán",
      "from=01/06/2021",
      "main=có",
    );
    expect(post.fields).toMatchObject({ official: person.id, from: "2021-06-01", main: true, to: null });
    expect((await figures())?.total).toBe((before?.total ?? 0) + 1);
    await place.json(
      "add",
      roster,
      "qualification",
      owner,
      "kind=Chuyên môn",
      "level=Cao đẳng",
      "granted=2006",
    );
    expect(await figures()).toMatchObject({
      professional: { notMet: (before?.professional.notMet ?? 0) + 1 },
    });
    const degree = await place.json<Row>(
      "add",
      roster,
      "qualification",
      owner,
      "kind=professional",
      "level=university",
      "granted=2020-09",
    );
    expect(await figures()).toMatchObject({ professional: { met: (before?.professional.met ?? 0) + 1 } });

    const edited = await place.json<Row>(
      "edit",
      roster,
      "qualification",
      degree.id,
      "level=thạc sĩ",
      "granted=",
    );
    expect(edited.fields).toMatchObject({ level: "master", granted: null });
    await place.json(
      "edit",
      roster,
      "assignment",
      post.id,
      "to=30/09/2021",
      "endReason=thôi việc",
      "--reason",
      "Nghỉ",
    );
    expect(await lastChange(roster)).toMatchObject({
      action: "edit",
      user: "Văn phòng",
      reason: "Nghỉ",
      official: { id: person.id, fullName: "Nguyễn Thị Bích Hường" },
      ops: 1,
    });
    expect((await figures())?.total).toBe(before?.total);
  });

  it("print the row in words, and say when nothing differed", async () => {
    const roster = await place.thanhBa();
    const { people } = await place.json<{ people: { id: string }[] }>("people", roster, "--unit", "08173");
    const words = ["edit", roster, "official", people[0]?.id ?? "", "religion=Không", "birth=02/1965"];
    const first = await place.run(...words);
    expect([first.code, first.stderr]).toEqual([0, ""]);
    expect(first.stdout).toMatch(/^birth +Ngày sinh +02\/1965$/m);
    const change = (await lastChange(roster)).id;
    const again = await place.run(...words);
    expect(again).toMatchObject({
      code: 0,
      stdout: first.stdout,
      stderr: expect.stringContaining("không ghi thay đổi"),
    });
    expect((await lastChange(roster)).id).toBe(change);
  });

  it("reach the catalog as the screen does: a unit's flags lower what is asked for", async () => {
    const roster = await place.thanhBa();
    const met = async () =>
      (await place.json<Stats>("stats", roster, "--unit", "08161", "--as-of", "2021-10-01")).rows[0];
    const before = await met();
    const { people } = await place.json<{ people: { id: string }[] }>("people", roster, "--unit", "08161");
    const record = await place.json<{ serving: { unitId: string } }>("show", roster, people[0]?.id ?? "");
    const flags = "areaFlags=Miền núi; UBND tỉnh đã quy định mức trình độ thấp hơn";
    const unit = await place.json<Row>("edit", roster, "unit", record.serving.unitId, flags);
    expect(unit.fields["areaFlags"]).toBe("mountain provincialReduction");
    expect((await met())?.professional.met).toBeGreaterThan(before?.professional.met ?? 99);
    expect(await lastChange(roster)).toMatchObject({ action: "catalog" });
  });

  it("add a post and use it, and refuse a second one of the same key", async () => {
    const roster = await place.thanhBa();
    const words = ["add", roster, "post", "key=culture2", "name=Phụ trách văn hóa", "group=civilServant"];
    await place.json(...words, "category=Công chức", "order=400");
    const { people } = await place.json<{ people: { id: string }[] }>("people", roster, "--unit", "08173");
    const added = await place.json<Row>(
      "add",
      roster,
      "assignment",
      `official=${people[0]?.id}`,
      "unit=Xã Quảng Yên",
      "post=phu trach van hoa",
      "from=2021",
    );
    expect(added.fields["from"]).toBe("2021");
    const again = await place.run(...words, "category=congChuc", "order=401", "--json");
    expect(again.code).toBe(1);
    expect(JSON.parse(again.stderr)).toMatchObject({
      error: { code: "validation", issues: [{ field: "key", reason: "keyTaken" }] },
    });
  });
});

describe("remove, undo and log", () => {
  it("take a person away and bring them back with all rows", async () => {
    const roster = await place.thanhBa();
    const { people } = await place.json<{ people: { id: string }[] }>("people", roster, "--unit", "08173");
    const id = people[0]?.id ?? "";
    const record = await place.json("show", roster, id);
    const gone = await place.run("remove", roster, "official", id, "--reason", "Nhập trùng");
    expect([gone.code, gone.stderr]).toEqual([0, ""]);
    const removal = await lastChange(roster);
    expect(removal).toMatchObject({ action: "remove", reason: "Nhập trùng", official: { id } });
    expect((await place.run("show", roster, id)).code).toBe(1);
    expect((await place.run("log", roster, "--limit", "1")).stdout).toContain("(đã xóa)");

    const undone = await place.json<{ undone: number; changeId: number }>("undo", roster);
    expect(undone.undone).toBe(removal.id);
    const back = await place.json("show", roster, id);
    expect({ ...(back as object), lastChange: null }).toEqual({ ...(record as object), lastChange: null });
    const { changes } = await place.json<{ changes: Change[] }>("log", roster, "--limit", "2");
    expect(changes).toMatchObject([
      { id: undone.changeId, action: "undo", undoes: removal.id, undoneBy: null },
      { id: removal.id, undoneBy: undone.changeId },
    ]);
    await place.json("undo", roster, String(undone.changeId));
    expect(await lastChange(roster)).toMatchObject({ action: "redo", undoes: undone.changeId });
  });

  it("remove one row of a person", async () => {
    const roster = await place.thanhBa();
    const { people } = await place.json<{ people: { id: string }[] }>("people", roster, "--unit", "08173");
    const id = people[0]?.id ?? "";
    interface Record {
      readonly rows: { readonly qualification: readonly { id: string }[] };
    }
    const before = await place.json<Record>("show", roster, id);
    const row = before.rows.qualification[0]?.id ?? "";
    await place.json("remove", roster, "qualification", row, "--reason", "Ghi nhầm");
    const after = await place.json<Record>("show", roster, id);
    expect(after.rows.qualification).toEqual(before.rows.qualification.filter((one) => one.id !== row));
    const { changes } = await place.json<{ changes: Change[] }>("log", roster, "--official", id);
    expect(changes[0]).toMatchObject({ reason: "Ghi nhầm" });
  });

  it("never undo the making of the roster", async () => {
    const roster = await place.thanhBa();
    const { changes } = await place.json<{ changes: Change[] }>("log", roster, "--limit", "100");
    for (const words of [
      ["undo", roster],
      ["undo", roster, String(changes.at(-1)?.id)],
    ]) {
      const { code, stdout, stderr } = await place.run(...words, "--json");
      expect([code, stdout]).toEqual([1, ""]);
      expect(JSON.parse(stderr)).toMatchObject({ error: { code: "undo-nothing" } });
    }
    expect((await place.json<{ ok: boolean }>("verify", roster)).ok).toBe(true);
  });
});

describe("report", () => {
  it.each(["csv", "xlsx"])("writes %s, whole, and leaves the roster as it was", async (format) => {
    const roster = await place.thanhBa();
    const before = hashOf(roster);
    const out = place.path(`bao-cao-${format}`);
    mkdirSync(out);
    const words = ["report", roster, "--form", "standards-by-commune", "--format", format, "--out", out];
    const { files } = await place.json<{ files: { path: string; sha256: string; bytes: number }[] }>(
      ...words,
    );
    expect(files).toHaveLength(1);
    for (const { path, sha256, bytes } of files) {
      expect(path.endsWith(`.${format}`)).toBe(true);
      expect(createHash("sha256").update(readFileSync(path)).digest("hex")).toBe(sha256);
      expect(statSync(path).size).toBe(bytes);
    }
    expect(filesLike(out, "")).toHaveLength(1);
    expect(hashOf(roster)).toBe(before);
  });

  it("writes a layout that was added and changed, and says in one sentence what is wrong with it", async () => {
    const roster = await place.thanhBa();
    const out = place.path("bao-cao-rieng");
    mkdirSync(out);
    const columns = [
      { key: "unit", title: "Xã", value: { kind: "label" }, widthMm: 60 },
      { key: "all", title: "Số người", value: { kind: "figure", of: {} }, widthMm: 20 },
    ];
    const table = {
      kind: "cross",
      rows: { each: "unit" },
      columns,
      measure: "people",
      filter: {},
      numbered: false,
    };
    const definition = JSON.stringify({ fileName: "Biểu 01", blocks: [{ ...table, total: "Cộng" }] });
    const fields = ["key=bieu-01", "form=standards-by-commune", "name=Biểu 01", `definition=${definition}`];
    const added = await place.json<{ fields: { definition: string } }>("add", roster, "layout", ...fields);
    expect(JSON.parse(added.fields.definition)).toEqual(JSON.parse(definition));
    const words = ["report", roster, "--form", "bieu-01", "--format", "csv", "--out", out];
    expect((await place.run(...words)).code).toBe(0);
    const text = readFileSync(`${out}/Bieu 01.csv`, "utf8");
    expect(text.split("\r\n").at(0)).toBe("\uFEFFXã;Số người");
    expect(text).toContain("\r\nCộng;478\r\n");

    await place.json("edit", roster, "layout", "bieu-01", "definition={");
    const { code, stderr } = await place.run(...words);
    expect(code).toBe(1);
    expect(stderr).toBe(
      "Mẫu báo cáo riêng “bieu-01” không dùng được vì sai ở “JSON”; chưa xuất tệp nào, hãy sửa nội dung mẫu.\n",
    );
    const unknown = await place.run("report", roster, "--form", "x", "--format", "csv", "--out", out);
    expect(unknown.stderr).toContain([...forms.map(({ key }) => key), "bieu-01"].join(", "));
  });

  it("prints what the table prints", async () => {
    const roster = await place.thanhBa();
    const out = place.path("bao-cao-quang-yen");
    mkdirSync(out);
    const { code, stdout } = await place.run(
      "report",
      roster,
      "--form",
      "standards-by-commune",
      "--format",
      "csv",
      "--out",
      out,
      "--unit",
      "08173",
    );
    expect(code).toBe(0);
    const [file = ""] = filesLike(out, "");
    expect(stdout).toContain(file);
    const text = readFileSync(`${out}/${file}`, "utf8");
    expect(text).toContain("Quảng Yên");
    expect(text).not.toContain("Chí Tiên");
  });
});
