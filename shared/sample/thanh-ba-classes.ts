/**
 * Classes of training of Thanh Ba since 2016: 190 classes with 12,500 turns, most of them of learners who are not on the
 * roster. Nothing of it moves a published figure: who is certified by a class has the very paper on record, and the other
 * classes prove none.
 *
 * Drawn from a source of its own, so that the people are the same with and without it.
 */
import { textOf } from "../domain/checks/reading";
import { earliestDay, latestDay, packedToIso } from "../domain/partial-date";
import type { TrainingKind } from "../domain/values";
import { dayNumber, dayOfIso, isoDay } from "./calendar";
import type { NextId } from "./ids";
import { personName } from "./names";
import type { Random } from "./random";
import type { ClassRow, SamplePerson } from "./types";

const classCount = 190;
const turnCount = 12_500;
const [firstYear, lastYear] = [2016, 2025] as const;

/** What a class may prove; of the papers on record those of these kinds and levels were studied for in the district. */
interface Programme {
  readonly kind: TrainingKind;
  readonly name: string;
  readonly provider: string;
  readonly days: number;
  readonly hours: number;
  readonly proves?: { readonly kind: string; readonly level: string };
}

const school = "Trường Chính trị tỉnh (mẫu)";
const centre = "Trung tâm Chính trị huyện (mẫu)";
const office = "Phòng Nội vụ huyện (mẫu)";
const language = "Trung tâm Ngoại ngữ - Tin học (mẫu)";

const proving: readonly Programme[] = [
  programme("politicalTheory", "Trung cấp lý luận chính trị", school, 120, 960, "intermediate"),
  programme("politicalTheory", "Sơ cấp lý luận chính trị", centre, 45, 320, "elementary"),
  programme("stateManagement", "Quản lý nhà nước ngạch chuyên viên", school, 40, 320, "specialist"),
  programme(
    "stateManagement",
    "Quản lý nhà nước ngạch chuyên viên chính",
    school,
    40,
    320,
    "principalSpecialist",
  ),
  programme("it", "Ứng dụng công nghệ thông tin cơ bản", language, 15, 80, "basic"),
  programme("foreignLanguage", "Tiếng Anh giao tiếp", language, 30, 120, "basic"),
  programme("defence", "Bồi dưỡng kiến thức quốc phòng và an ninh", office, 4, 32, "certificate"),
];

const plain: readonly Programme[] = [
  programme("partyWork", "Nghiệp vụ công tác xây dựng Đảng", centre, 3, 24),
  programme("massWork", "Nghiệp vụ công tác đoàn thể", centre, 3, 24),
  programme("newKnowledge", "Cập nhật kiến thức mới", centre, 2, 16),
  programme("jobSkills", "Kỹ năng tiếp công dân, giải quyết đơn thư", office, 2, 16),
  programme("jobSkills", "Nghiệp vụ tư pháp - hộ tịch", office, 3, 24),
  programme("jobSkills", "Nghiệp vụ văn thư, lưu trữ", office, 2, 16),
  programme("councilSkills", "Kỹ năng hoạt động của đại biểu HĐND xã", office, 2, 16),
  programme("leadership", "Kỹ năng lãnh đạo, quản lý cấp xã", school, 5, 40),
  programme("economicManagement", "Quản lý kinh tế nông nghiệp, nông thôn mới", office, 3, 24),
];

function programme(
  kind: TrainingKind,
  name: string,
  provider: string,
  days: number,
  hours: number,
  level?: string,
): Programme {
  return { kind, name, provider, days, hours, ...(level === undefined ? {} : { proves: { kind, level } }) };
}

interface Planned {
  readonly programme: Programme;
  readonly year: number;
  /** Learners on the roster, with the day of the paper that they have by it. */
  readonly learners: { readonly person: SamplePerson; readonly granted: string | null }[];
}

/** The rows in the order in which they are written: each class, its teachers, its learners. */
export function thanhBaClasses(random: Random, nextId: NextId, people: readonly SamplePerson[]): ClassRow[] {
  const planned = provingClasses(people);
  for (let serial = 0; planned.length < classCount; serial++) {
    const year = firstYear + (serial % (lastYear - firstYear + 1));
    planned.push({ programme: random.pick(plain), year, learners: [] });
  }
  fillPlain(random, planned, people);
  planned.sort((a, b) => a.year - b.year);
  const made = planned.map((one, serial) => ({ one, fields: fieldsOf(random, one, serial) }));
  const results = made.map(({ one }) => one.learners.map(({ granted }) => resultOf(random, granted)));
  const here = results.flat().filter((result) => result !== "absent").length;
  const elsewhere = shared(random, turnCount - here, classCount);
  return made.flatMap(({ one, fields }, place) => {
    const id = nextId();
    const others = elsewhere[place] ?? 0;
    const seats = 10 * Math.ceil((one.learners.length + others + random.below(8)) / 10);
    const budget = (one.learners.length + others) * one.programme.days * 150_000;
    return [
      { entity: "trainingClass", id, fields: { ...fields, seats, budget, learnersElsewhere: others } },
      ...teachersOf(random, nextId, id, one),
      ...one.learners.map(({ person, granted }, at): ClassRow => {
        const result = results[place]?.[at] ?? "passed";
        const certified = granted === null ? {} : { certificateDate: granted };
        const attended = result === "absent" ? 0 : result === "withdrawn" ? random.between(10, 60) : null;
        const attendance = attended ?? random.between(80, 100);
        const row = { official: person.id, trainingClass: id, result, attendance, ...certified };
        return { entity: "enrolment", id: nextId(), fields: row };
      }),
    ];
  });
}

