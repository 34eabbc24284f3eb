/** What an office may know of whose keys are whose, and of what was decided about proposals. */
import { entities } from "../../../shared/domain/entities";
import { namedBy } from "../../../shared/sync/authority/decisions";
import { isUuid, uuidToBytes } from "../../../shared/sync/bytes";
import { everyOpOfRow, opsOfRulingRows } from "../log/op-rows";
import { rulingRows } from "../log/ruling-rows";
import { judgeOf } from "../log/standings";
import type { ReadHandle } from "../file/handle";

/** What offices above some units said of whose a key is; a neighbour's word is of no use to them. */
export function introductionsFor(db: ReadHandle, units: ReadonlySet<string>): Uint8Array[] {
  const said = rulingRows(opsOfRulingRows(db)).ruling.filter((op) => op.entity === entities.credential.id);
  if (said.length === 0) return [];
  const { offices } = judgeOf(db);
  return said
    .filter((op) => [...units].some((unit) => offices.covers(offices.authorOf(op), unit)))
    .map(({ row }) => uuidToBytes(row));
}

/** Rows of decisions about ops that are among some. */
export function decisionsAbout(db: ReadHandle, ops: ReadonlySet<number>): Uint8Array[] {
  return rulingRows(opsOfRulingRows(db)).ruling.flatMap((decision) => {
    const named = decision.entity === entities.decision.id ? namedBy(decision) : null;
    if (named === null || !isUuid(named.row)) return [];
    const decided = everyOpOfRow(db, uuidToBytes(named.row)).find(({ id }) => id === named.id);
    return decided !== undefined && ops.has(decided.localId) ? [uuidToBytes(decision.row)] : [];
  });
}
