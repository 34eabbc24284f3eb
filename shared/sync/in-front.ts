/**
 * What the author of some ops of a row had in front of them.
 *
 * The history of a row is told by what each saw who wrote in it. Ops of others that were under way at the time came from
 * people whom the author could not know of: a line of the log that took them for what stood before would tell of a change
 * that nobody made, and would tell another one in each office.
 */
import { presenceField } from "../domain/entities";
import { precedes } from "./branch";
import { type HistoryOp, valueWritten } from "./fold";

/**
 * Those of a row's ops that lie before some of one author. Of the fields that these write it is certain what was seen: the
 * ops that they supersede, and whatever those supersede in turn. Of the others it is what the lamports leave open.
 * @param own of one change
 * @param every ops of the row, `own` among them or not
 * @returns without `own`, in the order given
 */
export function inFrontOf<O extends HistoryOp>(own: readonly O[], every: readonly O[]): O[] {
  const written = new Set(own.flatMap(fieldsOf));
  // Whoever removes a row names all that was seen of it.
  const namesAll = own.some((op) => typeof valueWritten(op, presenceField) === "string");
  const begin = Math.min(...own.map(({ lamport }) => lamport));
  const ids = new Set(own.map(({ id }) => id));
  const seen = seenBy(own, every);
  const isUnseen = (op: O) =>
    namesAll ||
    fieldsOf(op).some((field) => written.has(field)) ||
    // Whoever knows that a row is removed says so along with anything else that they write of it.
    typeof valueWritten(op, presenceField) === "string";
  return every.filter((op) => !ids.has(op.id) && op.lamport < begin && (seen.has(op.id) || !isUnseen(op)));
}

function fieldsOf(op: HistoryOp): number[] {
  const fields = [...op.fields.keys(), ...(op.unread ?? [])];
  return op.create && !op.fields.has(presenceField) ? [presenceField, ...fields] : fields;
}

/** Ids of the ops that are named, or come before in their writer's line, by way of any others. */
function seenBy<O extends HistoryOp>(own: readonly O[], every: readonly O[]): ReadonlySet<string> {
  const named = new Set<string>();
  /** By writer, ops that were seen; of those before them none is kept. */
  const ends = new Map<string, O[]>();
  const take = (op: O, follows: boolean) => {
    for (const ids of op.supersedes.values()) for (const id of ids) named.add(id);
    if (follows) return;
    const { writer } = op.branch;
    ends.set(writer, [...(ends.get(writer) ?? []), op]);
  };
  const ofOwn = new Set(own.map(({ id }) => id));
  for (const op of own) take(op, false);
  const seen = new Set<string>();
  // Nobody supersedes what has a higher lamport.
  for (const op of [...every].sort((a, b) => b.lamport - a.lamport)) {
    if (ofOwn.has(op.id)) continue;
    const follows = (ends.get(op.branch.writer) ?? []).some((end) => precedes(op, end));
    if (!follows && !named.has(op.id)) continue;
    seen.add(op.id);
    take(op, follows);
  }
  return seen;
}
