// Guards that a session finds whom `due` finds, writes all of its papers or nothing, that "đã nâng" is one change which one
// undo takes back, and that what cannot be meant is refused in one sentence.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CliPlace, cliPlace, expectSentence } from "../../testing/command-line";
import { convertAllWithOffice, hasLibreOffice } from "../../testing/libre-office";
import { pagesOfPdf } from "../../testing/pdf-text";

interface Line {
  readonly person: { readonly id: string; readonly name: string };
  readonly next: { readonly kind: string; readonly step: number; readonly on: string };
  readonly delays: readonly { readonly months: number; readonly why: string }[];
  readonly problem?: string;
}
interface Session {
  readonly due: readonly Line[];
  readonly overdue: readonly Line[];
  readonly unknown: readonly Line[];
  readonly mismatch: readonly Line[];
  readonly written: { readonly path: string; readonly files: readonly string[] } | null;
}
interface Due {
  readonly items: readonly { readonly person: { readonly id: string }; readonly on: string }[];
  readonly unknown: readonly unknown[];
}

let place: CliPlace;
let roster: string;
beforeAll(async () => {
  place = cliPlace();
  roster = await place.thanhBa();
});
afterAll(() => place.remove());

const session = (month: string, ...more: string[]) =>
  place.json<Session>("salary-session", roster, "--month", month, ...more);

