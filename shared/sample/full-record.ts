/**
 * Full records for the people of a large sample: the fields and tables of a curriculum vitae, pay, terms, disciplines,
 * evaluations, so that speed and size are tried on files that offices really keep and not on names and posts alone.
 *
 * Drawn from a source of its own: the people are the same with it as without. Commune by commune, like the people.
 */
import { textOf } from "../domain/checks/reading";
import type { FieldValue } from "../domain/entities";
import { earliestDay, packedToIso } from "../domain/partial-date";
import { bloodGroups } from "../domain/values";
import { type DayNumber, dayNumber, dayOfIso, isoDay, isoMonth, years, yearOf } from "./calendar";
import type { NextId } from "./ids";
import {
  familyRows,
  type FullHome,
  meritRows,
  nominationRows,
  type RecordWriter,
  workRows,
} from "./full-rows";
import {
  chainOf,
  disciplineRow,
  evaluationRows,
  holdsOn,
  mainOn,
  paidBy,
  payRows,
  renewedUntil,
  type SampleDay,
} from "./pay-steps";
import type { Random } from "./random";
import type { FurtherRow, SamplePerson, SampleRow } from "./types";

const asOf: SampleDay = { iso: "2025-12-31", packed: 20_251_231, day: dayNumber(2025, 12, 31) };
const evaluatedYears = [2021, 2022, 2023, 2024, 2025] as const;
/** Rows of pay that a file holds: the newest. */
const mostSteps = 5;
/** A discipline bars an election or appointment: who came to a post by one, or came lately, has none. */
const longAgo = dayNumber(2024, 1, 1);

/** The people of a commune, each with a record that lacks a little here and there. */
export function withFullRecord(
  random: Random,
  nextId: NextId,
  people: readonly SamplePerson[],
  home: FullHome,
): SamplePerson[] {
  return people.map((person) => {
    const since = beganOn(person);
    const writer: RecordWriter = {
      random,
      nextId,
      asOf,
      official: person.id,
      person,
      home,
      born: bornOn(person),
      since,
    };
    const main = mainOn(person, asOf);
    const further = [
      ...workRows(writer),
      ...(main === null ? [] : serviceRows(writer, person)),
      ...familyRows(writer),
      ...meritRows(writer),
      ...(main === null ? [] : nominationRows(writer, main)),
    ];
    return {
      ...person,
      fields: { ...person.fields, ...ownFields(writer) },
      assignments: person.assignments.map((row) => withTerm(random, row)),
      further: [...person.further, ...further],
    };
  });
}

function bornOn({ fields }: SamplePerson): DayNumber {
  return dayOfIso(packedToIso(earliestDay(textOf(fields, "birth"))));
}

/** First day of service, also before the career on record. */
function beganOn(person: SamplePerson): DayNumber {
  const recruited = textOf(person.fields, "recruitedOn");
  const day = recruited === null ? asOf.day : dayOfIso(packedToIso(earliestDay(recruited)));
  return Math.min(day, asOf.day - 60);
}

/** Of three in a hundred the end of the term was not written down. */
function withTerm(random: Random, row: SampleRow<"assignment">): SampleRow<"assignment"> {
  const { kind } = row.fields;
  if (!holdsOn(row, asOf) || (kind !== "elected" && kind !== "appointed") || random.percent(3)) return row;
  return { ...row, fields: { ...row.fields, termUntil: renewedUntil(row, asOf) } };
}

function serviceRows(writer: RecordWriter, person: SamplePerson): FurtherRow[] {
  const { random, since } = writer;
  const paid = random.percent(2) ? null : paidBy(person, asOf);
  const steps = paid === null ? [] : chainOf(paid.scale, since, asOf).slice(-mostSteps);
  const isMoved = person.assignments.some(
    ({ fields: { kind } }) => kind !== "recruited" && kind !== "transferred",
  );
  const isDisciplined = !isMoved && since < longAgo && random.percent(4);
  const failed = !isDisciplined && random.percent(1) ? random.pick([2024, 2025]) : null;
  return [
    ...payRows(writer, paid, steps, random.percent(1)),
    ...(isDisciplined ? [disciplineRow(writer, `Chủ tịch UBND ${writer.home.province}`)] : []),
    ...evaluationRows(writer, evaluatedYears, since, failed),
    ...allowanceRows(writer),
  ];
}

