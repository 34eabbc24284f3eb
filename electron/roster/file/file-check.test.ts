import { copyFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkRosterFile } from "./file-check";
import { testRoster } from "../../testing/rosters";

async function closedRoster() {
  const made = await testRoster();
  await made.roster.close();
  return made;
}

describe("a look at the file's head", () => {
  it("accepts a whole roster and one with more behind it", async () => {
    const { path } = await closedRoster();
    expect(() => checkRosterFile(path)).not.toThrow();
    truncateSync(path, statSync(path).size + 4096);
    expect(() => checkRosterFile(path)).not.toThrow();
  });

  it("sees a missing end without reading the file, however large it is", async () => {
    const { path } = await closedRoster();
    truncateSync(path, statSync(path).size - 1);
    expect(() => checkRosterFile(path)).toThrow(expect.objectContaining({ code: "roster-damaged" }));
  });

  it("does not judge by the head while changes wait beside the file, since they may complete it", async () => {
    const { path, folder } = await closedRoster();
    const cut = join(folder, "cut.scb");
    copyFileSync(path, cut);
    truncateSync(cut, statSync(cut).size - 4096);
    writeFileSync(`${cut}-journal`, "pending");
    expect(() => checkRosterFile(cut)).not.toThrow();
  });
});
