/**
 * When somebody left: up to which op a record was an office's business, had a packet been written for it then.
 *
 * What was entered up to there is told whole, so that it makes no difference on which day a packet was written; what was
 * entered since is another office's business. The order is that of lamport stamps, which all offices share: neither
 * clocks nor the order in which files came decide anything.
 */
import { entities, presenceField } from "../../../shared/domain/entities";
import { uuidToBytes } from "../../../shared/sync/bytes";
import { foldRow, isShown, joinTarget, valueWritten } from "../../../shared/sync/fold";
import type { ReadHandle } from "../file/handle";
import { sql } from "../file/sql";
import { historyOfRow, type StoredOp } from "../log/op-rows";
import { isTheirs, packedDay } from "./scope-people";

/** Changes gone back over. Whoever was moved about more often is told of less. */
const mostChanges = 100;

/** A person's record as far as it says where they serve. */
export interface LeftRecord {
  /** UUIDs of the records that are one person, by the log's joins. */
  readonly group: readonly string[];
  /** Their assignments, removed ones too. */
  readonly assignments: readonly Uint8Array[];
}

/**
 * @param units UUIDs of the office's units
 * @param today full packed day
 * @returns by UUID of each record, the last lamport stamp up to which it was theirs; 0: it never was
 */
export function leftAfter(
  db: ReadHandle,
  { group, assignments }: LeftRecord,
  units: ReadonlySet<string>,
  today: number,
): Map<string, number> {
  const records = group.map((id) => ({ id, ops: historyOfRow(db, uuidToBytes(id)) }));
  const posts = assignments.map((row) => historyOfRow(db, row));
  const deciding = [
    ...records.flatMap(({ ops }) => ops.filter((op) => valueWritten(op, presenceField) !== undefined)),
    ...posts.flat(),
  ];
  const starts = [...new Set(deciding.map((op) => stampOfChange(db, op)))]
    .sort((a, b) => b - a)
    .slice(0, mostChanges);
  const found = new Map<string, number>(group.map((id) => [id, 0]));
  for (const start of starts) {
    const theirs = theirsBefore(start, { records, posts, units, today });
    for (const id of theirs) if (found.get(id) === 0) found.set(id, start - 1);
  }
  return found;
}

/** The stamp of the first op of a change that is here: what one change wrote came about at once. */
function stampOfChange(db: ReadHandle, { writer, changeSeq, lamport }: StoredOp): number {
  const first = db.value<number>(
    sql`SELECT lamport FROM op WHERE writer = ${writer} AND seq >= ${changeSeq} ORDER BY seq LIMIT 1`,
  );
  return Math.min(first ?? lamport, lamport);
}

interface Past {
  readonly records: readonly { readonly id: string; readonly ops: readonly StoredOp[] }[];
  readonly posts: readonly (readonly StoredOp[])[];
  readonly units: ReadonlySet<string>;
  readonly today: number;
}

/** Records that were theirs before a change. */
function theirsBefore(start: number, { records, posts, units, today }: Past): string[] {
  const { official, unit, from, to } = entities.assignment.fields;
  const into = new Map(
    records.flatMap(({ id, ops }) => {
      const state = foldRow(ops.filter(({ lamport }) => lamport < start));
      return state.presence === "absent" ? [] : [[id, joinTarget(state)] as const];
    }),
  );
  const rootOf = (id: string) => {
    const seen = new Set<string>();
    let at = id;
    for (let next = into.get(at); next != null && !seen.has(next); next = into.get(at)) {
      seen.add(next);
      at = next;
    }
    return at;
  };
  const served = posts.flatMap((ops) => {
    const state = foldRow(ops.filter(({ lamport }) => lamport < start));
    if (state.presence === "absent") return [];
    const { values } = state;
    return [
      {
        person: rootOf(String(values.get(official.id))),
        inScope: units.has(String(values.get(unit.id))),
        from: packedDay(values.get(from.id)),
        to: packedDay(values.get(to.id)),
        removed: !isShown(state),
      },
    ];
  });
  return [...into.keys()].filter((id) => {
    const own = served.filter(({ person }) => person === rootOf(id));
    return own.length > 0 && isTheirs(own, today);
  });
}
