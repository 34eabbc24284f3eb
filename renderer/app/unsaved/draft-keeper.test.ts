import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { FormDraft } from "../../../shared/contract/schemas/form-drafts";
import { DraftKeeper, longestMs, pauseMs } from "./draft-keeper";

const about = "018f0000-0000-7000-8000-00000000000a";
const draft = (text: string): FormDraft => ({
  form: "official",
  about,
  rows: [{ entity: "official", id: about, isNew: false, began: {}, fields: { note: text }, names: {} }],
  removed: [],
  correction: null,
});

let told: unknown[];
let failing: string | null;
let keeper: DraftKeeper;
beforeEach(() => {
  vi.useFakeTimers();
  told = [];
  failing = null;
  const outside = async (what: unknown) => {
    if (failing !== null) throw new Error(failing);
    told.push(what);
  };
  keeper = new DraftKeeper({
    keep: (id, { rows }, instead) => outside({ id, note: rows[0]?.fields["note"], instead }),
    drop: (ids) => outside({ dropped: ids }),
    newId: () => "own",
    now: () => Date.now(),
    isPassing: (error) => error instanceof Error && error.message === "busy",
    onFailed: (error) => told.push(String(error)),
  });
});
afterEach(() => vi.useRealTimers());

const typed = (text: string) => keeper.changed(() => draft(text));
const wait = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

describe("the draft of a form", () => {
  it("is kept once typing pauses, and not again while nothing differs", async () => {
    typed("a");
    await wait(pauseMs - 1);
    typed("ab");
    await wait(pauseMs - 1);
    expect(told).toEqual([]);
    await wait(1);
    expect(told).toEqual([{ id: "own", note: "ab", instead: [] }]);
    typed("ab");
    await wait(longestMs);
    expect(told).toHaveLength(1);
  });

  it("is kept after some seconds however long typing goes on", async () => {
    for (let spent = 0; spent < longestMs; spent += pauseMs / 2) {
      expect(told).toEqual([]);
      typed(`${spent}`);
      await wait(pauseMs / 2);
    }
    expect(told).toHaveLength(1);
  });

  it("is kept at once when the field is left, as it stands by then", async () => {
    let text = "a";
    keeper.changed(() => draft(text));
    text = "a tidied";
    await keeper.flush();
    expect(told).toEqual([{ id: "own", note: "a tidied", instead: [] }]);
    await wait(longestMs);
    expect(told).toHaveLength(1);
  });

  it("is dropped once nothing is unsaved, and nothing is written where nothing was", async () => {
    keeper.changed(() => null);
    await wait(longestMs);
    expect(told).toEqual([]);
    typed("a");
    await keeper.flush();
    keeper.changed(() => null);
    await wait(0);
    expect(told.at(-1)).toEqual({ dropped: ["own"] });
  });

  it("that was given up before it was kept is never kept", async () => {
    typed("a");
    await keeper.drop();
    await wait(longestMs);
    expect(told).toEqual([]);
  });

  it("that was given up while the roster was busy with it is not tried again", async () => {
    failing = "busy";
    typed("a");
    await Promise.all([keeper.flush(), keeper.drop()]);
    failing = null;
    await wait(longestMs);
    expect(told).toEqual([]);
  });

  it("that was taken up is replaced by what the form holds, and not before it holds it", async () => {
    keeper.takeOver("old", () => null);
    keeper.changed(() => null);
    expect(told).toEqual([]);
    typed("taken");
    await wait(pauseMs);
    expect(told).toEqual([{ id: "own", note: "taken", instead: ["old"] }]);
    typed("more");
    await wait(pauseMs);
    expect(told.at(-1)).toEqual({ id: "own", note: "more", instead: [] });
  });

  it("that was taken up and says nothing else than the roster goes", async () => {
    keeper.takeOver("old", () => null);
    await wait(pauseMs);
    expect(told).toEqual([{ dropped: ["own", "old"] }]);
  });

  it("is tried again while the roster is busy, and said once where it cannot be kept", async () => {
    failing = "busy";
    typed("a");
    await wait(pauseMs);
    failing = null;
    await wait(pauseMs);
    expect(told).toEqual([{ id: "own", note: "a", instead: [] }]);
    failing = "disk-full";
    typed("b");
    await wait(pauseMs);
    typed("c");
    await wait(pauseMs);
    expect(told.slice(1)).toEqual(["Error: disk-full"]);
  });

  it("stays when the form ends without being left", async () => {
    typed("a");
    await keeper.flush();
    keeper.end();
    await wait(longestMs);
    expect(told).toHaveLength(1);
  });
});
