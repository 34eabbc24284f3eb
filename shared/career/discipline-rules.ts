/**
 * How long a discipline is in force by its form, and what may not be done with somebody meanwhile, as the program ships it.
 *
 * Sources: of viên chức Luật 58/2010/QH12, Điều 56; of cán bộ, công chức Luật 22/2008/QH12, Điều 82 (khoản 1 as
 * thuvienphapluat.vn 20065 quotes it, khoản 2 as nld.com.vn 20201214213940459 tells of it), with the change of Luật
 * 52/2019/QH14 (Điều 1 khoản 17, as lawnet.vn 69710 tells of it). Of the Party, of what was before the law of 2008 and of
 * the laws of 2025 no text was seen: those rows are not verified.
 */
import type { DisciplineForm, DisciplineSide } from "../domain/values";
import type { DatedRule, StaffKind } from "./types";

/**
 * What a discipline in force does: planning, training and a higher post, or any appointment, are out of the question; a
 * step of pay comes later, by the months that delays.ts says.
 */
export type DisciplineEffect =
  | "noPlanning"
  | "noTraining"
  | "noHigherPost"
  | "noAppointment"
  | "salaryStepDelayed";

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
/** Neither a higher post nor any other: of the law until 2020 every form, since then the two that take a post away. */
const noPost: readonly DisciplineEffect[] = ["noPlanning", "noTraining", "noAppointment"];
const government = { side: "government", effects: barredAndDelayed } as const;

const beforeLaw = {
  validFrom: null,
  validTo: "2009-12-31",
  clause: "Trước Luật Cán bộ, công chức 22/2008/QH12; tạm theo Điều 82 của Luật này",
  verified: false,
} as const;
const lawOf2008 = {
  validFrom: "2010-01-01",
  validTo: "2020-06-30",
  clause: "Luật Cán bộ, công chức 22/2008/QH12, Điều 82 khoản 2",
  verified: true,
} as const;
const changeOf2019 = {
  validFrom: "2020-07-01",
  validTo: "2025-06-30",
  clause: "Luật 22/2008/QH12, Điều 82, sửa đổi bởi Luật 52/2019/QH14, Điều 1 khoản 17",
  verified: true,
} as const;
const lawOf2025 = {
  validFrom: "2025-07-01",
  validTo: null,
  clause: "Chưa tìm thấy quy định theo Luật 80/2025/QH15; tạm theo Luật 22/2008/QH12, Điều 82",
  verified: false,
} as const;

export const shippedDisciplines: readonly DisciplineRule[] = [
  // Open to the past, so that a discipline of long ago is over and not a doubt for ever.
  ...[beforeLaw, lawOf2008].flatMap((law) =>
    civilRules(law, noPost, { reprimand: 12, warning: 12, stepLowered: 12, demotion: 12, stripping: 12 }),
  ),
  ...[changeOf2019, lawOf2025].flatMap((law) => [
    ...civilRules(law, barred, { reprimand: 12, warning: 12, stepLowered: 12 }),
    ...civilRules(law, noPost, { demotion: 24, stripping: 24 }),
  ]),
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

/** Hạ bậc lương takes a step away and puts none off: khoản 1 of the article does not name it. */
function civilRules(
  law: DatedRule,
  bars: readonly DisciplineEffect[],
  months: Readonly<Partial<Record<DisciplineForm, number>>>,
): DisciplineRule[] {
  const effects: readonly DisciplineEffect[] = [...bars, "salaryStepDelayed"];
  return rules({ ...law, side: "government", kinds: civil, effects }, months).map((rule) =>
    rule.form === "stepLowered" ? { ...rule, effects: bars } : rule,
  );
}

function rules(frame: Frame, months: Readonly<Partial<Record<DisciplineForm, number>>>): DisciplineRule[] {
  // The keys of the literals above, of which Object.entries tells the type no more.
  return (Object.entries(months) as [DisciplineForm, number][]).map(([form, count]) => ({
    ...frame,
    form,
    months: count,
  }));
}
