/**
 * Invariant 16: what an office may not change changes nothing before somebody with a say accepts it; and the same ops with
 * the same decisions give the same tables, whatever the order and grouping in which they came.
 *
 * Equal at all offices, of whatever level, that hold the same ops and know the same keys for the same units: how each op
 * stands, and with it rows, heads, conflicts and lists. Also equal: what an office found file by file, what is found from
 * nothing, and what `verify` finds.
 *
 * Two offices may read otherwise only
 * - where they know other keys: each believes the cards that it compared itself, and what its own office and those above
 *   it say; nobody else has to. Once all cards were compared everywhere, nothing of this is left;
 * - of the reader's own office, whose row nobody else may write, and of what others decided about that;
 * - of what they were not told (invariant 18 says what they agree on then).
 */
import { describe, expect, it } from "vitest";
import { standing } from "../../../shared/domain/authority";
import { entities } from "../../../shared/domain/entities";
import {
  announce,
  checkAgreed,
  checkWhole,
  holdsFor,
  inTheseHistories,
  timeout,
} from "../../testing/history/check";
import type { PlayOffice } from "../../testing/history/office";
import type { Play } from "../../testing/history/play";
import { disputes } from "../../testing/history/rank-script";
import { QuietWatch } from "../../testing/history/quiet-watch";
import { compareAll, keysKnown, standingsAnew, standingsOf } from "../../testing/history/ranks";
import { tieOf } from "../../../shared/sync/authority/rule";
import { readerOf } from "../log/own-keys";
import { opsStanding } from "../log/op-rows";
import { openProposals } from "../read/proposals";

announce("authority");

const offices = 4;

/** How ops stand that do not count, but for those about offices' own rows. */
function comparable(play: Play, office: PlayOffice): Map<string, number> {
  const own = new Set(play.offices.map(({ handle }) => readerOf(handle).office));
  const { about } = entities.decision.fields;
  return new Map(
    [...standingsOf(office)].filter(([hash]) => {
      const op = play.ops.get(hash);
      if (op === undefined) return true;
      const decided = [...play.ops.values()].find((one) => one.row === op.row && one.create);
      return !own.has(op.row) && !own.has(String(decided?.fields.get(about.id) ?? ""));
    }),
  );
}

/** Every op that waits is listed as a proposal; whose keys are whose only where they wrote something. */
function checkListed(play: Play, office: PlayOffice): number {
  const listed = new Set(openProposals(office.handle).flatMap(({ ops }) => ops.map(({ id }) => id)));
  const written = new Set(play.held(office).map(({ writer }) => writer.slice(0, 64)));
  for (const op of opsStanding(office.handle, standing.waits)) {
    const tie = op.entity === entities.credential.id && op.create ? tieOf(op) : null;
    const isListed = tie === null || written.has(tie.key);
    expect({ op: op.id, listed: listed.has(op.id) }).toEqual({ op: op.id, listed: isListed });
  }
  return listed.size;
}

describe("what an office may not change", () => {
  it("changes nothing before it is accepted, and is read alike by all who hold it", { timeout }, async () => {
    const seen = { quiet: 0, waiting: 0, refused: 0, accepted: 0 };
    await holdsFor(
      disputes,
      16,
      async (play, script) => {
        const watch = new QuietWatch(play);
        await play.run([]);
        for (const step of script) {
          await play.step(step);
          watch.look();
        }
        compareAll(play);
        await play.exchangeAll(script.length % 2 === 0);
        watch.look();
        checkAgreed(play);
        const [first, ...others] = play.offices;
        if (first === undefined) return;
        for (const office of play.offices) {
          expect(standingsOf(office)).toEqual(standingsAnew(office));
          seen.waiting += checkListed(play, office);
          seen.refused += opsStanding(office.handle, standing.refused).length;
        }
        for (const office of others) {
          expect(keysKnown(office)).toEqual(keysKnown(first));
          expect(comparable(play, office)).toEqual(comparable(play, first));
        }
        seen.quiet += watch.quiet;
        seen.accepted += [...play.ops.values()].filter(
          (op) =>
            op.entity === entities.decision.id &&
            op.fields.get(entities.decision.fields.verdict.id) === "accept" &&
            play.counting(first).has(op.hash),
        ).length;
        checkWhole(play);
      },
      offices,
      "byRank",
    );
    // Histories in which nobody went beyond what is theirs, or nobody decided, would prove nothing.
    expect(seen.quiet).toBeGreaterThan(inTheseHistories(30));
    expect(seen.waiting).toBeGreaterThan(inTheseHistories(150));
    expect(seen.refused).toBeGreaterThan(0);
    expect(seen.accepted).toBeGreaterThan(inTheseHistories(15));
  });
});
