/** Changes that wait as proposals: who wrote them, why they wait, and whether this roster's office may decide. */
import { type ProposalReason, proposalReasons, standing } from "../../../shared/domain/authority";
import { entities, type EntityName, entityById } from "../../../shared/domain/entities";
import type { Judge } from "../../../shared/sync/authority/judge";
import { believed, tieOf } from "../../../shared/sync/authority/rule";
import { keyOfOp } from "../../../shared/sync/authority/types";
import { uuidToBytes } from "../../../shared/sync/bytes";
import { foldRow } from "../../../shared/sync/fold";
import { credentialOps, historyOfRow, opsStanding, type StoredOp } from "../log/op-rows";
import { judgeOf } from "../log/standings";
import { together } from "./together";
import type { ReadHandle } from "../file/handle";
import { sql } from "../file/sql";

/** Bytes of a writer's name after its key. */
const incarnationLength = 16;

/**
 * What one author wants of some fields of a row. Who wrote them again before anybody decided wants the newest values: these
 * are decided together, in their author's order.
 */
export interface Proposal {
  /** In their author's order. */
  readonly ops: readonly StoredOp[];
  /** The newest of them. */
  readonly op: StoredOp;
  readonly entity: EntityName;
  /** Hex. */
  readonly key: string;
  readonly reason: ProposalReason;
  readonly canDecide: boolean;
  /** Whether our own office wrote it, and may take it back. */
  readonly canWithdraw: boolean;
}

function isReason(judgement: string): judgement is ProposalReason {
  return proposalReasons.some((reason) => reason === judgement);
}

/** Every proposal that waits, in the order in which their newest ops came; of entities that this program knows. */
export function openProposals(db: ReadHandle): Proposal[] {
  const waiting = waitingOps(db);
  if (waiting.length === 0) return [];
  const judge = judgeOf(db);
  const [own] = judge.offices.reader.keys;
  return together(waiting.filter((op) => isReason(judge.judgementOf(op)))).flatMap((ops) => {
    const op = ops.at(-1);
    const entity = op === undefined ? null : entityById(op.entity);
    const reason = op === undefined ? "counts" : judge.judgementOf(op);
    if (op === undefined || entity === null || !isReason(reason)) return [];
    const canDecide = own !== undefined && ops.every((one) => judge.mayDecide(own, one));
    const canWithdraw = own !== undefined && ops.every((one) => judge.mayWithdraw(own, one));
    return [{ ops, op, entity, key: keyOfOp(op), reason, canDecide, canWithdraw }];
  });
}

/** What is set aside, the newest first; of entities that this program knows. */
export function asideOps(db: ReadHandle): Pick<Proposal, "op" | "entity" | "key">[] {
  return opsStanding(db, standing.aside)
    .flatMap((op) => {
      const entity = entityById(op.entity);
      return entity === null ? [] : [{ op, entity, key: keyOfOp(op) }];
    })
    .reverse();
}

/** How many proposals wait. @param from only those of which something came from a local id on */
export function proposalCount(db: ReadHandle, from = 0): number {
  return together(waitingOps(db)).filter((ops) => ops.some(({ localId }) => localId >= from)).length;
}

/** Whose a key is matters to nobody who holds nothing of it: every office says so of those that it trades with. */
function waitingOps(db: ReadHandle): StoredOp[] {
  return opsStanding(db, standing.waits).filter((op) => {
    const tie = op.entity === entities.credential.id && op.create ? tieOf(op) : null;
    return tie === null || hasWritten(db, tie.key);
  });
}

function hasWritten(db: ReadHandle, key: string): boolean {
  const [first, last] = ["00", "ff"].map((byte) => Buffer.from(key + byte.repeat(incarnationLength), "hex"));
  const query = sql`
    SELECT 1 FROM writer WHERE identity BETWEEN ${first ?? null} AND ${last ?? null} LIMIT 1`;
  return db.value<number>(query) !== undefined;
}

/**
 * Offices other than our own that may decide about ops, by the names that credentials give them: of each op those nearest
 * to what it changes, and not whoever stands above them.
 */
export function deciders(db: ReadHandle, ops: readonly StoredOp[]): string[] {
  const judge = judgeOf(db);
  const { offices } = judge;
  const others = [...creditedKeys(db)].filter(([key]) => !offices.isReaders(key));
  const names = new Set<string>();
  for (const op of ops) {
    const may = others.filter(([key]) => judge.mayDecide(key, op));
    for (const [key, { office }] of may) {
      if (office !== "" && !may.some(([other]) => offices.isAbove(key, other))) names.add(office);
    }
  }
  return [...names].sort();
}

/** Who entered an op, by the name that stands beside it. */
export function userOfOp(db: ReadHandle, op: Pick<StoredOp, "localId">): string {
  return (
    db.value<string>(
      sql`SELECT author.name FROM op JOIN author ON author.id = op.author WHERE op.id = ${op.localId}`,
    ) ?? ""
  );
}

/** What credentials that count say of each key. */
export interface Credited {
  readonly unitId: string;
  readonly office: string;
}

/**
 * By hex of the key, as those say who may introduce it: a row of whoever only repeats what is known counts, and names nobody.
 * Of several the highest office is believed, then the first in the order that all share.
 */
export function creditedKeys(db: ReadHandle): Map<string, Credited> {
  const made = new Map<string, StoredOp[]>();
  for (const op of credentialOps(db)) {
    const key = op.create && op.standing === standing.counts ? tieOf(op)?.key : undefined;
    if (key !== undefined) made.set(key, [...(made.get(key) ?? []), op]);
  }
  const credited = new Map<string, Credited>();
  let judge: Judge<StoredOp> | null = null;
  for (const [key, ops] of made) {
    // Where nobody disagrees there is nothing to ask, and units by the thousand need not be read.
    if (new Set(ops.map((op) => JSON.stringify(creditOf(db, op)))).size > 1) judge ??= judgeOf(db);
    const said = judge === null ? ops[0] : believed(introducing(judge, ops), judge.offices);
    if (said != null) credited.set(key, creditOf(db, said));
  }
  return credited;
}

/** Creations of rows whose makers, or those who accepted them, may say whose a key is. */
function introducing(judge: Judge<StoredOp>, ops: readonly StoredOp[]): StoredOp[] {
  return ops.filter((op) => {
    const unit = tieOf(op)?.unit ?? "";
    return judge.makersOf(op.row).some((key) => judge.offices.mayIntroduce(key, unit));
  });
}

function creditOf(db: ReadHandle, op: StoredOp): Credited {
  const named = foldRow(historyOfRow(db, uuidToBytes(op.row))).values.get(
    entities.credential.fields.office.id,
  );
  return { unitId: tieOf(op)?.unit ?? "", office: typeof named === "string" ? named : "" };
}
