/**
 * Instants become days and hours in one place. A single `getDate()` elsewhere gives another figure on a PC that is set to
 * another zone, and nobody who sits in Việt Nam would ever see it.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");
const home = join("shared", "domain", "hanoi-time.ts");
/** Parts of an instant by the machine's zone, its words for them, and days cut out of an instant's text. */
const byTheMachine =
  /\.(?:get|set)(?:Date|Day|Month|FullYear|Hours|Minutes|TimezoneOffset)\(|\.toLocale(?:Date|Time)String\(|\.to(?:Date|Time)String\(|DateTimeFormat|toISOString\(\)|new Date\([^)]*,|\bTemporal\b/;
/** SQLite's clock and zone. */
const bySqlite = /strftime|'localtime'|\b(?:date|datetime|julianday)\('now'|CURRENT_(?:DATE|TIME)/;
/** The bug log's lines are for engineers, and a lock's note is read by programs; both keep the instant's own text. */
const instantsAsText = new Set([
  join("electron", "files", "bug-log.ts"),
  join("electron", "roster", "file", "roster-lock.ts"),
]);

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
}

describe("an instant", () => {
  it("is given a day and an hour in one place only", () => {
    const all = ["shared", "electron", "renderer"].flatMap(sources);
    expect(all.length).toBeGreaterThan(200);
    expect(all).toContain(home);
    const found = all
      .filter((path) => path !== home && !instantsAsText.has(path))
      .flatMap((path) =>
        readFileSync(join(root, path), "utf8")
          .split("\n")
          .flatMap((line, at) =>
            byTheMachine.test(line) || bySqlite.test(line) ? [`${path}:${at + 1} ${line.trim()}`] : [],
          ),
      );
    expect(found).toEqual([]);
  });
});
