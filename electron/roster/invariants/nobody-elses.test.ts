/**
 * Beside invariant 18: no commune holds anything of people who never were its business, nor what was entered of somebody
 * after they went elsewhere.
 */
import { expect, it } from "vitest";
import { entities } from "../../../shared/domain/entities";
import { bytesToUuid } from "../../../shared/sync/bytes";
import { foldRow } from "../../../shared/sync/fold";
import { announce, holdsFor, timeout, inTheseHistories } from "../../testing/history/check";
import { levelSteps, takeLevelStep } from "../../testing/history/level-steps";
import { communes, Levels, places } from "../../testing/history/levels";
import type { PlayOffice } from "../../testing/history/office";
import { sql } from "../file/sql";
import { historyOfRow, type StoredOp } from "../log/op-rows";
import { Joins } from "../read/scope-people";

announce("nobody-elses");

/** Which people were some commune's at a moment, in anybody's eyes. */
interface Moment {
  /** They serve there, or nowhere since. */
  readonly theirs: ReadonlySet<string>;
  /** They have a post there, past or present. */
  readonly served: ReadonlySet<string>;
}

function momentOf(levels: Levels, commune: number): Moment {
  const theirs = new Set<string>();
  const served = new Set<string>();
  for (const office of levels.play.offices) {
    const units = levels.scopeOf(commune, office);
    const joins = new Joins(office.handle);
    const posts = levels.assignments(office);
    for (const official of new Set(posts.map((one) => one.official))) {
      const all = posts.filter((one) => one.official === official);
      const there = all.filter(({ unit }) => units.has(unit));
      if (there.length === 0) continue;
      const isOpen = (one: { readonly to: string | null }) => one.to === null || one.to >= "2026";
      for (const id of joins.group(official)) {
        served.add(id);
        if (there.some(isOpen) || !all.some(isOpen)) theirs.add(id);
      }
    }
  }
  return { theirs, served };
}

/** Rows of people that an office holds something of, each with its ops. */
function rowsHeld(office: PlayOffice, entity: number): { id: string; ops: StoredOp[] }[] {
  return office.handle
    .raw<[Buffer]>(sql`SELECT DISTINCT row FROM op WHERE entity = ${entity} ORDER BY row`)
    .map(([row]) => ({ id: bytesToUuid(row), ops: historyOfRow(office.handle, row) }));
}

it("nobody is told of what is another office's business", { timeout }, async () => {
  let looked = 0;
  await holdsFor(
    levelSteps,
    40,
    async (play, script) => {
      const levels = await Levels.begin(play);
      const moments = new Map<number, Moment[]>(communes.map((place) => [place, []]));
      /** When an op was written, by hash. */
      const written = new Map<string, number>();
      const note = () => {
        for (const place of communes) moments.get(place)?.push(momentOf(levels, place));
        for (const hash of play.ops.keys())
          if (!written.has(hash)) written.set(hash, (moments.get(communes[0])?.length ?? 1) - 1);
      };
      note();
      for (const step of script) {
        await takeLevelStep(levels, step);
        note();
      }
      await levels.exchangeAll();
      note();
      // What stands against a removal is told with it: the record is in view until it is decided.
      const disputed = new Set(
        play.offices.flatMap((office) =>
          rowsHeld(office, entities.official.id).flatMap(({ id, ops }) =>
            foldRow(ops).presence === "disputed" ? [id] : [],
          ),
        ),
      );
      const { official } = entities.qualification.fields;
      for (const place of communes) {
        const office = levels.office(place);
        const own = Buffer.from(office.key).toString("hex");
        const all = moments.get(place) ?? [];
        const since = (what: keyof Moment, person: string, first: number) =>
          all.some((one, at) => at >= first && one[what].has(person));
        const foreign = (ops: readonly StoredOp[]) =>
          ops.filter(({ branch }) => !branch.writer.startsWith(own));
        for (const { id, ops } of rowsHeld(office, entities.official.id)) {
          if (disputed.has(id)) continue;
          for (const op of foreign(ops)) {
            looked++;
            const told = { commune: places[place]?.name, id, served: since("served", id, 0) };
            if (!op.create && !op.fields.has(0)) expect(told).toMatchObject({ served: true });
            if (op.create || !op.fields.has(entities.official.fields.phone.id)) continue;
            const at = written.get(op.id) ?? 0;
            expect({ ...told, at, theirs: since("theirs", id, at) }).toMatchObject({ theirs: true });
          }
        }
        for (const { id, ops } of rowsHeld(office, entities.qualification.id)) {
          const [made] = foreign(ops.filter(({ create }) => create));
          if (made === undefined) continue;
          looked++;
          const person = String(made.fields.get(official.id));
          const at = written.get(made.id) ?? 0;
          const hadLeft = all.some((one, when) => when < at && one.theirs.has(person));
          const late = hadLeft && !since("theirs", person, at);
          expect({ commune: places[place]?.name, id, late }).toMatchObject({ late: false });
        }
      }
    },
    places.length,
  );
  expect(looked).toBeGreaterThan(inTheseHistories(300));
});
