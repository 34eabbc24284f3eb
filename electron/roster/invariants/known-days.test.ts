/**
 * Invariant 20: what was known on a day is what had come here by its end, whatever clocks the authors had, and however
 * often the roster was restored, taken back, or made anew since.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hanoiDay } from "../../../shared/domain/hanoi-time";
import { announce, holdsFor, inTheseHistories, timeout } from "../../testing/history/check";
import { expectedOf } from "../../testing/history/model";
import type { PlayOffice } from "../../testing/history/office";
import type { Play } from "../../testing/history/play";
import { tableRows } from "../../testing/history/portrait";
import { mishaps, type Script } from "../../testing/history/script";
import { openOn } from "../../testing/past";

announce("known-days");

const dayMs = 86_400_000;
const hourMs = 3_600_000;
const begin = Date.UTC(2026, 6, 1);
/** Clocks of everybody but the reader. */
const strangeClocks = [0, -1e12, Date.UTC(2031, 4, 1), Date.UTC(2099, 11, 31), Date.UTC(2026, 6, 5), 8e15];

/**
 * Which day the reader's ops came on, by hash, as the test itself saw it. Null: a row of the lists that this office's own
 * program brings, which is nobody's entry and stands with what came before it, as far as that was not taken back.
 */
type Arrived = ReadonlyMap<string, string | null>;

class Diary {
  #arrived = new Map<string, string | null>();
  readonly #copies = new Map<string, Arrived>();
  readonly #reader: PlayOffice;
  readonly #play: Play;

  constructor(play: Play, reader: PlayOffice) {
    this.#play = play;
    this.#reader = reader;
    this.note(null);
  }

  /** The day of each op, in the order of the log. */
  get days(): ReadonlyMap<string, string> {
    let last = "";
    return new Map(
      [...this.#play.knownTo(this.#reader)].map((hash) => [hash, (last = this.#arrived.get(hash) ?? last)]),
    );
  }

  /** Ops that came or went since. @param day on which those came that are new; see `Arrived` */
  note(day: string | null): void {
    const held = this.#play.knownTo(this.#reader);
    for (const hash of this.#arrived.keys()) if (!held.has(hash)) this.#arrived.delete(hash);
    for (const hash of held) if (!this.#arrived.has(hash)) this.#arrived.set(hash, day);
  }

  /** The roster's file was copied, and its own memory of days with it. */
  copied(): void {
    for (const { of, folder } of this.#play.backups)
      if (of === this.#reader && !this.#copies.has(folder)) this.#copies.set(folder, new Map(this.#arrived));
  }

  /** The file is an older one again. @param folder where it was copied to */
  restored(folder: string): void {
    this.#arrived = new Map(this.#copies.get(folder));
  }
}

/** Plays a history in which the reader's clock is right and goes on by some hours a step, and all others' are anyhow. */
async function playDays(
  play: Play,
  script: Script,
  clocks: readonly number[],
): Promise<ReadonlyMap<string, string>> {
  const reader = play.office(0);
  const diary = new Diary(play, reader);
  let now = begin;
  for (const [place, step] of script.entries()) {
    now += (1 + (place % 5)) * 7 * hourMs;
    for (const office of play.offices) {
      office.clock = office === reader ? now : (strangeClocks[(clocks[place % clocks.length] ?? 0) % 6] ?? 0);
    }
    const isClock = step.do === "clock" && play.office(step.at) === reader;
    if (isClock) continue;
    const own = play.backups.filter((one) => one.of === play.office(step.at));
    await play.step(step);
    if (step.do === "goBack" && play.office(step.at) === reader) {
      const backup = own[step.nth % Math.max(1, own.length)];
      if (backup !== undefined) diary.restored(backup.folder);
    }
    diary.note(step.do === "ship" ? null : hanoiDay(now));
    if (step.do === "backup") diary.copied();
  }
  return diary.days;
}

describe("what was known on a day", () => {
  it("is what had come by its end, whoever wrote it and by whatever clock", { timeout }, async () => {
    let compared = 0;
    const clocks = fc.array(fc.nat({ max: 5 }), { minLength: 7, maxLength: 7 });
    await holdsFor(fc.tuple(mishaps, clocks), 120, async (play, [script, strange]) => {
      const reader = play.office(0);
      const arrived = await playDays(play, script, strange);
      const today = hanoiDay(begin + 400 * dayMs);
      const days = new Set([hanoiDay(begin - dayMs), ...arrived.values()].filter((day) => day !== ""));
      for (const day of days) {
        const past = await openOn({ path: reader.path, db: reader.handle }, day, today);
        try {
          const known = play.held(reader).filter(({ hash }) => (arrived.get(hash) ?? "") <= day);
          expect({ day, rows: tableRows(past.db) }).toEqual({ day, rows: expectedOf(known).rows });
          compared++;
        } finally {
          past.close();
        }
      }
    });
    expect(compared).toBeGreaterThan(inTheseHistories(300));
  });
});
