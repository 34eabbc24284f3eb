// Guards the rules on the command line: listed with what holds on a day, written into a file and taken back, previewed
// exactly as they then judge, and refused in one sentence with nothing written.

import { readFileSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CliPlace, cliPlace, expectSentence, hashOf } from "../../testing/command-line";

let place: CliPlace;
let path: string;
beforeAll(async () => {
  place = cliPlace();
  path = await place.thanhBa();
});
afterAll(() => place.remove());

interface RulesDocument {
  readonly format: string;
  readonly version: number;
  readonly standardSets: { key: string; inUse?: boolean; rules: Record<string, unknown>[] }[];
}
interface Change {
  readonly changes: readonly {
    readonly person: string;
    readonly standard: string;
    from: string;
    to: string;
  }[];
  readonly byUnit: readonly {
    readonly unitCode: string;
    readonly people: number;
    readonly moves: readonly { readonly standard: string; from: string; to: string; people: number }[];
  }[];
  readonly uncovered: { readonly before: number; readonly after: number };
}
interface People {
  readonly people: readonly {
    readonly id: string;
    readonly findings: readonly { readonly standard: string; readonly status: string }[];
  }[];
}

/** Writes the rules of the roster into a file and changes them there. */
async function changed(name: string, change: (document: RulesDocument) => unknown): Promise<string> {
  const { files } = await place.json<{ files: { path: string }[] }>(
    "rules-file export",
    path,
    place.path(name),
  );
  const file = files[0]?.path ?? "";
  const document = JSON.parse(readFileSync(file, "utf8")) as RulesDocument;
  const result = change(document);
  writeFileSync(file, JSON.stringify(typeof result === "object" && result !== null ? result : document));
  return file;
}

const switchOn = (document: RulesDocument) => {
  for (const set of document.standardSets) if (set.key === "tham-chieu-2025") set.inUse = true;
};
const circular = ({ standardSets }: RulesDocument) =>
  standardSets
    .find(({ key }) => key === "tt-13-2019")
    ?.rules.find((rule) => rule["minimumLevel"] === "university") ?? {};

async function statuses(asOf: string): Promise<ReadonlyMap<string, string>> {
  const { people } = await place.json<People>("people", path, "--as-of", asOf);
  return new Map(
    people.flatMap(({ id, findings }) =>
      findings.map(({ standard, status }) => [`${id} ${standard}`, status] as const),
    ),
  );
}

describe("rules", () => {
  it("lists every set, and says which hold on the day and which are not switched on", async () => {
    const { sets } = await place.json<{
      sets: { key: string; inForce: boolean; inUse: boolean; rules: unknown[] }[];
    }>("rules", path, "--as-of", "2026-11-01");
    expect(sets.filter(({ inForce }) => inForce).map(({ key }) => key)).toContain("nd-334-2025");
    expect(sets.find(({ key }) => key === "tham-chieu-2025")).toMatchObject({ inUse: false, inForce: false });
    expect(sets.every(({ rules }) => rules.length > 0)).toBe(true);
    const { stdout } = await place.run("rules", path, "--as-of", "2021-10-01");
    expect(stdout).toContain("Thông tư số 13/2019/TT-BNV (25/12/2019 – 31/07/2023; đang áp dụng)");
    expect(stdout).toContain(
      "  - Chuyên môn từ Đại học trở lên; Nhóm chức danh: Công chức chuyên môn, Công chức Tư pháp - hộ tịch; Hạn hoàn thiện: 25/12/2024;",
    );
  });
});

