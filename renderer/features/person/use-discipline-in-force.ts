/** The discipline of somebody that is in force longest on the day looked at, with what it keeps an office from. */
import { disciplinesOn } from "../../../shared/career/discipline";
import { disciplinesOf, staffKindOn } from "../../../shared/career/record";
import { isoToPacked, packedToIso, type PartialDate } from "../../../shared/domain/partial-date";
import type { DisciplineForm } from "../../../shared/domain/values";
import { useMoment } from "../../bridge/moment";
import type { RecordState } from "../../records/use-record-draft";

export interface DisciplineInForce {
  readonly form: DisciplineForm;
  readonly until: PartialDate;
  readonly clause: string;
}

/** @returns null where none surely is in force */
export function useDisciplineInForce({ draft, references }: RecordState): DisciplineInForce | null {
  const { on } = useMoment();
  const { assignment, discipline } = draft.rows;
  const disciplines = disciplinesOf(discipline);
  if (disciplines.length === 0) return null;
  const day = isoToPacked(on);
  const staff = staffKindOn(assignment, references.postOf, day);
  const effects = staff === null ? [] : disciplinesOn(disciplines, staff, day).effects;
  const [longest] = [...effects].sort((a, b) => b.until - a.until);
  if (longest === undefined) return null;
  const { until, rule } = longest;
  return { form: longest.discipline.form, until: packedToIso(until), clause: rule.clause };
}
