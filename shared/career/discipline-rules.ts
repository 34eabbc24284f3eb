/**
 * How long a discipline is in force by its form, and what may not be done with somebody meanwhile, as the program ships it.
 *
 * Sources: of viên chức Luật 58/2010/QH12, Điều 56; of cán bộ, công chức Luật 22/2008/QH12, Điều 82, with the change of
 * Luật 52/2019/QH14 (Điều 1 khoản 17, as lawnet.vn 69710 tells of it). Of the Party, of the law before that change and of
 * the laws of 2025 no text was seen: those rows are not verified.
 */
import type { DisciplineForm, DisciplineSide } from "../domain/values";
import type { DatedRule, StaffKind } from "./types";

/**
 * What a discipline in force does: planning, training and a higher post are out of the question; a step of pay comes
 * later, by the months that delays.ts says.
 */
export type DisciplineEffect = "noPlanning" | "noTraining" | "noHigherPost" | "salaryStepDelayed";

export interface DisciplineRule extends DatedRule {
  readonly side: DisciplineSide;
  readonly form: DisciplineForm;
  readonly kinds: readonly StaffKind[];
  /** In force for so many months from the day of its decision on. */
  readonly months: number;
  readonly effects: readonly DisciplineEffect[];
}

type Frame = Pick<DisciplineRule, "side" | "kinds" | "effects" | keyof DatedRule>;

const civil: readonly StaffKind[] = ["canBo", "congChuc"];
const barred: readonly DisciplineEffect[] = ["noPlanning", "noTraining", "noHigherPost"];
const barredAndDelayed: readonly DisciplineEffect[] = [...barred, "salaryStepDelayed"];
const government = { side: "government", effects: barredAndDelayed } as const;

export const shippedDisciplines: readonly DisciplineRule[] = [
  ...rules(
    {
      ...government,
      kinds: civil,
      // Open to the past, so that a discipline of long ago is over and not a doubt for ever.
      validFrom: null,
      validTo: "2020-06-30",
      clause: "Luật Cán bộ, công chức 22/2008/QH12, Điều 82 (chưa xem văn bản)",
      verified: false,
    },
    { reprimand: 12, warning: 12, stepLowered: 12, demotion: 12, stripping: 12 },
  ),
  ...rules(
    {
      ...government,
      kinds: civil,
      validFrom: "2020-07-01",
      validTo: "2025-06-30",
      clause: "Luật 22/2008/QH12, Điều 82, sửa đổi bởi Luật 52/2019/QH14, Điều 1 khoản 17",
      verified: true,
    },
    { reprimand: 12, warning: 12, stepLowered: 12, demotion: 24, stripping: 24 },
  ),
  ...rules(
    {
      ...government,
      kinds: civil,
      validFrom: "2025-07-01",
      validTo: null,
      clause: "Chưa tìm thấy quy định theo Luật 80/2025/QH15; tạm theo Luật 22/2008/QH12, Điều 82",
      verified: false,
    },
    { reprimand: 12, warning: 12, stepLowered: 12, demotion: 24, stripping: 24 },
  ),
  ...rules(
    {
      ...government,
      kinds: ["vienChuc"],
      validFrom: null,
      validTo: "2011-12-31",
      clause: "Trước Luật Viên chức 58/2010/QH12; tạm theo Điều 56 của Luật này",
      verified: false,
    },
    { reprimand: 12, warning: 12, stripping: 24 },
  ),
  ...rules(
    {
      ...government,
      kinds: ["vienChuc"],
      validFrom: "2012-01-01",
      validTo: "2026-06-30",
      clause: "Luật Viên chức 58/2010/QH12, Điều 56",
      verified: true,
    },
    { reprimand: 12, warning: 12, stripping: 24 },
  ),
  ...rules(
    {
      ...government,
      kinds: ["vienChuc"],
      validFrom: "2026-07-01",
      validTo: null,
      clause: "Chưa tìm thấy quy định theo Luật Viên chức 129/2025/QH15; tạm theo Luật 58/2010/QH12, Điều 56",
      verified: false,
    },
    { reprimand: 12, warning: 12, stripping: 24 },
  ),
  ...rules(
    {
      side: "party",
      effects: barred,
      kinds: [...civil, "vienChuc"],
      validFrom: null,
      validTo: null,
      clause: "Quy định của Đảng về thời hạn sau kỷ luật (theo nguồn thứ cấp, chưa xem văn bản)",
      verified: false,
    },
    { reprimand: 12, warning: 30, stripping: 60 },
  ),
];

function rules(frame: Frame, months: Readonly<Partial<Record<DisciplineForm, number>>>): DisciplineRule[] {
  // The keys of the literals above, of which Object.entries tells the type no more.
  return (Object.entries(months) as [DisciplineForm, number][]).map(([form, count]) => ({
    ...frame,
    form,
    months: count,
  }));
}