describe("a rules file", () => {
  it("of the roster itself changes nobody and nothing", async () => {
    const file = await changed("nguyen-ven.json", () => undefined);
    const change = await place.json<Change & { added: number; changed: number; changeId: number | null }>(
      "rules-file import",
      path,
      file,
      "--as-of",
      "2021-10-01",
    );
    expect(change).toMatchObject({ added: 0, changed: 0, changes: [], byUnit: [], changeId: null });
  });

  it("is previewed with nothing written, and then judges as previewed", async () => {
    const asOf = "2021-10-01";
    const file = await changed("ha-muc.json", (document) => {
      circular(document)["minimumLevel"] = "intermediate";
    });
    const untouched = hashOf(path);
    const before = await statuses(asOf);
    const preview = await place.json<Change>("rules-preview", path, file, "--as-of", asOf);
    const dry = await place.json<Change>("rules-file import", path, file, "--dry-run", "--as-of", asOf);
    expect(dry).toMatchObject({
      changes: preview.changes,
      byUnit: preview.byUnit,
      dryRun: true,
      changeId: null,
    });
    expect(hashOf(path)).toBe(untouched);
    expect(preview.changes.length).toBeGreaterThan(0);

    await place.json("rules-file import", path, file, "--as-of", asOf);
    const after = await statuses(asOf);
    const effect = [...before].flatMap(([key, from]) =>
      after.get(key) === from ? [] : [[key, from, after.get(key)]],
    );
    const told = preview.changes.map(({ person, standard, from, to }) => [`${person} ${standard}`, from, to]);
    expect(told.sort()).toEqual(effect.sort());
    const moved = preview.byUnit.flatMap(({ moves }) => moves).reduce((sum, { people }) => sum + people, 0);
    expect(moved).toBe(effect.length);
    await place.json("undo", path);
    expect(await statuses(asOf)).toEqual(before);
  });

  it("that ends a rule later tells nothing of the day asked about, and of the day after the end what then holds", async () => {
    const asOf = "2021-10-01";
    const file = await changed("ket-thuc.json", (document) => {
      circular(document)["validTo"] = "2021-11-30";
    });
    const preview = await place.json<Change & { laterDays: (Change & { asOf: string })[] }>(
      "rules-preview",
      path,
      file,
      "--as-of",
      asOf,
    );
    expect(preview.changes).toEqual([]);
    const [first] = preview.laterDays;
    expect(first?.asOf).toBe("2021-12-01");
    expect(first?.changes.length).toBeGreaterThan(0);
    const { stdout } = await place.run("rules-preview", path, file, "--as-of", asOf);
    expect(stdout).toContain("Tại ngày 01/12/2021:");
    const before = await statuses("2021-12-01");
    await place.json("rules-file import", path, file, "--as-of", asOf);
    const after = await statuses("2021-12-01");
    await place.json("undo", path);
    const effect = [...before].flatMap(([key, from]) =>
      after.get(key) === from ? [] : [[key, from, after.get(key)]],
    );
    const told = first?.changes.map(({ person, standard, from, to }) => [`${person} ${standard}`, from, to]);
    expect(told?.sort()).toEqual(effect.sort());
  });

  it("switches the set of reference on, after which nobody is without a rule", async () => {
    const asOf = "2025-11-01";
    const file = await changed("bat.json", switchOn);
    const preview = await place.json<Change>("rules-preview", path, file, "--as-of", asOf);
    expect(preview.uncovered.before).toBeGreaterThan(400);
    expect(preview.uncovered.after).toBe(0);
    await place.json("rules-file import", path, file);
    const { total } = await place.json<{ total: { total: number; uncovered: number } }>(
      "stats",
      path,
      "--as-of",
      asOf,
    );
    expect(total.uncovered).toBe(0);
    const { code, stdout } = await place.run("rules-preview", path, file, "--as-of", asOf);
    expect(code).toBe(0);
    expect(stdout).toContain("Số người đổi tình trạng: 0");
    await place.json("edit", path, "standardSet", "tham-chieu-2025", "inUse=false");
    const off = await place.json<{ total: { uncovered: number } }>("stats", path, "--as-of", asOf);
    expect(off.total.uncovered).toBe(preview.uncovered.before);
  });

  it.each<[string, (document: RulesDocument) => unknown, string]>([
    ["newer", (document) => ({ ...document, version: 2 }), "rules-file-newer"],
    ["foreign", () => ({ hello: "world" }), "rules-file-foreign"],
    [
      "strange",
      (document) => {
        circular(document)["minimumLevl"] = "college";
      },
      "rules-file-field",
    ],
    [
      "level",
      (document) => {
        circular(document)["minimumLevel"] = "professor";
      },
      "validation",
    ],
    [
      "contradiction",
      (document) => {
        const set = document.standardSets.find(({ key }) => key === "tt-13-2019");
        const { id: _, ...rule } = circular(document);
        set?.rules.push({ ...rule, clause: "Điều 2", minimumLevel: "college" });
      },
      "rules-contradict",
    ],
  ])(
    "that cannot stand (%s) is refused in one sentence, and nothing is written",
    async (name, change, code) => {
      const file = await changed(`${name}.json`, change);
      const before = hashOf(path);
      for (const words of [
        ["rules-preview", path, file],
        ["rules-file import", path, file],
        ["rules-file import", path, file, "--dry-run"],
      ]) {
        const { code: exit, stdout, stderr } = await place.run(...words);
        expect([exit, stdout]).toEqual([1, ""]);
        expectSentence(stderr);
        const asJson = await place.run(...words, "--json");
        expect((JSON.parse(asJson.stderr) as { error: { code: string } }).error.code).toBe(code);
      }
      expect(hashOf(path)).toBe(before);
    },
  );

  it("that is not there or is a folder is refused in one sentence", async () => {
    for (const name of ["khong-co.json", "."]) {
      const { code, stderr } = await place.run("rules-preview", path, place.path(name));
      expect(code).toBe(1);
      expectSentence(stderr);
    }
  });
});
