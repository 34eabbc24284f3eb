/** Who says that a key is not its office's any more, whether that counts here or waits as a proposal. */
import { standing } from "../../../shared/domain/authority";
import { untilField } from "../../../shared/sync/authority/revoked";
import { tieOf } from "../../../shared/sync/authority/rule";
import { keyOfOp } from "../../../shared/sync/authority/types";
import { foldRow } from "../../../shared/sync/fold";
import type { ReadHandle } from "../file/handle";
import { sql } from "../file/sql";
import { credentialOps, type StoredOp } from "../log/op-rows";

export interface KeyRevocation {
  /** UUID of the credential that says so. */
  readonly row: string;
  /** Hex of the key of whoever says so. */
  readonly by: string;
  readonly user: string;
  /** Instant by its author's clock. */
  readonly at: number;
  readonly reason: string | null;
  /** Whether its author may say so; else it waits as a proposal. */
  readonly counts: boolean;
}

/** What is said against a key (hex) and was not taken back; what was refused or set aside is not. */
export function revocationsOf(db: ReadHandle, key: string): KeyRevocation[] {
  const rows = new Map<string, StoredOp[]>();
  for (const op of credentialOps(db)) {
    if (op.standing !== standing.counts && op.standing !== standing.waits) continue;
    rows.set(op.row, [...(rows.get(op.row) ?? []), op]);
  }
  return [...rows.values()]
    .filter((ops) => ops.some((op) => op.create && tieOf(op)?.key === key))
    .flatMap((ops) => foldRow(ops).heads.get(untilField) ?? [])
    .filter((op) => typeof op.fields.get(untilField) === "string")
    .map((op) => ({
      row: op.row,
      by: keyOfOp(op),
      at: op.at,
      counts: op.standing === standing.counts,
      ...saidOf(db, op),
    }));
}

function saidOf(db: ReadHandle, { localId }: StoredOp): Pick<KeyRevocation, "user" | "reason"> {
  const said = db.get<{ user: string; reason: string | null }>(sql`
    SELECT author.name AS user, change.reason AS reason
    FROM op JOIN author ON author.id = op.author
    LEFT JOIN change ON change.writer = op.writer AND change.first_seq = op.change_seq
    WHERE op.id = ${localId} LIMIT 1`);
  return said ?? { user: "", reason: null };
}
