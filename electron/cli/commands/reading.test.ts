import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { statuses } from "../../../shared/standards/types";
import { type CliPlace, cliPlace, filesLike, hashOf } from "../../testing/command-line";

interface Counts {
  readonly total: number;
  readonly professional: Record<string, number>;
  readonly politicalTheory: Record<string, number>;
  readonly both: Record<string, number>;
}
interface Stats {
  readonly asOf: string;
  readonly standardSets: readonly Record<string, unknown>[];
  readonly rows: readonly (Counts & { unitCode: string; unitName: string })[];
  readonly total: Counts;
}
interface Person {
  readonly id: string;
  readonly name: string;
  readonly unitCode: string;
  readonly findings: readonly Record<string, unknown>[];
}
interface People {
  readonly count: number;
  readonly people: readonly Person[];
}

let place: CliPlace;
let roster: string;
beforeAll(async () => {
  place = cliPlace();
  roster = await place.thanhBa();
});
afterAll(() => place.remove());

describe("stats", () => {
  it("prints the published figures, for the day the sample was made for", async () => {
    const { asOf, rows, total } = await place.json<Stats>("stats", roster);
    expect(asOf).toBe("2021-10-01");
    expect(rows).toHaveLength(19);
    expect(total).toMatchObject({ total: 478, professional: { met: 386 }, politicalTheory: { met: 461 } });
    expect(rows.find(({ unitCode }) => unitCode === "08173")).toMatchObject({
      unitName: "Xã Quảng Yên",
      total: 33,
      professional: { met: 31 },
      politicalTheory: { met: 31 },
      both: { met: 31 },
    });
  });

  it("prints exactly the promised document", async () => {
    const document = await place.json<Stats>("stats", roster);
    expect(Object.keys(document)).toEqual([
      "asOf",
      "kinds",
      "standardSets",
      "rules",
      "rows",
      "total",
      "unposted",
    ]);
    const figures = ["total", "professional", "politicalTheory", "both", "mainUnclear", "uncovered"];
    expect(Object.keys(document.total)).toEqual(figures);
    for (const row of document.rows) {
      expect(Object.keys(row)).toEqual(["unitId", "unitCode", "unitName", ...figures]);
      for (const counts of [row.professional, row.politicalTheory, row.both]) {
        expect(statuses.reduce((sum, status) => sum + (counts[status] ?? Number.NaN), 0)).toBe(row.total);
      }
      for (const { unverified, assumed } of [row.professional, row.politicalTheory]) {
        expect([typeof unverified, typeof assumed]).toEqual(["number", "number"]);
      }
    }
  });

  it("says how many people were judged by rules that nobody compared with the text, and opens them", async () => {
    const { total } = await place.json<Stats>("stats", roster);
    expect(total.professional["unverified"]).toBe(219);
    expect(total.politicalTheory["unverified"]).toBe(459);
    for (const standard of ["professional", "politicalTheory"] as const) {
      const words = ["people", roster, "--mark", "unverified", "--standard", standard];
      const { count, people } = await place.json<People>(...words);
      expect(count).toBe(total[standard]["unverified"]);
      const findings = people.map((one) => one.findings.find((finding) => finding["standard"] === standard));
      expect(findings.every((finding) => finding?.["verified"] === false)).toBe(true);
    }
    const { stdout } = await place.run("stats", roster);
    expect(stdout).toContain("Theo quy định chưa đối chiếu văn bản: Chuyên môn 219 người; LLCT 459 người");
    expect(stdout).toContain("Quyết định số 04/2004/QĐ-BNV (chưa đối chiếu văn bản)");
  });

  it("says until when grace runs, in the table, in the list and on the record", async () => {
    const { total } = await place.json<Stats>("stats", roster);
    const grace = total.professional["grace"] ?? 0;
    expect(grace).toBeGreaterThan(0);
    const { stdout } = await place.run("stats", roster);
    expect(stdout).toContain(`Trong thời hạn hoàn thiện: Chuyên môn ${grace} người (đến hết 25/12/2024)`);
    const words = ["people", roster, "--standard", "professional", "--status", "grace"];
    const { people } = await place.json<People>(...words);
    for (const { findings } of people) expect(findings[0]).toMatchObject({ graceUntil: "2024-12-25" });
    const until = /Trong thời hạn hoàn thiện đến 25\/12\/2024/;
    expect((await place.run(...words)).stdout).toMatch(until);
    expect((await place.run("show", roster, people[0]?.id ?? "")).stdout).toMatch(until);
  });

  it("counts a unit with what is below it, and another day by other rules", async () => {
    const district = await place.json<Stats>("stats", roster, "--unit", "232");
    expect(district.total.total).toBe(478);
    const commune = await place.json<Stats>("stats", roster, "--unit", "08173", "--as-of", "1/9/2023");
    expect(commune.asOf).toBe("2023-09-01");
    expect(commune.rows.map(({ unitCode }) => unitCode)).toEqual(["08173"]);
    expect(commune.standardSets).not.toEqual(district.standardSets);
  });

  it("prints a table whose last row is the total", async () => {
    const { code, stdout, stderr } = await place.run("stats", roster);
    expect([code, stderr]).toEqual([0, ""]);
    const lines = stdout.trimEnd().split("\n");
    expect(lines[0]).toBe("Mức độ đạt chuẩn theo đơn vị tại ngày 01/10/2021");
    expect(lines.at(-1)).toMatch(/^ +Tổng cộng +478 +386\/478 +80,8–\d+,\d % .*461\/478 /);
    expect(lines.filter((line) => line.includes("Quảng Yên"))).toHaveLength(1);
  });

  it("as known on a day before the people were entered counts nobody", async () => {
    const before = await place.json<Stats>(
      "stats",
      roster,
      "--known-on",
      "2026-09-30",
      "--as-of",
      "2021-10-01",
    );
    expect(before.total.total).toBe(0);
    const after = await place.json<Stats>("stats", roster, "--known-on", "2026-10-01");
    expect(after).toEqual(await place.json<Stats>("stats", roster));
  });
});

