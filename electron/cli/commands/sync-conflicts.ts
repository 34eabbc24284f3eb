/** `sync conflicts` and `sync resolve`: what offices disagree on, and settling it. */
import type { ConflictData } from "../../../shared/contract/schemas/conflicts";
import { instantText, type Translate } from "../../../shared/i18n";
import { wrong } from "../arguments";
import type { Command } from "../command";
import { reading, writing, writingOptions } from "../roster-access";
import { renderTable } from "../table";

const mostListed = 5000;

export const syncConflicts: Command = {
  name: "sync conflicts",
  needs: "read",
  arguments: [{ name: "roster", help: "roster" }],
  options: {},
  async run(context) {
    const { environment, print, t } = context;
    const { conflictsPage } = await import("../../services/exchange/conflicts");
    return reading(context, async (roster) => {
      const page = { offset: 0, limit: mostListed, officialId: null };
      const { total, rows } = conflictsPage(roster, environment, page);
      const conflicts = rows.map(({ id, kind, entity, rowId, label, field, rowLabel, values }) => ({
        id,
        kind,
        entity,
        rowId,
        label,
        field,
        rowLabel,
        values: values.map(({ n, id: valueId, value, office, user, at, clockSuspect, shown }) => ({
          n,
          id: valueId,
          value,
          office,
          user,
          at,
          clockSuspect,
          shown,
        })),
      }));
      print({ total, conflicts }, () =>
        rows.length === 0
          ? `${t("cli:sync.noConflicts")}\n`
          : renderTable(
              [
                { heading: t("cli:sync.conflict") },
                { heading: t("cli:sync.about") },
                { heading: t("cli:sync.field") },
                { heading: t("cli:sync.valueId") },
                { heading: t("cli:sync.value") },
                { heading: t("cli:sync.office") },
                { heading: t("cli:sync.at") },
              ],
              rows.flatMap((conflict) =>
                conflict.values.map((value) => [
                  conflict.id,
                  conflict.label,
                  fieldText(conflict, t),
                  value.id,
                  value.text ?? "",
                  value.office,
                  instantText(value.at),
                ]),
              ),
            ),
      );
    });
  },
};

/** "Trình độ – Chuyên môn: Đại học": the field, and which row of the person. */
function fieldText({ entity, field, kind, rowLabel }: ConflictData, t: Translate): string {
  const name =
    kind === "removed"
      ? t("domain:presence")
      : kind === "posts"
        ? t("domain:mainPost")
        : t(`domain:field.${entity}.${field}`);
  return rowLabel === "" ? name : `${name} – ${rowLabel}`;
}

export const syncResolve: Command = {
  name: "sync resolve",
  needs: "edit",
  arguments: [
    { name: "roster", help: "roster" },
    { name: "conflict", help: "conflict" },
  ],
  options: {
    ...writingOptions,
    keep: { value: "text", help: "keep" },
    value: { value: "text", help: "otherValue" },
    reason: { value: "text", help: "reason" },
  },
  async run(context) {
    const { args, environment, print, t } = context;
    const id = args.argument("conflict");
    const keep = args.option("keep");
    // A place in a list names another value once a file came; what is meant is named by what it is.
    if (keep !== null && !/^[0-9a-f]{8}$/i.test(keep)) throw wrong(t, "keepId", { value: keep });
    const text = args.option("value");
    if ((keep === null) === (text === null)) throw wrong(t, "keepOrValue");
    const { openConflict, settleConflict, writtenValue } = await import("../../services/exchange/conflicts");
    return writing(context, async (roster) => {
      const conflict = openConflict(roster, environment, id);
      if (text !== null && conflict.kind !== "field") throw wrong(t, "keepOnly");
      const value = text === null ? undefined : writtenValue(roster, environment, conflict.id, text);
      const settled = { id: conflict.id, keep, value, reason: args.option("reason") };
      const { changeId } = settleConflict(roster, environment, settled);
      print({ conflict: conflict.id, changeId }, () => `${t("cli:sync.resolved", { change: changeId })}\n`);
    });
  },
};