describe("salary-session", () => {
  it("finds whom due finds, and tells those of whom it is not known from those who do not fit", async () => {
    const quarter = await session("2021-10", "--months", "3");
    const due = await place.json<Due>(
      "due",
      roster,
      "--from",
      "2021-10-01",
      "--to",
      "2021-12-31",
      "--kind",
      "salaryStep",
    );
    const known = (lines: Session["due"]) =>
      lines.map(({ person, next }) => `${person.id} ${next.on}`).sort();
    expect(known(quarter.due)).toEqual(due.items.map(({ person, on }) => `${person.id} ${on}`).sort());
    expect(quarter.due.length).toBeGreaterThan(10);
    expect(quarter.unknown.length + quarter.mismatch.length).toBe(due.unknown.length);
    expect(quarter.mismatch.map(({ problem }) => problem)).toEqual([
      "coefficientUnlikeStep",
      "coefficientUnlikeStep",
    ]);
    const later = await session("2021-11");
    const october = await session("2021-10");
    expect(later.overdue.map(({ person }) => person.id).sort()).toEqual(
      october.due.map(({ person }) => person.id).sort(),
    );
  });

  it("says why a step is put off", async () => {
    const { due } = await session("2022-01", "--months", "6");
    const delayed = due.filter(({ delays }) => delays.length > 0);
    expect(delayed.length).toBeGreaterThan(0);
    for (const { delays } of delayed) {
      for (const { why, months } of delays) {
        expect(months).toBe(6);
        expect(why).toMatch(/^(khiển trách|cảnh cáo|không hoàn thành).*: 6 tháng$/);
      }
    }
    const { stdout } = await place.run("salary-session", roster, "--month", "2022-01", "--months", "6");
    expect(stdout).toContain(delayed[0]?.delays[0]?.why);
    expect(stdout).toContain("Lệch hệ số: 2");
  });

  const texts = hasLibreOffice("texts");

  it.skipIf(!texts)(
    "writes minutes, request and a decision a person, which an office program opens",
    async () => {
      const folder = place.path("ho-so");
      mkdirSync(folder);
      const { due, written } = await session("2021-10", "--out", folder);
      const files = written?.files ?? [];
      expect(files).toHaveLength(due.length + 2);
      expect(readdirSync(folder)).toHaveLength(1);
      expect(readdirSync(written?.path ?? "").sort()).toEqual([...files].sort());
      const shown = files.slice(0, 3).map((file) => readFileSync(join(written?.path ?? "", file)));
      const [minutes = "", request = "", decision = ""] = convertAllWithOffice(shown, "docx", "pdf").map(
        (pdf) => pagesOfPdf(pdf).join(" ").replaceAll(/\s+/gu, " "),
      );
      for (const text of [minutes, request, decision])
        expect(text).toContain("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
      expect(minutes).toContain("Họp Hội đồng xét nâng bậc lương tháng 10 năm 2021");
      expect(minutes).toContain(`${due.length} người đến kỳ`);
      expect(minutes).toContain("CHỦ TRÌ");
      expect(request).toContain("TỜ TRÌNH");
      expect(request).toContain("Nơi nhận:");
      const [first] = due;
      for (const words of [
        "QUYẾT ĐỊNH",
        "Căn cứ Nghị định số 204/2004/NĐ-CP",
        "Điều 1.",
        "Điều 3.",
        "Số: ………/QĐ-",
      ])
        expect(decision).toContain(words);
      expect(decision).toContain(first?.person.name);
      expect(decision).toContain(`${first?.next.step}/`);

      const again = await place.run("salary-session", roster, "--month", "2021-10", "--out", folder);
      expect(again).toMatchObject({ code: 1, stdout: "" });
      expectSentence(again.stderr);
      expect(readdirSync(folder)).toHaveLength(1);
      expect(readdirSync(written?.path ?? "")).toHaveLength(files.length);
    },
  );

  it.each([
    ["2021-13", []],
    ["10/2021", []],
    ["thang-10", []],
    ["2021-10", ["--out", "khong-co"]],
    ["2021-10", ["--unit", "khong-co"]],
  ])("refuses %s %j with one sentence, and writes nothing", async (month, more) => {
    const options = more.map((word) => (word === "khong-co" ? place.path(word) : word));
    const { code, stdout, stderr } = await place.run("salary-session", roster, "--month", month, ...options);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expectSentence(stderr);
    expect(existsSync(place.path("khong-co"))).toBe(false);
  });

  it("is not held up by what a power cut left of an earlier run, and leaves it be", async () => {
    const folder = place.path("con-lai");
    mkdirSync(folder);
    const made = ["salary-session", roster, "--month", "2021-10", "--out", folder] as const;
    const first = await place.json<{ written: { path: string } | null }>(...made);
    const path = first.written?.path ?? "";
    renameSync(path, `${path}.part`);
    const second = await place.json<{ written: { path: string } | null }>(...made);
    expect(second.written?.path).toBe(path);
    expect(readdirSync(folder).sort()).toEqual([basename(path), `${basename(path)}.part`].sort());
  });

  it("refuses a file in place of a folder, and a time in which nobody is due", async () => {
    const file = place.path("tep");
    writeFileSync(file, "");
    const onFile = await place.run("salary-session", roster, "--month", "2021-10", "--out", file);
    expect(onFile.code).toBe(1);
    expectSentence(onFile.stderr);
    const nobody = await place.run("salary-session", roster, "--month", "1990-10", "--out", place.folder);
    expect(nobody.code).toBe(1);
    expectSentence(nobody.stderr);
  });
});

describe("salary-done", () => {
  const done = (...more: string[]) => place.run("salary-done", roster, "--user", "Thử", ...more);

  it("writes the next step of everybody as one change, which one undo takes back", async () => {
    const before = await session("2021-10");
    const written = await done(
      "--month",
      "2021-10",
      "--all",
      "--number",
      "15/QĐ-UBND",
      "--date",
      "2021-10-05",
    );
    expect(written).toMatchObject({ code: 0 });
    const after = await session("2021-10");
    expect(after.due).toEqual([]);
    const { rows } = await place.json<{ rows: { salary: { fields: Record<string, unknown> }[] } }>(
      "show",
      roster,
      before.due[0]?.person.id ?? "",
    );
    const [newest] = rows.salary;
    expect(newest?.fields).toMatchObject({
      from: before.due[0]?.next.on,
      step: before.due[0]?.next.step,
      decisionNumber: "15/QĐ-UBND",
      decisionDate: "2021-10-05",
    });
    const twice = await done("--month", "2021-10", "--people", before.due[0]?.person.id ?? "");
    expect(twice.code).toBe(1);
    expectSentence(twice.stderr);
    expect((await place.run("undo", roster)).code).toBe(0);
    expect(await session("2021-10")).toEqual(before);
  });

  it("refuses whoever is not due or does not fit, with all the others", async () => {
    const { due, mismatch, unknown } = await session("2021-10");
    const first = due[0]?.person.id ?? "";
    // A clerk knows people by their names.
    for (const [id, words] of [
      [mismatch[0]?.person.id ?? "", `${mismatch[0]?.person.name} có hệ số không khớp`],
      [unknown[0]?.person.id ?? "", `${unknown[0]?.person.name} chưa tính được`],
      ["00000000-0000-4000-8000-000000000000", "00000000"],
    ] as const) {
      const { code, stderr } = await done("--month", "2021-10", "--people", first, id);
      expect(code).toBe(1);
      expectSentence(stderr);
      expect(stderr).toContain(words);
    }
    expect(await session("2021-10")).toMatchObject({ due });
    expect((await done("--month", "2021-10")).code).toBe(2);
    expect((await done("--month", "2021-10", "--all", "--people", first)).code).toBe(2);
    expect((await done("--month", "1990-10", "--all")).code).toBe(1);
  });
});