describe("people", () => {
  it("opens as many people as every number of a unit's row says, and its complement the others", async () => {
    const { rows } = await place.json<Stats>("stats", roster, "--unit", "08173");
    const row = rows[0];
    if (row === undefined) throw new Error("no row");
    const all = await place.json<People>("people", roster, "--unit", "08173");
    expect(all.count).toBe(row.total);
    const cells = [
      ...statuses.map((status) => ["professional", status, row.professional[status] ?? -1] as const),
      ...statuses.map((status) => ["politicalTheory", status, row.politicalTheory[status] ?? -1] as const),
      ["both", "met", row.both["met"] ?? -1] as const,
    ];
    for (const [standard, status, count] of cells) {
      const words = ["people", roster, "--unit", "08173", "--standard", standard, "--status", status];
      const behind = await place.json<People>(...words);
      const others = await place.json<People>(...words, "--complement");
      expect([standard, status, behind.count, behind.people.length]).toEqual([
        standard,
        status,
        count,
        count,
      ]);
      const ids = [...behind.people, ...others.people].map(({ id }) => id);
      expect(new Set(ids)).toEqual(new Set(all.people.map(({ id }) => id)));
      expect(ids).toHaveLength(all.count);
    }
  });

  it("opens several statuses of a standard as one list, as long as their numbers together", async () => {
    const { total } = await place.json<Stats>("stats", roster);
    const words = ["people", roster, "--standard", "professional", "--status"];
    const several = await place.json<People>(...words, "grace, notMet");
    expect(several.count).toBe((total.professional["grace"] ?? 0) + (total.professional["notMet"] ?? 0));
    const found = new Set(several.people.map(({ findings }) => findings[0]?.status));
    expect(found).toEqual(new Set(["grace", "notMet"]));
    const others = await place.json<People>(...words, "grace,notMet", "--complement");
    expect(others.count).toBe(total.total - several.count);
  });

  it("prints exactly the promised document, with findings that carry the status asked for", async () => {
    const document = await place.json<People>(
      "people",
      roster,
      "--standard",
      "professional",
      "--status",
      "grace",
      "--as-of",
      "01/10/2021",
    );
    expect(Object.keys(document)).toEqual(["count", "people"]);
    expect(document.count).toBeGreaterThan(0);
    for (const person of document.people) {
      expect(Object.keys(person)).toEqual([
        "id",
        "name",
        "birth",
        "unitId",
        "unitCode",
        "post",
        "mainDoubt",
        "findings",
      ]);
      expect(person.findings.map(({ standard }) => standard)).toEqual(["professional", "politicalTheory"]);
      for (const finding of person.findings) {
        expect(Object.keys(finding)).toEqual([
          "standard",
          "status",
          "required",
          "majors",
          "actual",
          "setName",
          "clause",
          "verified",
          "graceUntil",
          "assumed",
          "missing",
        ]);
      }
      expect(person.findings[0]?.["status"]).toBe("grace");
    }
  });

  it("prints an empty list as a document and as a table", async () => {
    const words = ["people", roster, "--unit", "08173", "--standard", "both", "--status", "notApplicable"];
    expect(await place.json<People>(...words)).toEqual({ count: 0, people: [] });
    expect((await place.run(...words)).stdout).toMatch(/^0 người tại ngày 01\/10\/2021\n/);
  });

  it("prints a table in Vietnamese name order with what each person holds", async () => {
    const { stdout } = await place.run("people", roster, "--unit", "08173");
    const lines = stdout.trimEnd().split("\n");
    expect(lines[0]).toBe("33 người tại ngày 01/10/2021");
    expect(lines[1]).toBe("Tính: Cán bộ, Công chức");
    // Title, kinds, a blank line, two lines of headings; under the people what the marks behind their findings mean.
    expect(lines.slice(3 + 2 + 33)).toEqual(["", "[1] theo quy định chưa đối chiếu văn bản"]);
    expect(stdout).toMatch(/Đạt \(Đại học\)/);
  });
});

