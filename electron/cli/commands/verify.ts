/**
 * `verify`: proves that the roster's file, its log and its tables agree, and that nothing is missing of what was saved on
 * this machine.
 */
import { appError } from "../../../shared/contract/errors";
import { instantText } from "../../../shared/i18n";
import { formatNumber } from "../../../shared/text/format";
import type { VerifyReport } from "../../roster/verify";
import { type Command, type CommandContext, Refusal } from "../command";
import { reading, rosterPath } from "../roster-access";
import { renderTable } from "../table";

/** Somebody goes on with the roster as it is: what is missing is not said again. */
async function goOn(context: CommandContext): Promise<void> {
  const { goOnWithout } = await import("../../services/missing");
  return reading(context, async (roster) => goOnWithout(roster, context.environment));
}

/** Details are for engineers, except for what is no damage: that a clerk can mend. */
function problemRow(
  { t }: CommandContext,
  { code, detail }: VerifyReport["problems"][number],
  missing: VerifyReport["missing"],
): [string, string] {
  const kind = t(`cli:verify.kind.${code}`);
  if (code !== "rolled-back" || missing === null) return [kind, detail];
  const words = { count: missing.changes, text: formatNumber(missing.changes) };
  return [kind, t("cli:verify.missing", { ...words, last: instantText(missing.lastAt) })];
}

function lines(context: CommandContext, report: VerifyReport): string {
  const { t } = context;
  const { ok, ops, writers, waitingDocuments, problems, missing } = report;
  if (!ok)
    return renderTable(
      [{ heading: t("cli:verify.code") }, { heading: t("cli:verify.detail") }],
      problems.map((problem) => problemRow(context, problem, missing)),
    );
  const whole = [t("cli:done.whole", { ops: formatNumber(ops), writers })];
  if (waitingDocuments > 0) whole.push(t("cli:sync.waitingDocuments", { count: waitingDocuments }));
  return `${whole.join("\n")}\n`;
}

/** A file that is whole and old is said to be so, and what to do. */
function refusal({ t }: CommandContext, path: string, { problems, missing }: VerifyReport): Refusal {
  const error = appError("roster-damaged", { path });
  const count = problems.length;
  if (missing === null || count > 1) return new Refusal(error, t("cli:notWhole", { path, count }));
  const { changes, lastAt } = missing;
  const words = { path, count: changes, text: formatNumber(changes), last: instantText(lastAt) };
  return new Refusal(error, t("cli:missing.said", words));
}

export const verify: Command = {
  name: "verify",
  needs: "read",
  arguments: [{ name: "roster", help: "roster" }],
  options: { "go-on": { value: null, help: "goOn" } },
  async run(context) {
    const { args, environment, print } = context;
    const path = rosterPath(context);
    const { verifyRoster } = await import("../../roster/verify");
    if (args.flag("go-on")) await goOn(context);
    const report = verifyRoster(path, { memory: environment });
    print(report, () => lines(context, report));
    if (!report.ok) throw refusal(context, path, report);
  },
};
