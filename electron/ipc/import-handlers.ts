/** What the calls about importing workbooks do; beside handlers.ts, which they are a part of. */
import { appError } from "../../shared/contract/errors";
import type { importCalls } from "../../shared/contract/schemas/imports";
import type { ImportDesk } from "../services/import/import-desk";
import { keptCount, keptTexts } from "../services/import/kept-list";
import { dropSettled, settledTexts } from "../services/import/kept-settled";
import { leftTable, toldTable } from "../services/import/left-tables";
import { leftovers, leftoversTable } from "../services/import/leftovers";
import { matchKept } from "../services/import/kept-texts";
import { saveTable } from "../services/save-table";
import type { Reports } from "../services/report/reports";
import type { Workspace } from "../services/workspace";
import type { Handlers } from "./answer";
import type { Desktop } from "./desktop";

export function importHandlers(
  workspace: Workspace,
  desk: ImportDesk,
  desktop: Desktop,
  reports: Pick<Reports, "noteWritten">,
): Pick<Handlers, keyof typeof importCalls> {
  return {
    dialogOpenWorkbook: () => desktop.openWorkbookDialog(),
    importTemplateSave: async () => {
      const { t } = workspace.environment;
      const path = await desktop.saveWorkbookDialog(t("import:template.fileName"));
      if (path === null) return null;
      const { writeTemplate } = await import("../services/import/template");
      const file = await writeTemplate(path, t);
      reports.noteWritten(file.path);
      return file;
    },
    importOpen: (source) => desk.open(source),
    importState: ({ session }) => desk.state(session),
    importRows: (page) => desk.rows(page),
    importRoles: () => desk.roles(),
    importChoose: (choice) => desk.choose(choice),
    importAnswer: (answers) => desk.answer(answers),
    importAnswerAll: (answer) => desk.answerAll(answer),
    importQuestions: (page) => desk.questions(page),
    importPlan: ({ session }) => desk.plan(session),
    importPeople: (page) => desk.people(page),
    importProblems: (page) => desk.problems(page),
    importApply: ({ session }) => desk.apply(session),
    importClose: ({ session }) => desk.close(session),
    keptCount: () => keptCount(workspace.roster, workspace.environment, desk.linesLeft().length),
    importLeftovers: async (page) => {
      const { roster, environment } = workspace;
      return leftovers(roster, environment, desk.linesLeft(), await settledTexts(roster, environment), page);
    },
    importLeftoversCopy: async () => {
      const { roster, environment } = workspace;
      const settled = await settledTexts(roster, environment);
      const table = leftoversTable(roster, environment, desk.linesLeft(), settled);
      await desktop.copyTable(table);
      return { rows: table.rows };
    },
    importLeftoversSave: async ({ of }) => {
      const { roster, environment, events } = workspace;
      const { t } = environment;
      const path = await desktop.saveTableDialog(t("import:leftFile.name"));
      if (path === null) return null;
      const file = await workspace
        .working(async (signal) => {
          const pause = async () => {
            await environment.pause();
            if (signal.aborted) throw appError("cancelled");
          };
          const onProgress = (done: number, total: number) => events.progress("report", done, total, false);
          if (of === "last") return saveTable(path, toldTable(desk.told(), t), pause);
          const settled = await settledTexts(roster, environment);
          const lines = await leftTable(roster, environment, desk.linesLeft(), settled, {
            pause,
            onProgress,
          });
          return saveTable(path, lines, pause);
        })
        .finally(() => events.progress("report", 0, 0, true));
      reports.noteWritten(file.path);
      return file;
    },
    keptTexts: (page) => keptTexts(workspace.roster, workspace.environment, page),
    keptDropSettled: (asked) => dropSettled(workspace.roster, workspace.environment, asked),
    keptMatch: (matching) => matchKept(workspace.roster, workspace.environment, matching),
  };
}