describe("show", () => {
  it("gives a person's rows with the ids that edit asks for", async () => {
    const { people } = await place.json<People>("people", roster, "--unit", "08173");
    const id = people[0]?.id ?? "";
    const record = await place.json<{
      id: string;
      rows: { assignment: { id: string; names: { unit: string } }[] };
    }>("show", roster, id);
    expect(record.id).toBe(id);
    expect(record.rows.assignment.length).toBeGreaterThan(0);
    const { stdout } = await place.run("show", roster, id);
    for (const row of record.rows.assignment) expect(stdout).toContain(row.id);
    expect(stdout).toContain(people[0]?.name);
  });
});

describe("the entities", () => {
  it("lists every entity, and one with the values that may be written", async () => {
    const all = await place.json<{ entities: { entity: string; fields: { field: string }[] }[] }>("describe");
    expect(all.entities.map(({ entity }) => entity)).toContain("qualification");
    const one = await place.json<typeof all>("describe", "assignment");
    expect(one.entities).toHaveLength(1);
    const post = one.entities[0]?.fields.find(({ field }) => field === "post");
    expect(post).toMatchObject({ type: "reference", entity: "post", required: true });
    expect(JSON.stringify(post)).toContain('"key":"peoplesCommitteeChair","name":"Chủ tịch UBND"');
    for (const { entity } of all.entities) expect((await place.run("describe", entity)).code).toBe(0);
  });
});

describe("verify", () => {
  it("says that a sound roster is whole", async () => {
    const report = await place.json<Record<string, unknown>>("verify", roster);
    expect(report).toMatchObject({ ok: true, writers: 1, problems: [] });
    expect(report["ops"]).toBeGreaterThan(478);
    expect((await place.run("verify", roster)).stdout).toMatch(/^Sổ nguyên vẹn: [\d.]+ thao tác/);
  });
});

describe("commands that only look", () => {
  it("leave the roster as it was and nothing beside it", async () => {
    const path = await place.thanhBa("nguyen-ven.scb");
    const before = hashOf(path);
    const { people } = await place.json<People>("people", path, "--unit", "08173");
    for (const words of [
      ["stats", path],
      ["stats", path, "--known-on", "2026-10-01"],
      ["show", path, people[0]?.id ?? ""],
      ["log", path],
      ["verify", path],
    ]) {
      expect([words[0], (await place.run(...words)).code]).toEqual([words[0], 0]);
    }
    expect(hashOf(path)).toBe(before);
    expect(filesLike(place.folder, "nguyen-ven")).toEqual(["nguyen-ven.scb"]);
  });
});
