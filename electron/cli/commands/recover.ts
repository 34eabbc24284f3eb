/** `recover`: makes a whole roster of what can be read of a damaged one, in a new file, and names what was lost. */
import type { RecoveredData } from "../../../shared/contract/schemas/roster";
import { instantText, type Translate } from "../../../shared/i18n";
import { formatNumber } from "../../../shared/text/format";
import type { Command, CommandContext } from "../command";
import { rosterPath } from "../roster-access";
import { renderTable } from "../table";

function lostTable({ t }: CommandContext, lost: RecoveredData["lost"]): string {
  return renderTable(
    [
      { heading: t("cli:recover.at") },
      { heading: t("cli:recover.user") },
      { heading: t("cli:recover.action") },
      { heading: t("cli:recover.person") },
      { heading: t("cli:recover.ops"), align: "right" },
    ],
    lost.map(({ at, user, action, person, ops }) => [
      at === null ? t("cli:recover.someTime") : instantText(at),
      user ?? t("cli:recover.nobody"),
      action === null ? t("cli:recover.noAction") : t(`actions:${action}`, { defaultValue: action }),
      person ?? "",
      formatNumber(ops),
    ]),
  );
}

/** Lists of one kind are named once. */
function listNames(lists: readonly string[], t: Translate): string {
  return [...new Set(lists.map((list) => t(`cli:recover.list.${list}`)))].join(", ");
}

function lines(context: CommandContext, recovered: RecoveredData): string {
  const { t } = context;
  const { path, ops, lost, unread, lists, documents } = recovered;
  const said = [t("cli:recover.done", { path, ops: formatNumber(ops) })];
  if (unread > 0) said.push(t("cli:recover.unread", { count: unread, text: formatNumber(unread) }));
  if (lists.length > 0) said.push(t("cli:recover.lists", { lists: listNames(lists, t) }));
  if (documents > 0)
    said.push(t("cli:recover.documents", { count: documents, text: formatNumber(documents) }));
  if (lost.length + unread + documents === 0) said.push(t("cli:recover.nothingLost"));
  if (lost.length === 0) return `${said.join("\n")}\n`;
  said.push(t("cli:recover.lost", { count: lost.length, text: formatNumber(lost.length) }));
  return `${said.join("\n")}\n${lostTable(context, lost)}`;
}

export const recover: Command = {
  name: "recover",
  needs: "export",
  arguments: [{ name: "roster", help: "roster" }],
  options: {
    to: { value: "file", help: "recoverTo", required: true },
    office: { value: "code", help: "recoverOffice" },
  },
  async run(context) {
    const { args, print } = context;
    const { recoverInto } = await import("../../services/recover");
    const { path: file, ...recovered } = await recoverInto(
      rosterPath(context),
      args.required("to"),
      context.environment,
      {},
      args.option("office"),
    );
    print({ file, ...recovered }, () => lines(context, { path: file, ...recovered }));
  },
};
