/** `log`: the list of changes, newest first, and what each did in one line. */
import type { ChangeFilterData, ChangeRow } from "../../../shared/contract/schemas/changes";
import { type EntityName, entityNames } from "../../../shared/domain/entities";
import { instantText, type Translate } from "../../../shared/i18n";
import { peopleWords } from "../../../shared/i18n/people-words";
import { formatNumber } from "../../../shared/text/format";
import type { Arguments } from "../arguments";
import { wrong } from "../arguments";
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
    before: { value: "number", help: "beforeChange" },
    official: { value: "id", help: "official" },
    search: { value: "text", help: "logSearch" },
    by: { value: "name", help: "logBy" },
    office: { value: "name", help: "logOffice" },
    entity: { value: "name", help: "logEntity", choices: entityNames },
    from: { value: "day", help: "logFrom" },
    to: { value: "day", help: "logTo" },
    undone: { value: null, help: "logUndone" },
  },
  async run(context) {
    const { args, environment, print, t } = context;
    const limit = args.whole("limit", 1) ?? defaultLimit;
    const before = args.whole("before", 1);
    const officialId = args.option("official")?.toLowerCase() ?? null;
    const filter = filterOf(args);
    const office = args.option("office");
    const { changesPage } = await import("../../services/changes");
    const { officeOfWriter } = await import("../../services/exchange/log-offices");
    return reading(context, async (roster) => {
      const officeKeys = office === null ? null : await keysNamed(office);
      const { rows, more, crowd } = await changesPage(roster, t, {
        before,
        limit,
        officialId,
        filter,
        officeKeys,
        officeOf: officeOfWriter(roster, environment),
      });
      if (crowd !== null) throw wrong(t, "logCrowd", { text: formatNumber(crowd) });
      const changes = rows.map(({ opCount, official, ...row }) => ({
        ...row,
        official: official === null ? null : { id: official.id, fullName: official.fullName },
        ops: opCount,
      }));
      print({ changes, more }, () => (rows.length === 0 ? `${t("cli:log.empty")}\n` : changesText(rows, t)));

      async function keysNamed(text: string): Promise<readonly string[]> {
        const { changeOffices, keysOfOffice } = await import("../../services/exchange/log-offices");
        const names = changeOffices(roster, environment, text, 2);
        const [name] = names;
        if (name === undefined || names.length > 1)
          throw wrong(t, name === undefined ? "logNoOffice" : "logOffices", {
            value: text,
            names: names.join(", "),
          });
        return keysOfOffice(roster, environment, name);
      }
    });
  },
};

function filterOf(args: Arguments): Omit<ChangeFilterData, "office"> {
  return {
    search: args.option("search") ?? "",
    user: args.option("by")?.normalize("NFC") ?? null,
    entity: args.choice<EntityName>("entity", entityNames),
    from: args.day("from"),
    to: args.day("to"),
    undone: args.flag("undone"),
  };
}

function changesText(rows: readonly ChangeRow[], t: Translate): string {
  return renderTable(
    [
      { heading: t("cli:log.number"), align: "right" },
      { heading: t("cli:log.at") },
      { heading: t("cli:log.user") },
      { heading: t("cli:log.action") },
      { heading: t("cli:log.what") },
      { heading: t("cli:log.reason") },
      { heading: t("cli:log.note") },
    ],
    rows.map((row) => [
      String(row.id),
      instantText(row.at),
      row.user,
      t(`actions:${row.action}`),
      whatText(row, t),
      row.reason ?? "",
      noteText(row, t),
    ]),
  );
}

/** "Nguyễn Văn A: Lý luận chính trị: Trung cấp → Cao cấp; 1 mục khác". */
function whatText({ official, people, summary, opCount }: ChangeRow, t: Translate): string {
  const what = summary ?? t("cli:log.ops", { text: formatNumber(opCount) });
  if (people !== null) return t("domain:change.of", { name: peopleWords(t, people), what });
  if (official === null) return what;
  const name = official.present ? official.fullName : t("cli:log.removed", { name: official.fullName });
  return t("domain:change.of", { name, what });
}

function noteText(
  { receivedAt, office, files, partial, undoes, undoneBy, inForce, from, takenBack }: ChangeRow,
  t: Translate,
): string {
  const by = files.map(({ office: sender, number }) =>
    t("cli:log.file", { office: sender, text: String(number) }),
  );
  return [
    ...(from === null ? [] : [t("cli:log.from", { offices: from })]),
    ...(takenBack === null
      ? inForce
        ? []
        : [t("cli:log.notInForce")]
      : [t("cli:log.takenBack", { at: instantText(takenBack.at), user: takenBack.user })]),
    ...(receivedAt === null || office === null ? [] : [office]),
    ...(receivedAt === null ? [] : [t("cli:log.receivedAt", { at: instantText(receivedAt) })]),
    ...by,
    ...(partial ? [t("cli:log.partial")] : []),
    ...(undoes === null ? [] : [t("cli:log.undoes", { id: undoes })]),
    ...(undoneBy === null ? [] : [t("cli:log.undoneBy", { id: undoneBy })]),
  ].join("; ");
}
