/** Proposals about which somebody decided: what was proposed, what was said of it, by whom. */
import type { Answer } from "../../../shared/domain/authority";
import { standing, verdicts } from "../../../shared/domain/authority";
import { entities, type EntityName, entityById } from "../../../shared/domain/entities";
import { decisionRowOf } from "../../../shared/sync/authority/decisions";
import { keyOfOp } from "../../../shared/sync/authority/types";
import { bytesToUuid, distinctBytes, isUuid, uuidToBytes } from "../../../shared/sync/bytes";
import { foldRow } from "../../../shared/sync/fold";
import type { ReadHandle } from "../file/handle";
import { sql } from "../file/sql";
import { everyOpOfRow, historyOfRow, type StoredOp } from "../log/op-rows";
import { readerOf } from "../log/own-keys";
import { judgeOf } from "../log/standings";
import { together } from "./together";

export interface Decided {
  /** What was decided at once, in its author's order. */
  readonly ops: readonly StoredOp[];
  /** The newest of them. */
  readonly op: StoredOp;
  readonly entity: EntityName;
  /** Hex of the key that proposed it. */
  readonly key: string;
  /** `withdraw`: who proposed it took it back. */
  readonly verdict: Answer;
  readonly note: string | null;
  /** The op that said so. */
  readonly said: StoredOp;
}

/** All of them, the newest decision first; what was proposed and is not here is left out. */
export function decidedProposals(db: ReadHandle): Decided[] {
  const all = decidedAtOnce(
    db
      .raw<[Buffer]>(sql`SELECT id FROM decision ORDER BY pk DESC`)
      .flatMap(([row]) => decidedBy(db, row) ?? []),
  );
  return asAnswered(db, all);
}

/** Tells what was refused from what its own office took back. */
function asAnswered(db: ReadHandle, all: readonly Decided[]): Decided[] {
  if (!all.some(({ verdict }) => verdict === "refuse")) return [...all];
  const { offices } = judgeOf(db);
  return all.map((one) => {
    const isTheirOwn = one.verdict === "refuse" && offices.isSameOffice(keyOfOp(one.said), one.key);
    return isTheirOwn ? { ...one, verdict: "withdraw" } : one;
  });
}

/** Of the refused ops of a change, how many their own office took back. */
export function withdrawnOf(
  db: ReadHandle,
  {
    writer,
    firstSeq,
    lastSeq,
  }: { readonly writer: number; readonly firstSeq: number; readonly lastSeq: number },
): number {
  const rows = db.raw<[Buffer]>(sql`
    SELECT row FROM op
    WHERE writer = ${writer} AND seq BETWEEN ${firstSeq} AND ${lastSeq} AND standing = ${standing.refused}`);
  const refused = distinctBytes(rows.map(([row]) => row))
    .flatMap((row) => everyOpOfRow(db, row))
    .filter((op) => op.writer === writer && op.changeSeq === firstSeq && op.standing === standing.refused);
  const said = refused.flatMap(({ id }) => decidedBy(db, uuidToBytes(decisionRowOf(id))) ?? []);
  return asAnswered(db, said).filter(({ verdict }) => verdict === "withdraw").length;
}

/** Those that were one proposal and about which one change said one thing. */
function decidedAtOnce(all: readonly Decided[]): Decided[] {
  const sayings = new Map<string, Decided[]>();
  for (const one of all) {
    const saying = `${one.said.writer} ${one.said.changeSeq} ${one.verdict}`;
    sayings.set(saying, [...(sayings.get(saying) ?? []), one]);
  }
  const place = new Map(all.map(({ op }, index) => [op.id, index]));
  const first = ({ ops }: Decided) => Math.min(...ops.map(({ id }) => place.get(id) ?? 0));
  return [...sayings.values()]
    .flatMap((saying) =>
      together(saying.map(({ op }) => op)).flatMap((ops) => {
        const newest = saying.find(({ op }) => op === ops.at(-1));
        return newest === undefined ? [] : [{ ...newest, ops }];
      }),
    )
    .sort((a, b) => first(a) - first(b));
}

function decidedBy(db: ReadHandle, row: Uint8Array): Decided | null {
  const { op: opField, about, verdict, reason } = entities.decision.fields;
  const { values, heads } = foldRow(historyOfRow(db, row));
  const [id, named, said, note] = [opField, about, verdict, reason].map((field) => values.get(field.id));
  const shown = verdicts.find((one) => one === said);
  const [head] = heads.get(verdict.id) ?? [];
  if (typeof named !== "string" || !isUuid(named) || shown === undefined || head === undefined) return null;
  const op = everyOpOfRow(db, uuidToBytes(named)).find((one) => one.id === id);
  const entity = op === undefined ? null : entityById(op.entity);
  if (op === undefined || entity === null) return null;
  return {
    ops: [op],
    op,
    entity,
    key: keyOfOp(op),
    verdict: shown,
    note: typeof note === "string" && note !== "" ? note : null,
    said: head,
  };
}

/** Whether our own office wrote an op. */
export function isOurs(db: ReadHandle): (key: string) => boolean {
  const own = new Set(readerOf(db).keys);
  return (key) => own.has(key);
}

/** Proposals of our own office about which ops decide that came from a local id on. */
export function ownDecidedSince(db: ReadHandle, firstOp: number): number {
  const ours = isOurs(db);
  const rows = new Set(
    db
      .raw<[Buffer]>(
        sql`SELECT row FROM op
            WHERE entity = ${entities.decision.id} AND standing = ${standing.counts} AND id >= ${firstOp}`,
      )
      .map(([row]) => bytesToUuid(row)),
  );
  const all = [...rows].flatMap((row) => decidedBy(db, uuidToBytes(row)) ?? []);
  return decidedAtOnce(all.filter(({ key }) => ours(key))).length;
}
