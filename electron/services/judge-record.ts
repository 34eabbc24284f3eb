/** A stored record judged on a day by the rules of the open roster. */
import { isoToPacked } from "../../shared/domain/partial-date";
import { officialCategories, type PostCategory } from "../../shared/domain/values";
import { judgeRows, type RecordJudgement } from "../../shared/standards/read";
import type { OfficialRecordRows } from "../roster/read/officials";
import type { RosterIndex } from "../roster/read/index/roster-index";

/** @param asOf ISO day @param kinds the kinds of post that count */
export function judgeRecord(
  { catalog }: Pick<RosterIndex, "catalog">,
  record: OfficialRecordRows,
  asOf: string,
  kinds: readonly PostCategory[] = officialCategories,
): RecordJudgement {
  const today = isoToPacked(asOf);
  return judgeRows(record, catalog.ruleBook(today), { catalog, today, kinds });
}