/** Papers of a year that one programme proves were had by one class of that year. */
function provingClasses(people: readonly SamplePerson[]): Planned[] {
  const found = new Map<string, Planned>();
  for (const person of people) {
    for (const { fields } of person.qualifications) {
      const granted = textOf(fields, "granted");
      const year = granted === null ? 0 : Number(granted.slice(0, 4));
      const one = proving.find(
        ({ proves }) => proves?.kind === fields["kind"] && proves?.level === fields["level"],
      );
      if (granted === null || one === undefined || year <= firstYear || year > lastYear) continue;
      const key = `${one.name} ${year}`;
      const known = found.get(key) ?? { programme: one, year, learners: [] };
      found.set(key, known);
      if (!known.learners.some((learner) => learner.person === person))
        known.learners.push({ person, granted });
    }
  }
  return [...found.values()].slice(0, classCount);
}

/** People who serve then, each in no more than a few classes a year. */
function fillPlain(random: Random, planned: readonly Planned[], people: readonly SamplePerson[]): void {
  for (const { programme: one, year, learners } of planned) {
    if (one.proves !== undefined) continue;
    const serving = people.filter((person) => servesIn(person, year));
    for (const person of random.shuffled(serving).slice(0, random.between(6, 16)))
      learners.push({ person, granted: null });
  }
}

function servesIn({ assignments }: SamplePerson, year: number): boolean {
  return assignments.some(({ fields }) => {
    const [from, to] = [textOf(fields, "from"), textOf(fields, "to")];
    const began = from === null || latestDay(from) < year * 10_000 + 101;
    return began && (to === null || earliestDay(to) > year * 10_000 + 1231);
  });
}

/** Whoever has a paper by the class passed it. */
function resultOf(random: Random, granted: string | null): string {
  if (granted !== null || random.percent(93)) return "passed";
  return random.pick(["failed", "withdrawn", "absent", "deferred"]);
}

function fieldsOf(
  random: Random,
  { programme: one, year, learners }: Planned,
  serial: number,
): ClassRow["fields"] {
  // A class ends no later than its first paper may be of.
  const first = learners.flatMap(({ granted }) => (granted === null ? [] : latestDay(granted)));
  const free = random.between(dayNumber(year, 2, 1), dayNumber(year, 5, 20));
  const end = first.length > 0 ? dayOfIso(packedToIso(Math.min(...first))) : free + one.days;
  const name = `${one.name}, lớp ${serial + 1} năm ${year} (mẫu)`;
  return {
    name,
    kind: one.kind,
    openedBy: one.provider === school ? "province" : "district",
    form: one.days > 20 ? "partTime" : "fullTime",
    place: "domestic",
    provider: one.provider,
    venue: one.provider === school ? "Việt Trì (mẫu)" : "Thị trấn Thanh Ba (mẫu)",
    from: isoDay(end - one.days),
    to: isoDay(end),
    days: one.days,
    hours: one.hours,
    decisionNumber: `MẪU ${serial + 1}/QĐ`,
    ...(one.kind === "defence" ? { defenceGroup: "group4" } : {}),
    ...(one.proves === undefined ? {} : { provesKind: one.proves.kind, provesLevel: one.proves.level }),
  };
}

function teachersOf(
  random: Random,
  nextId: NextId,
  trainingClass: string,
  { programme: one }: Planned,
): ClassRow[] {
  return Array.from({ length: one.days > 20 ? 3 : 1 }, (_, place) => ({
    entity: "classTeacher" as const,
    id: nextId(),
    fields: {
      trainingClass,
      name: personName(random, random.percent(50) ? "male" : "female", "Kinh"),
      organisation: one.provider,
      hours: Math.ceil(one.hours / (one.days > 20 ? 3 : 1)),
      ...(place > 0 || one.provider === office ? { partTime: true } : {}),
    },
  }));
}

/** Parts a sum into so many numbers about as large as one another. */
function shared(random: Random, sum: number, count: number): number[] {
  const weights = Array.from({ length: count }, () => random.between(60, 140));
  const whole = weights.reduce((total, one) => total + one, 0);
  const parts = weights.map((weight) => Math.floor((sum * weight) / whole));
  const rest = sum - parts.reduce((total, one) => total + one, 0);
  return parts.map((part, place) => part + (place < rest ? 1 : 0));
}
