// Guards that `report` writes the lists of the career screens by the options of their own map, and refuses in one sentence what
// a list has none of, without a file.
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { fieldsOf, listingKeys, listings } from "../../../shared/contract/schemas/listings";
import { type CliPlace, cliPlace, expectSentence } from "../../testing/command-line";
import { report } from "./report";

let place: CliPlace;
let roster: string;
let out: string;
let turn = 0;
beforeAll(async () => {
  place = cliPlace();
  roster = await place.thanhBa();
});
beforeEach(() => {
  out = join(place.folder, `ra-${++turn}`);
  mkdirSync(out);
});
afterAll(() => place.remove());

const day = ["--as-of", "2021-10-01"];
const written = (form: string, ...more: string[]) =>
  place.json<{ files: { path: string }[] }>(
    "report",
    roster,
    "--form",
    form,
    "--format",
    "csv",
    "--out",
    out,
    ...day,
    ...more,
  );
const run = (form: string, ...more: string[]) =>
  place.run("report", roster, "--form", form, "--format", "csv", "--out", out, ...day, ...more);

describe("the lists of the career screens on the command line", () => {
  it("are of the rest of the month of the one day that is named", async () => {
    const days = async (...more: string[]) => {
      const { items } = await place.json<{ items: unknown[] }>("due", roster, ...more, ...day);
      return items.length;
    };
    const lines = async (...more: string[]) => {
      const { files } = await written("due", ...more);
      const text = readFileSync(files[0]?.path ?? "", "utf8");
      return text.split("\n").filter((line) => /^\d+[,;]/.test(line)).length;
    };
    const from = await days("--from", "2021-12-15", "--to", "2021-12-31");
    expect(from).toBeGreaterThan(0);
    expect(await lines("--from", "2021-12-15")).toBe(from);
    const to = await days("--from", "2021-01-01", "--to", "2021-01-31");
    expect(await lines("--to", "2021-01-31")).toBe(to);
  });

  it.each(listingKeys)("%s is a form of `forms` whose options are those of `report`", async (key) => {
    const { forms } = await place.json<{ forms: { key: string; scope: boolean; personal: boolean }[] }>(
      "forms",
    );
    const { scope, personal } = listings[key];
    expect(forms.find((form) => form.key === key)).toMatchObject({ key, scope, personal });
    for (const name of fieldsOf(key)) expect(Object.keys(report.options)).toContain(name);
  });

  it.each(listingKeys)("%s is written without a question of its own, or says what it needs", async (key) => {
    const { code, stderr } = await run(key);
    const { needs } = listings[key];
    expect(code === 0).toBe(needs === null);
    if (needs === null) return;
    expectSentence(stderr);
    expect(stderr).toContain(`--${needs}`);
    expect(readdirSync(out)).toEqual([]);
  });

  it("writes a time and some kinds of what is due, and a kept plan by its name", async () => {
    const days = ["--from", "01/01/2022", "--to", "2022-12-31", "--kind", "retirement,salaryStep"];
    const { files } = await written("due", ...days, "--unit", "08173");
    expect(files).toHaveLength(1);
    const words = [
      "--standard",
      "professional",
      "--target",
      "90",
      "--by",
      "2022-12-31",
      "--name",
      "Năm 2022",
    ];
    await place.json("plan-training", roster, ...words, "--as-of", "2021-10-01");
    expect((await written("plan-sent", "--plan", "Năm 2022")).files).toHaveLength(1);
    expect((await written("plan-left", "--plan", "Năm 2022")).files).toHaveLength(1);
  });

  it.each([
    ["due", ["--from", "2022-02-01", "--to", "2022-01-01"], /sau ngày cuối/],
    ["due", ["--kind", "birthday"], /birthday/],
    ["due", ["--term", "2020-2025"], /mẫu due không dùng --term/],
    ["list", ["--from", "2022-01-01"], /mẫu list không dùng --from/],
    ["classes", ["--unit", "08173"], /mẫu classes không dùng --unit/],
    ["evaluations", ["--year", "99999"], /99999/],
    ["learners", ["--class", "Không có"], /“Không có”/],
    ["plan-sent", ["--plan", "018f0000-0000-7000-8000-00000000ffff"], /018f0000/],
    ["nominees", ["--term", "1900-1905"], /1900-1905/],
  ] as const)("refuses %s %j in a sentence", async (form, more, said) => {
    const { code, stderr } = await run(form, ...more);
    expect(code).not.toBe(0);
    expectSentence(stderr);
    expect(stderr).toMatch(said);
    expect(readdirSync(out)).toEqual([]);
  });
});
