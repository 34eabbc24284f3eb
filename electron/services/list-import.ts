/** A code list taken in from a file: what it would change, and the change itself, which is made whole or not at all. */
import { appError } from "../../shared/contract/errors";
import type { ListFileData } from "../../shared/contract/schemas/catalog-tables";
import type { Written } from "../../shared/contract/schemas/proposed";
import type { CodeList } from "../../shared/domain/entities/definition";
import { textOf } from "../../shared/domain/validate/fields";
import { issueSentence } from "../../shared/i18n";
import { cellText } from "../../shared/import/cell-text";
import { type ListLine, type ListPlan, planList, readListLines } from "../../shared/import/list-file";
import { readWorkbookInThread } from "../files/import/read-decoded";
import { makersOf } from "../roster/read/made-by";
import { allRows } from "../roster/read/rows";
import { rowsToCheck } from "./catalog";
import type { Environment } from "./environment";
import type { OpenRoster } from "./open-roster";

/** No list of codes that an office works by is longer; one change holds them all. */
const mostRows = 5000;

export interface PlannedList extends ListPlan {
  readonly told: ListFileData;
}

/**
 * What a file would do to a list.
 * @throws AppError as `readWorkbookHere`; list-file-columns where no column has the names; list-file-long
 */
export async function plannedList(
  roster: OpenRoster,
  { t, readWorkbookElsewhere = readWorkbookInThread }: Pick<Environment, "t" | "readWorkbookElsewhere">,
  path: string,
  list: CodeList,
): Promise<PlannedList> {
  const { workbook } = await readWorkbookElsewhere({ kind: "file", path });
  const lines = (workbook.sheets.find(({ rows }) => rows.length > 0)?.rows ?? []).map(
    ({ number, cells }): ListLine => {
      const texts: string[] = [];
      for (const cell of cells) texts[cell.column] = cellText(cell, workbook.date1904);
      return { row: number, cells: Array.from(texts, (text) => text ?? "") };
    },
  );
  const read = readListLines(lines);
  if (read === null) throw appError("list-file-columns", { path });
  if (read.length > mostRows) throw appError("list-file-long", { path, most: mostRows });
  const plan = planList(list, read, ownEntries(roster, list), () => roster.newId());
  const check = rowsToCheck(roster, "listItem", new Map(plan.rows.map(({ id, whole }) => [id, whole])));
  const wrong = plan.rows.flatMap(({ id, row, whole, state }) =>
    state === "unchanged"
      ? []
      : check(id, whole)
          .filter(({ severity }) => severity === "error")
          .map((issue) => {
            const field = t(`domain:field.listItem.${issue.field}`);
            const sentence = issueSentence(t, issue);
            return { row, sentence: t("screen-catalog:lists.problem.field", { row, field, sentence }) };
          }),
  );
  const problems = [
    ...plan.problems.map(({ row, kind, ...said }) => ({
      row,
      sentence: t(`screen-catalog:lists.problem.${kind}`, { row, ...said }),
    })),
    ...wrong,
  ].sort((a, b) => a.row - b.row);
  const count = (state: string) => plan.rows.filter((row) => row.state === state).length;
  return {
    ...plan,
    told: {
      added: count("added"),
      changed: count("changed"),
      unchanged: count("unchanged"),
      rows: plan.rows.map(({ row, whole, state }) => ({
        row,
        name: textOf(whole, "name") ?? "",
        code: textOf(whole, "code"),
        state,
      })),
      problems,
    },
  };
}

/** Writes a list as one change. @throws AppError list-file-refused where anything is wrong; roster-readonly */
export function saveList(
  roster: OpenRoster,
  path: string,
  { rows, told: { problems } }: PlannedList,
): { changeId: number | null } & Written {
  const [first] = problems;
  if (first !== undefined)
    throw appError("list-file-refused", { path, count: problems.length, first: first.sentence });
  const edits = rows
    .filter(({ state }) => state !== "unchanged")
    .map(
      ({ id, fields, state }) =>
        ({ kind: state === "added" ? "create" : "update", entity: "listItem", id, fields }) as const,
    );
  const { changeId, proposed } = roster.write({ action: "catalog", reason: null, edits });
  return { changeId, proposed };
}

/** Entries that the program ships and our own. */
function ownEntries(roster: OpenRoster, list: CodeList) {
  const rows = allRows(roster.db, "listItem").filter(({ fields }) => fields["list"] === list);
  const makers = makersOf(
    roster.log,
    "listItem",
    rows.map(({ id }) => id),
  );
  return rows.filter(({ id }) => makers.get(id)?.isOurs !== false);
}
