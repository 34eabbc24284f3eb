/**
 * Pairs that were kept apart here and that a received file makes one. The joining holds, as it does everywhere; but whoever
 * said that these are two people must hear of it, or a wrong joining would stand unseen.
 */
import type { ReceiveSummary } from "../../../shared/contract/schemas/exchange";
import { presenceField } from "../../../shared/domain/entities";
import { uuidToBytes } from "../../../shared/sync/bytes";
import { foldRow, targetOfJoin } from "../../../shared/sync/fold";
import type { ReadHandle } from "../../roster/file/handle";
import { historyOfRow } from "../../roster/log/op-rows";
import { titleOfRow } from "../../roster/read/change-details";
import { recordJoinedInto } from "../../roster/read/joined-record";
import type { PairKeptApart } from "../../roster/read/kept-apart";
import { rowFields } from "../../roster/read/rows";

/**
 * @param pairs who was kept apart before
 * @param officeOf what the office of a writer (hex) is called
 */
export function apartJoined(
  db: ReadHandle,
  pairs: readonly PairKeptApart[],
  officeOf: (writer: string) => string,
): ReceiveSummary["apartJoined"] {
  return pairs.flatMap(({ a, b }) => {
    const [standsAsA, standsAsB] = [a, b].map((id) => (isThere(db, id) ? id : recordJoinedInto(db, id)));
    if (standsAsA === null || standsAsA === undefined || standsAsA !== standsAsB) return [];
    const joined = standsAsA === a ? b : a;
    const [said] = foldRow(historyOfRow(db, uuidToBytes(joined))).heads.get(presenceField) ?? [];
    const into = said === undefined ? null : targetOfJoin(said);
    return [
      {
        office: said === undefined ? "" : officeOf(said.branch.writer),
        joined: titleOfRow(db, "official", joined),
        into: titleOfRow(db, "official", into ?? standsAsA),
        officialId: standsAsA,
      },
    ];
  });
}

function isThere(db: ReadHandle, id: string): boolean {
  return rowFields(db, "official", id) !== null;
}
