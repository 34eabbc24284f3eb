/** Every example of the command line's page can be typed as it stands, one after the other. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type CliPlace, cliPlace } from "../testing/command-line";

const page = readFileSync(join(import.meta.dirname, "..", "..", "docs", "cli.md"), "utf8");
const examples = [...page.matchAll(/^so-can-bo --cli (.+)$/gmu)].map(([, line = ""]) => line);

let place: CliPlace;
let folder: string;

beforeAll(() => {
  place = cliPlace();
  folder = process.cwd();
  process.chdir(place.folder);
  // Files that the page shows and whoever reads it types into an editor.
  const [, list = ""] = /^(Mã;Tên;[^`]*)```/mu.exec(page) ?? [];
  writeFileSync("ton-giao.csv", list);
});
afterAll(() => {
  process.chdir(folder);
  place.remove();
});

/** Words as a shell parts them; the page uses no other quotes. */
function words(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/gu)].map(([, quoted, plain]) => quoted ?? plain ?? "");
}

it("has an example of each command that it tells of", () => {
  const told = [...page.matchAll(/^## ([a-z-]+)$/gmu)].map(([, name = ""]) => name);
  expect(told.length).toBeGreaterThan(8);
  expect(told.filter((name) => !examples.some((line) => line.startsWith(name)))).toEqual([]);
});

it.each(examples)("%s", async (line) => {
  const { code, stderr } = await place.run(...words(line));
  // Progress is told on standard error as well.
  expect({ code, refused: code === 0 ? "" : stderr }).toEqual({ code: 0, refused: "" });
});
