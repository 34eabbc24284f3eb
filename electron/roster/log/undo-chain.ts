/**
 * Which changes still have an effect, given that undoing is itself a change that can be undone.
 *
 *   change ← undo ← redo ← undo …   each `undone_by` the next
 *
 * A change and what undid it cancel each other out; so of such a chain only the first change has an effect, and only
 * where the chain is of odd length. Undo and redo look at the log as if cancelled pairs were not there; otherwise the
 * second Ctrl+Z would be refused because of the first.
 */
import { standing } from "../../../shared/domain/authority";
import { entities, entityDefinition, entityNames } from "../../../shared/domain/entities";
import type { ReadHandle } from "../file/handle";
import { sql } from "../file/sql";

interface Link {
  readonly id: number;
  readonly undoes: number | null;
  readonly undoneBy: number | null;
}

const linkSql = (id: number) => sql`SELECT id, undoes, undone_by AS undoneBy FROM change WHERE id = ${id}`;

function linkOf(db: ReadHandle, id: number): Link {
  const link = db.get<Link>(linkSql(id));
  if (link === undefined) throw new Error(`No change ${id}`);
  return link;
}

/** The chain that a change belongs to, from the change that began it to the last undo or redo. */
export function undoChain(db: ReadHandle, id: number): number[] {
  let link = linkOf(db, id);
  while (link.undoes !== null) link = linkOf(db, link.undoes);
  const chain = [link.id];
  while (link.undoneBy !== null) {
    link = linkOf(db, link.undoneBy);
    chain.push(link.id);
  }
  return chain;
}

/** Whether a change has an effect of its own: it began its chain, and the chain left it standing. */
export function isLive(db: ReadHandle, id: number): boolean {
  const chain = undoChain(db, id);
  return chain[0] === id && chain.length % 2 === 1;
}

/** Whether something of a change that was made here waits as a proposal, which whoever wrote it may take back. */
function waits(db: ReadHandle, id: number): boolean {
  return (
    db.value<number>(sql`
      SELECT 1 FROM change JOIN op ON op.writer = change.writer AND op.seq BETWEEN change.first_seq AND change.last_seq
      WHERE change.id = ${id} AND change.reception IS NULL AND op.standing = ${standing.waits} LIMIT 1`) !==
    undefined
  );
}

/** Whether something of a change counts or waits; of what was refused or set aside there is nothing to take back. */
export function canBeTakenBack(db: ReadHandle, id: number): boolean {
  return counts(db, id) || waits(db, id);
}

function counts(db: ReadHandle, id: number): boolean {
  return (
    db.value<number>(sql`
      SELECT 1 FROM change JOIN op ON op.writer = change.writer AND op.seq BETWEEN change.first_seq AND change.last_seq
      WHERE change.id = ${id} AND op.standing = ${standing.counts} LIMIT 1`) !== undefined
  );
}

/** Entities whose rows say whose keys count. */
const ofTrust = JSON.stringify(
  entityNames
    .filter((name) => entityDefinition(name).authority === "credential")
    .map((name) => entities[name].id),
);

/**
 * Whether a change says whose keys are trusted. It is not taken back: the trust itself lies in the home folder, where an
 * undo reaches nothing, and it is given back only by comparing the card again.
 */
export function saysTrust(db: ReadHandle, id: number): boolean {
  return (
    db.value<number>(sql`
      SELECT 1 FROM change JOIN op ON op.writer = change.writer AND op.seq BETWEEN change.first_seq AND change.last_seq
      WHERE change.id = ${id} AND op.entity IN (SELECT value FROM json_each(${ofTrust})) LIMIT 1`) !==
    undefined
  );
}
