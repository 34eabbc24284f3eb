/**
 * How a person stands on the day: as it is stored, or as it would be with what is typed. One answer for the summary and
 * for the cards beside it.
 */
import type { FindingData } from "../../../shared/contract/schemas/common";
import type { OfficialRecord } from "../../../shared/contract/schemas/officials";
import type { MainDoubt } from "../../../shared/domain/values";
import { asRecorded } from "../../../shared/standards/read";
import type { RecordState } from "../../records/use-record-draft";
import { useJudge } from "../why/use-judge";

export interface Standing {
  readonly findings: readonly FindingData[];
  readonly serving: { readonly unitName: string; readonly postName: string } | null;
  readonly mainDoubt: MainDoubt | null;
  /** Judged from what is typed, not from what is stored. */
  readonly live: boolean;
}

/** @param asOf `YYYY-MM-DD` @returns null until all that it is judged by is here */
export function useStanding(
  record: OfficialRecord | null,
  state: RecordState,
  asOf: string,
): Standing | null {
  const judge = useJudge(asOf, state.references.unitIds);
  if (record !== null && !state.dirty) {
    const { findings, serving, mainDoubt } = record;
    return { findings, serving, mainDoubt, live: false };
  }
  if (judge === null) return null;
  const { rows } = state.draft;
  const stored = record?.rows.qualification ?? [];
  const qualification = asRecorded(rows.qualification, stored);
  return { ...judge({ ...state.draft, rows: { ...rows, qualification } }), live: true };
}
