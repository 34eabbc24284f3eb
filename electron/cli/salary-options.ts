/** What the commands about sessions for steps of pay have in common: which session, and the words for a line of it. */
import { appError } from "../../shared/contract/errors";
import type { Moment } from "../../shared/contract/schemas/common";
import { sessionDays, type SessionLength, sessionLengths } from "../../shared/due/session-days";
import type { DueQuestion } from "../services/due";
import type { OpenRoster } from "../services/open-roster";
import type { CommandContext } from "./command";
import type { CommandSpec } from "./command-spec";

export const sessionOptions = {
  month: { value: "month", help: "sessionMonth", required: true },
  months: { value: "number", help: "sessionMonths", choices: sessionLengths.map(String) },
  unit: { value: "code", help: "unit" },
} as const satisfies CommandSpec["options"];

/** @throws AppError date-impossible for what is no month */
export function sessionTime({ args, t }: CommandContext): { readonly from: string; readonly to: string } {
  const value = args.required("month");
  const length = sessionLengths.find((one): one is SessionLength => String(one) === args.option("months"));
  const days = sessionDays(value, length);
  if (days === null) throw appError("date-impossible", { value, why: t("cli:salary.monthForm") });
  return days;
}

/** @throws AppError unit-unknown, unit-ambiguous */
export async function sessionAsked(
  context: CommandContext,
  roster: OpenRoster,
  moment: Moment,
): Promise<DueQuestion> {
  const { unitNamed } = await import("../services/named-unit");
  const time = sessionTime(context);
  const code = context.args.option("unit");
  const { catalog } = await roster.index();
  return { moment, ...time, unitId: code === null ? null : unitNamed(catalog, code, moment.on).id };
}
