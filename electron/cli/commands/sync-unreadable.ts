/** `sync unreadable`: what other offices wrote and this program cannot read; it counts as not written. */
import type { UnreadableData } from "../../../shared/contract/schemas/conflicts";
import { instantText, type Translate } from "../../../shared/i18n";
import type { Command } from "../command";
import { reading } from "../roster-access";
import { renderTable } from "../table";

const mostListed = 5000;

export const syncUnreadable: Command = {
  name: "sync unreadable",
  needs: "read",
  arguments: [{ name: "roster", help: "roster" }],
  options: {},
  async run(context) {
    const { environment, print, t } = context;
    const { unreadablePage } = await import("../../services/exchange/unreadable");
    return reading(context, async (roster) => {
      const { total, rows } = unreadablePage(roster, environment, {
        offset: 0,
        limit: mostListed,
        officialId: null,
      });
      print({ total, values: rows }, () =>
        rows.length === 0
          ? `${t("cli:sync.nothingUnreadable")}\n`
          : renderTable(
              [
                { heading: t("cli:sync.about") },
                { heading: t("cli:sync.field") },
                { heading: t("cli:sync.value") },
                { heading: t("cli:sync.shownInstead") },
                { heading: t("cli:sync.office") },
                { heading: t("cli:sync.writtenBy") },
                { heading: t("cli:sync.at") },
              ],
              rows.map((row) => [
                row.label,
                fieldText(row, t),
                row.text ?? t("cli:sync.strangeValue"),
                row.shown ?? "",
                row.office,
                row.user,
                instantText(row.at),
              ]),
            ),
      );
    });
  },
};

function fieldText({ entity, field, rowLabel }: UnreadableData, t: Translate): string {
  const name = field === "presence" ? t("domain:presence") : t(`domain:field.${entity}.${field}`);
  return rowLabel === "" ? name : `${name} – ${rowLabel}`;
}
