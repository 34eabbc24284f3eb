/** `log`: the list of changes, newest first. */
import type { ChangeRow } from "../../../shared/contract/schemas/changes";
import { instantText, type Translate } from "../../../shared/i18n";
import { formatNumber } from "../../../shared/text/format";
import type { Command } from "../command";
import { reading } from "../roster-access";
import { renderTable } from "../table";

const defaultLimit = 50;

export const log: Command = {
  name: "log",
  needs: "read",
  arguments: [{ name: "roster", help: "roster" }],
  options: {
    limit: { value: "number", help: "limit", helpParams: { limit: defaultLimit } },
    official: { value: "id", help: "official" },
  },
  async run(context) {
    const { args, print, t } = context;
    const limit = args.whole("limit", 1) ?? defaultLimit;
    const officialId = args.option("official")?.toLowerCase() ?? null;
    const { changesPage } = await import("../../services/changes");
    return reading(context, async (roster) => {
      const { rows } = changesPage(roster, { before: null, limit, officialId });
      const changes = rows.map(
        ({ id, at, receivedAt, user, action, reason, official, opCount, undoes, undoneBy }) => ({
          id,
          at,
          receivedAt,
          user,
          action,
          reason,
          official: official === null ? null : { id: official.id, fullName: official.fullName },
          ops: opCount,
          undoes,
          undoneBy,
        }),
      );
      print({ changes }, () => (rows.length === 0 ? `${t("cli:log.empty")}\n` : changesText(rows, t)));
    });
  },
};

function changesText(rows: readonly ChangeRow[], t: Translate): string {
  return renderTable(
    [
      { heading: t("cli:log.number"), align: "right" },
      { heading: t("cli:log.at") },
      { heading: t("cli:log.user") },
      { heading: t("cli:log.action") },
      { heading: t("cli:log.official") },
      { heading: t("cli:log.ops"), align: "right" },
      { heading: t("cli:log.reason") },
      { heading: t("cli:log.note") },
    ],
    rows.map((row) => [
      String(row.id),
      instantText(row.at),
      row.user,
      t(`actions:${row.action}`),
      officialText(row, t),
      formatNumber(row.opCount),
      row.reason ?? "",
      noteText(row, t),
    ]),
  );
}

function officialText({ official }: ChangeRow, t: Translate): string {
  if (official === null) return "";
  return official.present ? official.fullName : t("cli:log.removed", { name: official.fullName });
}

function noteText({ receivedAt, undoes, undoneBy }: ChangeRow, t: Translate): string {
  return [
    ...(receivedAt === null ? [] : [t("cli:log.receivedAt", { at: instantText(receivedAt) })]),
    ...(undoes === null ? [] : [t("cli:log.undoes", { id: undoes })]),
    ...(undoneBy === null ? [] : [t("cli:log.undoneBy", { id: undoneBy })]),
  ].join("; ");
}