function allowanceRows({ random, nextId, official }: RecordWriter): FurtherRow[] {
  const row = (kind: string, amount: Readonly<Record<string, FieldValue>>): FurtherRow => ({
    entity: "allowance",
    id: nextId(),
    fields: { official, kind, from: "2025-07-01", ...amount },
  });
  return [
    row("Phụ cấp công vụ", { percent: 2500 }),
    ...(random.percent(35) ? [row("Phụ cấp chức vụ", { coefficient: random.pick([15, 20, 25, 30]) })] : []),
  ];
}

/** Each answer is there in most files and lacks in some. */
function ownFields({ random, person, home, born, since }: RecordWriter): Record<string, FieldValue> {
  const number = textOf(person.fields, "identityNumber") ?? "";
  const isMember = textOf(person.fields, "partyOfficial") !== null;
  const digits = (count: number) => String(random.below(10 ** count)).padStart(count, "0");
  const place = `Thôn ${random.between(1, 14)}, ${home.unit}, ${home.province}`;
  const fields: Record<string, FieldValue> = {};
  const add = (percent: number, field: string, value: () => FieldValue) => {
    if (random.percent(percent)) fields[field] = value();
  };
  add(95, "birthPlace", () => textOf(person.fields, "hometown") ?? place);
  add(90, "permanentResidence", () => place);
  add(95, "residence", () => place);
  add(80, "phone", () => textOf(person.fields, "phone") ?? `0100${digits(7)}`);
  if (number.length === 12) {
    add(90, "identityIssued", () => isoDay(random.between(dayNumber(2021, 3, 1), dayNumber(2025, 6, 30))));
    add(60, "identityExpires", () => isoDay(random.between(asOf.day + 30, asOf.day + years(20))));
  }
  add(90, "recruitedBy", () => `UBND ${home.province}`);
  add(85, "occupationBefore", () =>
    random.pick(["Học sinh", "Sinh viên", "Làm ruộng", "Bộ đội", "Giáo viên"]),
  );
  add(80, "agencySince", () => isoMonth(Math.max(since, dayNumber(2025, 7, 1))));
  add(95, "payroll", () => "permanent");
  add(85, "mainWork", () => random.pick(works));
  add(70, "strength", () => random.pick(works));
  add(98, "schooling", () => (random.percent(93) ? "12/12" : "10/10"));
  if (isMember) add(85, "partyCard", () => `MẪU ${digits(8)}`);
  add(75, "organisationJoined", () => isoMonth(born + years(16) + random.below(700)));
  add(92, "socialInsurance", () => `99${digits(8)}`);
  add(80, "healthInsurance", () => `HC4 MẪU ${digits(8)}`);
  if (person.fields.sex === "male" && random.percent(18)) {
    const enlisted = born + years(18) + random.between(60, 900);
    fields["enlisted"] = isoMonth(enlisted);
    fields["discharged"] = isoMonth(enlisted + years(2));
    fields["militaryRank"] = random.pick(["Binh nhất", "Hạ sĩ", "Trung sĩ"]);
  }
  add(80, "familyOrigin", () =>
    random.pick(["Bần nông", "Trung nông", "Nông dân", "Công nhân", "Viên chức"]),
  );
  add(85, "health", () => random.pick(["Tốt", "Tốt", "Bình thường"]));
  add(80, "height", () => random.between(150, 178));
  add(80, "weight", () => random.between(45, 80));
  add(60, "bloodGroup", () => random.pick(bloodGroups));
  add(40, "lifeStory", () => `Từ nhỏ sống và học tập tại địa phương, công tác từ năm ${yearOf(since)}.`);
  add(50, "income", () => `Lương và các khoản phụ cấp: ${random.between(96, 260)} triệu đồng một năm`);
  add(50, "housing", () => `Nhà cấp 4, ${random.between(60, 180)} m²`);
  return fields;
}

const works = [
  "Tham mưu công tác nội vụ",
  "Quản lý đất đai, xây dựng",
  "Tài chính, ngân sách",
  "Tư pháp, hộ tịch",
  "Văn hóa, xã hội",
  "Tổng hợp, văn thư",
  "Vận động quần chúng",
];
