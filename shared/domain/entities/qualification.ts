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
import { levelLadders, qualificationKinds } from "../levels";
import { earliestDay, latestDay } from "../partial-date";
import { studyModes } from "../values";
import { entity } from "./definition";

const allLevels = [...new Set(Object.values(levelLadders).flat())];

export const qualification = entity({
  id: 6,
  owner: { entity: "official", field: "official" },
  scope: "person",
  entered: true,
  counted: "person",
  title: "official",
  label: (words) => [words.of("kind"), words.of("level")].filter((part) => part !== null).join(": "),
  paper: { number: "certificate" },
  fields: {
    official: { id: 1, type: "reference", entity: "official", required: true },
    kind: { id: 2, type: "choice", choices: qualificationKinds, words: "kind", required: true },
    level: { id: 3, type: "choice", choices: allLevels, ladder: "kind", required: true },
    major: { id: 4, type: "text" },
    school: { id: 5, type: "text" },
    mode: { id: 6, type: "choice", choices: studyModes, words: "studyMode" },
    granted: { id: 7, type: "partialDate" },
    certificate: { id: 8, type: "text", maxLength: 100 },
    equivalent: { id: 9, type: "boolean" },
    note: { id: 10, type: "text", maxLength: 2000 },
  },
  checkInRecord: (row, around) => {
    const rows = around.rowsOf("qualification");
    return [...grantedIssues(row, around), ...repeatIssues(row, rows.slice(0, rows.indexOf(row)))];
  },
});

/** Nobody finishes any schooling earlier. */
const schoolAge = 6;

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
