/**
 * A diploma or certificate of an official: kind, level, day granted.
 *
 * The level must stand on the ladder of its kind: standards compare places on that ladder, and a level of another kind
 * would be judged as nothing at all.
 */
import { error, type Found, warning } from "../checks/found";
import {
  type DraftRow,
  dateOf,
  isAfterToday,
  type RecordAround,
  textOf,
  yearsAfter,
} from "../checks/reading";
import { allLevels, ladderNamed, type QualificationKind, qualificationKinds } from "../levels";
import { earliestDay, latestDay } from "../partial-date";
import { studyModes, studyPlaces } from "../values";
import { entity } from "./definition";

/** Kinds of which lists say more than the level: these papers are asked for by their field and by their day. */
const withMajor: readonly QualificationKind[] = ["professional"];
const withDay: readonly QualificationKind[] = ["professional", "politicalTheory"];
const without = (kinds: readonly QualificationKind[]) =>
  qualificationKinds.filter((kind) => !kinds.includes(kind));

export const qualification = entity({
  id: 6,
  owner: { entity: "official", field: "official" },
  authority: "person",
  scope: "person",
  entered: true,
  counted: "person",
  title: "official",
  label: (words) => [words.of("kind"), words.of("level")].filter((part) => part !== null).join(": "),
  inTable: { by: "kind" },
  figures: { fields: ["official", "kind", "level", "major", "granted"], since: "granted" },
  paper: { number: "certificate" },
  section: "training",
  fields: {
    official: { id: 1, type: "reference", entity: "official", required: true },
    kind: { id: 2, type: "choice", choices: qualificationKinds, words: "kind", required: true },
    level: {
      id: 3,
      type: "choice",
      choices: allLevels,
      ladder: "kind",
      required: true,
      rare: ["ethnicLanguage", "defence", "languageFramework"],
    },
    major: { id: 4, type: "text", rare: without(withMajor) },
    school: { id: 5, type: "text", rare: true },
    mode: { id: 6, type: "choice", choices: studyModes, words: "studyMode", rare: true },
    granted: { id: 7, type: "partialDate", past: true, rare: without(withDay) },
    certificate: { id: 8, type: "text", maxLength: 100, rare: true },
    equivalent: { id: 9, type: "boolean", rare: true },
    note: { id: 10, type: "text", maxLength: 2000, rare: true },
    /** Days or months between which the course ran (TT 06/2023/TT-BNV, tables 32.1 to 32.6). */
    from: { id: 11, type: "partialDate", past: true, rare: true },
    to: { id: 12, type: "partialDate", past: true, rare: true },
    /** Day until which the paper is valid. */
    expires: { id: 13, type: "partialDate", rare: true },
    /** Name of the language of a paper for one. */
    language: { id: 14, type: "text", list: "language", format: "line", maxLength: 60, rare: true },
    score: { id: 15, type: "text", format: "line", maxLength: 40, rare: true },
    place: { id: 16, type: "choice", choices: studyPlaces, words: "studyPlace", rare: true },
    scan: { id: 17, type: "document", rare: true },
  },
  checkInRecord: (row, around) => {
    const rows = around.rowsOf("qualification");
    return [...grantedIssues(row, around), ...repeatIssues(row, rows.slice(0, rows.indexOf(row)))];
  },
});

/** Nobody finishes any schooling earlier. */
const schoolAge = 6;

/**
 * The age below which a paper is worth a second look: a year or two before it is usually granted, so that those who began
 * early or skipped a year are left in peace.
 */
const usualAges: Readonly<Partial<Record<QualificationKind, Readonly<Record<string, number>>>>> = {
  general: { primary: 10, lowerSecondary: 13, upperSecondary: 16 },
  professional: { elementary: 15, intermediate: 16, college: 18, university: 20, master: 22, doctor: 24 },
  politicalTheory: { training: 16, elementary: 18, intermediate: 18, advanced: 20, bachelor: 20 },
  stateManagement: { assistant: 18, specialist: 18, principalSpecialist: 20, seniorSpecialist: 22 },
  it: { intermediate: 16, college: 18, university: 20 },
  foreignLanguage: { intermediate: 16, college: 18, university: 20 },
};
const usualAgeOfCertificate = 13;

function usualAge(kind: string | null, level: string | null): number {
  // "Chưa qua đào tạo" is no paper.
  if (level === "none") return 0;
  const ladder = ladderNamed(kind);
  const ages = ladder === null ? undefined : usualAges[ladder];
  return ages?.[level ?? ""] ?? usualAgeOfCertificate;
}

function grantedIssues(row: DraftRow, { person, context }: RecordAround): Found[] {
  const issues: Found[] = [];
  const granted = dateOf(row.fields, "granted");
  const birth = dateOf(person, "birth");
  if (granted !== null && isAfterToday(earliestDay(granted), context.today)) {
    issues.push(error("granted", "inFuture"));
  } else if (granted !== null && birth !== null) {
    if (latestDay(granted) < earliestDay(birth)) issues.push(error("granted", "beforeBirth"));
    else if (latestDay(granted) < yearsAfter(earliestDay(birth), schoolAge)) {
      issues.push(error("granted", "grantedTooYoung", { age: schoolAge }));
    } else {
      const age = usualAge(textOf(row.fields, "kind"), textOf(row.fields, "level"));
      if (latestDay(granted) < yearsAfter(earliestDay(birth), age)) {
        issues.push(warning("granted", "grantedYoung", { age }));
      }
    }
  }
  return issues;
}

/** The same paper written down twice: same kind, level, field and date. */
function repeatIssues(row: DraftRow, above: readonly DraftRow[]): Found[] {
  const told = ["kind", "level", "major", "granted"].map((field) => textOf(row.fields, field));
  if (told[0] === null || told[1] === null) return [];
  const repeated = above.some((other) =>
    ["kind", "level", "major", "granted"].every(
      (field, index) => textOf(other.fields, field) === told[index],
    ),
  );
  return repeated ? [warning("level", "sameQualification")] : [];
}
