/**
 * A discipline of an official by Party, government or an organisation. Until when it is in force follows from its form
 * where no end is written (shared/career/discipline.ts).
 */
import { dateIssues } from "../checks/dates";
import { error, type Found, warning } from "../checks/found";
import { type RowFields, textOf } from "../checks/reading";
import { type DisciplineForm, disciplineForms, type DisciplineSide, disciplineSides } from "../values";
import { entity } from "./definition";

export const discipline = entity({
  id: 66,
  owner: { entity: "official", field: "official" },
  authority: "person",
  scope: "person",
  entered: true,
  counted: "person",
  title: "official",
  label: (words) => [words.of("form"), words.since("from")].filter((part) => part !== null).join(", "),
  since: "from",
  paper: { number: "decisionNumber", date: "decisionDate" },
  section: "merit",
  fields: {
    official: { id: 1, type: "reference", entity: "official", required: true },
    side: { id: 2, type: "choice", choices: disciplineSides, words: "disciplineSide", required: true },
    form: { id: 3, type: "choice", choices: disciplineForms, words: "disciplineForm", required: true },
    from: { id: 4, type: "partialDate", past: true },
    to: { id: 5, type: "partialDate", blankSays: true },
    offence: { id: 6, type: "text", maxLength: 1000 },
    decidedBy: { id: 7, type: "text", format: "line" },
    decisionNumber: { id: 8, type: "text", maxLength: 60 },
    decisionDate: { id: 9, type: "partialDate", past: true },
    scan: { id: 10, type: "document" },
    note: { id: 11, type: "text", maxLength: 2000 },
  },
  check: (fields) => [...formIssues(fields), ...decisionIssues(fields)],
  checkInRecord: (row, around) =>
    dateIssues(row, around, { past: ["from", "decisionDate"], any: ["to"], period: ["from", "to"] }),
});

/**
 * Forms that one side alone has: khai trừ is the Party's (Điều lệ Đảng, Điều 35); hạ bậc lương, giáng chức, bãi nhiệm and
 * buộc thôi việc are the government's (NĐ 172/2025/NĐ-CP and the decrees before it).
 */
const ofOneSide: Readonly<Partial<Record<DisciplineForm, DisciplineSide>>> = {
  expulsion: "party",
  stepLowered: "government",
  demotion: "government",
  removal: "government",
  dismissal: "government",
};

function formIssues(fields: RowFields): Found[] {
  const side = textOf(fields, "side");
  const form = disciplineForms.find((one) => one === fields["form"]);
  const only = form === undefined ? undefined : ofOneSide[form];
  return side === null || only === undefined || only === side ? [] : [error("form", "formOfOtherSide")];
}

/** A discipline without its decision has no effect that could be shown to anybody; old files have some all the same. */
function decisionIssues(fields: RowFields): Found[] {
  return textOf(fields, "decisionNumber") === null ? [warning("decisionNumber", "decisionMissing")] : [];
}
