/** What the calls about evaluations of a period do. */
import type { CallName } from "../../shared/contract/contract";
import { evaluationLimits } from "../../shared/contract/schemas/evaluations";
import type { Workspace } from "../services/workspace";
import type { Handlers } from "./answer";

type EvaluationCall = Extract<CallName, `evaluation${string}`>;

export function evaluationHandlers(workspace: Workspace): Pick<Handlers, EvaluationCall> {
  const sheetOf = async (asked: Parameters<typeof import("../services/evaluations").Evaluations.of>[1]) => {
    const { Evaluations } = await import("../services/evaluations");
    return Evaluations.of(workspace.officials, asked);
  };
  return {
    evaluationPage: async ({ offset, limit, ...asked }) => {
      const sheet = await sheetOf(asked);
      const rows = sheet.lines(sheet.people.subarray(offset, offset + limit));
      return { total: sheet.people.length, version: sheet.version, rows };
    },
    evaluationCaps: async ({ entered, ...asked }) => {
      const sheet = await sheetOf(asked);
      const { hasRule, rows } = await sheet.caps(new Map(entered.map(({ id, grade }) => [id, grade])));
      return {
        hasRule,
        over: rows.filter(({ isOver }) => isOver).length,
        total: rows.length,
        rows: rows.slice(0, evaluationLimits.caps),
      };
    },
    evaluationSave: async (asked) => {
      const { saveEvaluations } = await import("../services/evaluations");
      return saveEvaluations(workspace.roster, workspace.environment, asked);
    },
  };
}
