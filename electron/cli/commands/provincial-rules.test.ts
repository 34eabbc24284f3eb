// Guards a province's text on top of the nation's: judged together, told where it asks less before anything is written, and
// holding as long as its base, whatever a file or another office brings.

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

const asOf = "2021-10-01";
const circular = "tt-13-2019";

interface Change {
  readonly changes: readonly { readonly standard: string; readonly from: string; readonly to: string }[];
  readonly weaker: readonly Record<string, unknown>[];
}
interface Counts {
  readonly total: { readonly professional: Record<string, number>; readonly uncovered: number };
}

/** A file with a set of the province that details the circular. */
function file(name: string, sets: readonly object[]): string {
  const written = place.path(`${name}.json`);
  writeFileSync(written, JSON.stringify({ format: "so-can-bo/rules", version: 1, standardSets: sets }));
  return written;
}
const province = (fields: object, ...rules: object[]) => ({
  key: "qd-tinh",
  name: "Quyết định của tỉnh (thử)",
  validFrom: "2021-01-01",
  basedOn: circular,
  ...fields,
  rules: rules.map((rule) => ({
    standard: "professional",
    postGroups: ["civilServant"],
    clause: "Điều 2",
    ...rule,
  })),
});
const professional = async () =>
  (await place.json<Counts>("stats", path, "--as-of", asOf)).total.professional;

describe("a provincial set", () => {
  it("that asks less is previewed with a warning that names both rules and levels", async () => {
    const lower = file("thap", [province({}, { minimumLevel: "college" })]);
    const untouched = hashOf(path);
    for (const words of [
      ["rules-preview", path, lower],
      ["rules-file import", path, lower, "--dry-run"],
    ]) {
      const { weaker } = await place.json<Change>(...words, "--as-of", asOf);
      expect(weaker).toEqual([
        expect.objectContaining({
          standard: "professional",
          weakness: "level",
          clause: "Điều 2",
          setName: "Quyết định của tỉnh (thử)",
          level: "college",
          baseLevel: "university",
        }),
      ]);
      const { stdout } = await place.run(...words, "--as-of", asOf);
      expect(stdout).toContain("Quy định thấp hơn văn bản gốc");
      expect(stdout).toMatch(
        /- “Điều 2” \(Quyết định của tỉnh \(thử\)\) quy định chuyên môn từ Cao đẳng, thấp hơn Đại học ở “/,
      );
    }
    expect(hashOf(path)).toBe(untouched);
  });

  it("that asks more takes the place of the nation's rule, and goes with it when it is ended or switched off", async () => {
    const before = await professional();
    const higher = file("cao", [province({}, { minimumLevel: "master" })]);
    const { weaker, changes } = await place.json<Change>("rules-file import", path, higher, "--as-of", asOf);
    expect(weaker).toEqual([]);
    expect(changes.length).toBeGreaterThan(0);
    const during = await professional();
    expect(during["met"]).toBeLessThan(before["met"] ?? 0);
    const asWritten = await place.json<{ sets: { key: string; inForce: boolean; basedOn?: string }[] }>(
      "rules",
      path,
      "--as-of",
      asOf,
    );
    expect(asWritten.sets.find(({ key }) => key === "qd-tinh")).toMatchObject({
      inForce: true,
      basedOn: circular,
    });

    await place.json("edit", path, "standardSet", circular, "inUse=false");
    const off = await place.json<{ sets: { key: string; inForce: boolean }[] }>(
      "rules",
      path,
      "--as-of",
      asOf,
    );
    expect(off.sets.find(({ key }) => key === "qd-tinh")?.inForce).toBe(false);
    const bare = await place.json<Counts>("stats", path, "--as-of", asOf);
    await place.json("undo", path);
    expect(await professional()).toEqual(during);

    await place.json("edit", path, "standardSet", circular, "validTo=2021-09-30");
    const ended = await place.json<Counts>("stats", path, "--as-of", asOf);
    expect(ended).toMatchObject({ total: bare.total });
    await place.json("undo", path);
  });

  it("travels by a rules file with its base named by key", async () => {
    const { files } = await place.json<{ files: { path: string }[] }>(
      "rules-file export",
      path,
      place.path("ra.json"),
    );
    const document = JSON.parse(readFileSync(files[0]?.path ?? "", "utf8")) as {
      standardSets: { key: string; basedOn?: string }[];
    };
    expect(document.standardSets.find(({ key }) => key === "qd-tinh")?.basedOn).toBe(circular);
    const again = await place.json<{ changed: number; added: number }>(
      "rules-preview",
      path,
      files[0]?.path ?? "",
    );
    expect(again).toMatchObject({ changed: 0, added: 0 });
  });

  it("is refused in one sentence where its base details it, is not known, or another claims the same", async () => {
    const before = hashOf(path);
    const circle = file("vong", [
      province({}, { minimumLevel: "master" }),
      { key: circular, name: "Thông tư", validFrom: "2019-12-25", basedOn: "qd-tinh", rules: [] },
    ]);
    const unknown = file("la", [province({ basedOn: "khong-co" }, { minimumLevel: "master" })]);
    const twin = file("trung", [
      province({ key: "qd-tinh-2", name: "Quyết định khác" }, { minimumLevel: "doctor", clause: "Điều 9" }),
    ]);
    for (const [given, code] of [
      [circle, "rules-circle"],
      [unknown, "rules-file-reference"],
      [twin, "rules-contradict"],
    ] as const) {
      const { code: exit, stderr } = await place.run("rules-file import", path, given);
      expect(exit).toBe(1);
      expectSentence(stderr);
      const { stderr: asJson } = await place.run("rules-preview", path, given, "--json");
      expect((JSON.parse(asJson) as { error: { code: string } }).error.code).toBe(code);
    }
    const { stderr } = await place.run("edit", path, "standardSet", "qd-tinh", "basedOn=qd-tinh");
    expectSentence(stderr);
    expect(hashOf(path)).toBe(before);
  });
});
