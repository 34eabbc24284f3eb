/** What a full record says beside service and pay: work told as in a curriculum vitae, family, merit, nominations. */
import { textOf } from "../domain/checks/reading";
import type { FieldValue } from "../domain/entities";
import { type DayNumber, isoMonth, yearOf, years } from "./calendar";
import { personName } from "./names";
import { type PayWriter, postKeyOf } from "./pay-steps";
import { postTraits, type SamplePostKey, samplePost } from "./posts";
import type { FurtherRow, SamplePerson, SampleRow } from "./types";

export interface FullHome {
  /** As written in files: "Xã Quảng Yên". */
  readonly unit: string;
  readonly province: string;
}

/** Whose record is written, and what the rest of it is fitted to. */
export interface RecordWriter extends PayWriter {
  readonly person: SamplePerson;
  readonly home: FullHome;
  readonly born: DayNumber;
  /** First day of service. */
  readonly since: DayNumber;
}

type Entity = FurtherRow["entity"];

function rowOf(
  { nextId, official }: RecordWriter,
  entity: Entity,
  fields: Readonly<Record<string, FieldValue>>,
): FurtherRow {
  return { entity, id: nextId(), fields: { official, ...fields } };
}

/** Up to the post that is held: what the assignments say is not told again. */
export function workRows(writer: RecordWriter): FurtherRow[] {
  const { random, born, since, home, asOf } = writer;
  const grown = born + years(18);
  const rows: FurtherRow[] = [];
  const add = (from: DayNumber, to: DayNumber, unit: string, post: string) => {
    if (to > from + 60)
      rows.push(rowOf(writer, "workHistory", { from: isoMonth(from), to: isoMonth(to), unit, post }));
  };
  const studied = Math.min(since - 30, grown + years(4));
  add(grown, studied, "Trường đại học, cao đẳng (mẫu)", "Sinh viên");
  add(
    studied + 30,
    since - 30,
    `${home.unit}, ${home.province}`,
    random.pick(["Lao động tại địa phương", "Cán bộ thôn", "Nhân viên hợp đồng"]),
  );
  const merged = asOf.day - 184;
  const moved = since + Math.trunc((merged - since) * (random.between(30, 70) / 100));
  add(since, moved, `UBND xã cũ thuộc ${home.unit}, ${home.province}`, "Công chức");
  add(
    moved + 30,
    merged,
    `Phòng chuyên môn huyện cũ, ${home.province}`,
    random.pick(["Chuyên viên", "Phó Trưởng phòng", "Công chức"]),
  );
  return rows;
}

const jobs = ["làm ruộng", "giáo viên", "công nhân", "buôn bán", "viên chức y tế", "hưu trí"] as const;

/** Own family and the spouse's, as the forms list them. */
export function familyRows(writer: RecordWriter): FurtherRow[] {
  const { random, born, home, person, asOf } = writer;
  const birthYear = yearOf(born);
  const thisYear = yearOf(asOf.day);
  const add = (relation: string, sex: "male" | "female", birth: number): FurtherRow =>
    rowOf(writer, "relative", {
      relation,
      fullName: personName(random, sex, "Kinh"),
      birthYear: birth,
      detail: `Quê ${home.unit}, ${home.province}; ${random.pick(jobs)}; ở Thôn ${random.between(1, 14)}, ${home.unit}`,
    });
  const other = person.fields.sex === "male" ? "female" : "male";
  const anySex = () => (random.percent(50) ? "male" : "female");
  const rows = [
    add("father", "male", birthYear - random.between(22, 35)),
    add("mother", "female", birthYear - random.between(20, 32)),
  ];
  for (let left = random.between(0, 3); left > 0; left--)
    rows.push(add("sibling", anySex(), birthYear + random.between(-8, 8)));
  if (thisYear - birthYear < 25 || random.percent(8)) return rows;
  rows.push(add("spouse", other, birthYear + random.between(-3, 3)));
  for (let left = random.between(0, 2); left > 0; left--) {
    const born = birthYear + random.between(23, 32);
    if (born <= thisYear) rows.push(add("child", anySex(), born));
  }
  rows.push(
    add("fatherInLaw", "male", birthYear - random.between(22, 35)),
    add("motherInLaw", "female", birthYear - random.between(20, 32)),
  );
  return rows;
}

/** Titles of emulation, papers of praise and, seldom, an honour; of years that were served. */
export function meritRows(writer: RecordWriter): FurtherRow[] {
  const { random, since, asOf, home } = writer;
  const rows: FurtherRow[] = [];
  const decided = () => ({
    decisionNumber: `${random.between(21, 1980)}/QĐ-UBND`,
    decidedBy: `Chủ tịch UBND ${home.unit}`,
  });
  for (let year = Math.max(2020, yearOf(since) + 1); year < yearOf(asOf.day); year++) {
    if (random.percent(45))
      rows.push(rowOf(writer, "emulation", { year, title: "Lao động tiên tiến", ...decided() }));
    if (random.percent(8))
      rows.push(rowOf(writer, "emulation", { year, title: "Chiến sĩ thi đua cơ sở", ...decided() }));
    if (random.percent(16)) rows.push(rowOf(writer, "reward", { year, form: "Giấy khen", ...decided() }));
  }
  if (random.percent(3) && yearOf(since) < 2015)
    rows.push(
      rowOf(writer, "honour", {
        year: 2020,
        title: "Huân chương Lao động hạng Ba",
        decisionNumber: "MẪU/QĐ-CTN",
      }),
    );
  if (random.percent(2))
    rows.push(
      rowOf(writer, "foreignTie", {
        kind: "relative",
        organisation: personName(random, "male", "Kinh"),
        seat: "Hoa Kỳ",
        work: "Định cư",
      }),
    );
  return rows;
}

const nextPosts: Readonly<Partial<Record<SamplePostKey, SamplePostKey>>> = {
  partyDeputySecretary: "partySecretary",
  peoplesCommitteeChair: "partySecretary",
  peoplesCommitteeViceChair: "peoplesCommitteeChair",
  officeChief: "peoplesCommitteeViceChair",
  economyHead: "peoplesCommitteeViceChair",
  economyUrbanHead: "peoplesCommitteeViceChair",
  cultureSocietyHead: "peoplesCouncilViceChair",
};

/** For the title above, of the term that comes next. */
export function nominationRows(writer: RecordWriter, main: SampleRow<"assignment">): FurtherRow[] {
  const { random } = writer;
  const held = postKeyOf(main);
  const next = held === undefined ? undefined : nextPosts[held];
  if (next === undefined || random.percent(30)) return [];
  const isParty = next === "partySecretary";
  return [
    rowOf(writer, "planning", {
      side: isParty ? "party" : "government",
      term: isParty ? "2025-2030" : "2026-2031",
      post: samplePost(next).id,
      unit: textOf(main.fields, "unit"),
      from: "2025-10-15",
      decisionNumber: `${random.between(100, 900)}-QĐ/${postTraits[next].tier === "leader" ? "TU" : "ĐU"}`,
      decisionDate: "2025-10-15",
    }),
  ];
}
