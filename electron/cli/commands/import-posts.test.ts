/** Several posts in one cell: asked once a text, written as rows of their own, and never taken for granted. */
import { writeFileSync } from "node:fs";
import { afterAll, expect, it } from "vitest";
import { cliPlace } from "../../testing/command-line";
import type { ImportDocument } from "../../services/import/document";

const place = cliPlace();
afterAll(() => place.remove());

type Imported = ImportDocument & { readonly changeId: number | null };
interface Row {
  readonly fields: Readonly<Record<string, unknown>>;
}

let made = 0;
async function empty(): Promise<string> {
  const path = place.path(`so-${++made}.scb`);
  await place.json("init", path, "--unit", "08173", "--on", "2026-01-01");
  return path;
}

function csv(...lines: readonly string[]): string {
  const path = place.path(`bang-${++made}.csv`);
  writeFileSync(path, `\uFEFF${lines.join("\n")}\n`);
  return path;
}

const take = (roster: string, file: string, ...options: readonly string[]) =>
  place.json<Imported>("import", roster, file, ...options);

async function assignments(roster: string, name: string): Promise<readonly Row["fields"][]> {
  const { people } = await place.json<{ people: { id: string; name: string }[] }>("people", roster);
  const id = people.find((one) => one.name === name)?.id ?? "";
  const { rows } = await place.json<{ rows: Record<string, readonly Row[]> }>("show", roster, id);
  return (rows["assignment"] ?? []).map(({ fields }) => fields);
}

const heading = "Họ và tên,Số CCCD,Chức vụ,Từ ngày";
const both = "Bí thư Đảng uỷ, Chủ tịch HĐND";
const key = `word:assignment.post:${both}`;
const list = [heading, `Nguyễn Văn Một,025075001234,"${both}",15/07/2025`] as const;
const allCells = 4;

const sum = ({ cells }: Imported) => cells.stored + cells.unchanged + cells.kept + cells.listed;

it("asks once of a text that names several posts, and keeps it whole where nobody answers", async () => {
  const roster = await empty();
  const file = csv(...list, `Lê Thị Hai,025080001234,"${both}",15/07/2025`);
  const asked = await take(roster, file);
  expect(asked.questions).toMatchObject([
    { key, count: 2, choices: [{ label: "Hai chức danh: Bí thư Đảng ủy (chính), Chủ tịch HĐND" }] },
  ]);
  // The day has no row to stand in either.
  expect(asked).toMatchObject({ added: 2, kept: 4 });
  expect(asked.problems.map(({ code }) => code)).toContain("severalPosts");
  expect(sum(asked)).toBe(2 * allCells);
  expect(asked.cells).toMatchObject({ stored: 4, kept: 4 });
});

it.each(["each", null])(
  "writes each post where it is answered, and the same file again nothing",
  async (said) => {
    const roster = await empty();
    const file = csv(...list);
    const offered = (await take(roster, file, "--dry-run")).questions[0]?.choices[0]?.value ?? "";
    const done = await take(roster, file, "--answer", `${key}=${said ?? offered}`);
    expect(done).toMatchObject({ added: 1, kept: 0, problems: [] });
    expect(sum(done)).toBe(allCells);
    const rows = await assignments(roster, "Nguyễn Văn Một");
    const [post, other] = offered.replace("each:", "").split("+");
    expect(rows).toHaveLength(2);
    expect(rows.find((row) => row["post"] === post)).toMatchObject({ kind: null, from: "2025-07-15" });
    expect(rows.find((row) => row["post"] === other)).toMatchObject({
      kind: "concurrent",
      from: "2025-07-15",
    });
    expect(new Set(rows.map((row) => row["unit"])).size).toBe(1);
    const again = await take(roster, file);
    expect(again).toMatchObject({
      added: 0,
      changed: 0,
      unchanged: 1,
      kept: 0,
      changeId: null,
      questions: [{ recalled: true }],
    });
    expect(sum(again)).toBe(allCells);
    // What the text means is known to the next list.
    const next = csv(heading, `Trần Văn Ba,025082001234,"${both}",2026`);
    expect(await take(roster, next)).toMatchObject({ added: 1, kept: 0, questions: [{ recalled: true }] });
    expect(await assignments(roster, "Trần Văn Ba")).toHaveLength(2);
    await place.json("undo", roster, String(done.changeId));
    const { people } = await place.json<{ people: { name: string }[] }>("people", roster);
    expect(people.map(({ name }) => name)).toEqual(["Trần Văn Ba"]);
  },
);

it("adds what is not on record to somebody who is, and leaves what is recorded of a post as it is", async () => {
  const roster = await empty();
  await take(roster, csv(heading, "Nguyễn Văn Một,025075001234,Bí thư Đảng ủy,20/07/2025"));
  const done = await take(
    roster,
    csv(heading, `Nguyễn Văn Một,025075001234,"${both}",`),
    "--answer",
    `${key}=each`,
  );
  expect(done).toMatchObject({ added: 0, changed: 1, kept: 0 });
  const rows = await assignments(roster, "Nguyễn Văn Một");
  expect(rows.map((row) => [row["from"], row["kind"]]).sort()).toEqual(
    [
      [null, "concurrent"],
      ["2025-07-20", null],
    ].sort(),
  );
  const turned = "Chủ tịch HĐND + Bí thư Đảng ủy";
  const other = await take(
    roster,
    csv(heading, `Nguyễn Văn Một,025075001234,${turned},`),
    "--answer",
    `word:assignment.post:${turned}=each`,
  );
  expect(other).toMatchObject({ changed: 0, unchanged: 1, kept: 0 });
});

it("keeps the text whole where its first post is a question of its own", async () => {
  const roster = await empty();
  await take(roster, csv(heading, "Nguyễn Văn Một,025075001234,Chủ tịch UBND,20/07/2021"));
  const file = csv(...list);
  const asked = await take(roster, file, "--answer", `${key}=each`);
  expect(asked.questions.map((one) => one.key)).toContain("whichRows:assignment");
  expect(asked).toMatchObject({ kept: 2 });
  expect(await assignments(roster, "Nguyễn Văn Một")).toHaveLength(1);
  const done = await take(roster, file, "--answer", `${key}=each`, "whichRows:assignment=new");
  expect(done).toMatchObject({ changed: 1, kept: 0 });
  const rows = await assignments(roster, "Nguyễn Văn Một");
  expect(rows.map((row) => [row["from"], row["to"], row["kind"]]).sort()).toEqual([
    ["2021-07-20", "2025-07-14", null],
    ["2025-07-15", null, null],
    ["2025-07-15", null, "concurrent"],
  ]);
});

it.each([
  ["Phó Chủ tịch UBND kiêm GĐ TTPVHCC", true],
  ["PCT UBND và CT MTTQ", true],
  ["Công chức Tư pháp - Hộ tịch kiêm Văn phòng", true],
  ["Bí thư Đảng ủy, cán bộ thú y", false],
])("asks of %s whether each is held: %s", async (text, isEach) => {
  const roster = await empty();
  const { questions } = await take(
    roster,
    csv(heading, `Nguyễn Văn Một,025075001234,"${text}",2026`),
    "--dry-run",
  );
  expect(questions.map((one) => [one.key, one.choices.length])).toEqual([
    [`word:assignment.post:${text}`, isEach ? 1 : 0],
  ]);
});
