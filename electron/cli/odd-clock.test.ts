// A clock at either end of what a PC can show: every command answers, with its result or one sentence.
import { mkdirSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { bugLog } from "../files/bug-log";
import { type CliPlace, cliPlace, expectSentence, hashOf } from "../testing/command-line";
import { readingCalls } from "../testing/reading-commands";

/** The last and the first instant that a date can be, and one that none can. */
const clocks = [8.64e15, -8.64e15, 8.64e15 + 1];

describe.each(clocks)("with the clock at %d", (now) => {
  let place: CliPlace;
  let roster: string;
  beforeAll(async () => {
    // What asks the system itself sees the same.
    vi.spyOn(Date, "now").mockReturnValue(now);
    place = cliPlace({ now: () => now });
    roster = place.path("so.scb");
    await place.json("init", roster, "--unit", "08173", "--on", "2021-10-01");
  });
  afterAll(() => {
    vi.restoreAllMocks();
    place.remove();
  });

  it("people are entered, corrected, removed and taken back, and the roster is whole", async () => {
    const { id } = await place.json<{ id: string }>("add", roster, "official", "fullName=Nguyễn Văn Giờ");
    const words = ["assignment", `official=${id}`, "unit=08173", "post=Văn phòng - thống kê", "from=2021-02"];
    await place.json("add", roster, ...words);
    await place.json("edit", roster, "official", id, "phone=1");
    await place.json("undo", roster);
    await place.json("remove", roster, "official", id, "--reason", "thử");
    await place.json("undo", roster);
    expect((await place.json<{ ok: boolean }>("verify", roster)).ok).toBe(true);
  });

  it("whatever is asked is answered", async () => {
    const folder = place.path("ra");
    mkdirSync(folder);
    const card = place.path("the.scbkey");
    expect((await place.run("sync", "keys", roster, "--card", card)).code).toBe(0);
    for (const words of readingCalls({ roster, file: card, folder, people: [] })) {
      const { code, stderr } = await place.run(...words);
      expect([words, [0, 1, 2].includes(code)]).toEqual([words, true]);
      // The clock itself is warned of first.
      const said = stderr.trim().split("\n").at(-1) ?? "";
      if (code === 1) expectSentence(`${said}\n`);
    }
  });

  it("a bug is written down", () => {
    expect(bugLog(place.path("nhat-ky"), () => now)(new Error("thử"))).not.toBe("");
  });
});

describe("what is no file of a document", () => {
  const place = cliPlace();
  afterAll(() => place.remove());

  it("is refused where a field takes none, and changes nothing", async () => {
    const roster = place.path("so.scb");
    await place.run("init", roster, "--unit", "08173", "--on", "2021-10-01");
    const before = hashOf(roster);
    for (const path of ["/dev/zero", place.folder, roster, "khong-co"]) {
      const { code, stderr } = await place.run("add", roster, "official", `fullName=@${path}`);
      expect(code).toBe(1);
      expectSentence(stderr);
      expect(stderr).toContain("không nhận tệp");
    }
    expect(hashOf(roster)).toBe(before);
  });
});
