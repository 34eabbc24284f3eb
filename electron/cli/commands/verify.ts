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

function lines(
  { t }: CommandContext,
  { ok, ops, writers, waitingDocuments, problems }: VerifyReport,
): string {
  if (!ok)
    return renderTable(
      [{ heading: t("cli:verify.code") }, { heading: t("cli:verify.detail") }],
      problems.map(({ code, detail }) => [code, detail]),
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
