/** `due`: what falls due between two days, and for whom a day cannot be worked out. */
import { type DueKind, dueKinds } from "../../../shared/domain/due";
import { formatPartialDate } from "../../../shared/domain/partial-date";
import type { Translate } from "../../../shared/i18n";
import { dueMissingText, dueWhyText } from "../../../shared/i18n/due-sentence";
import { formatDay, formatNumber } from "../../../shared/text/format";
import type { DueLine, UnknownLine } from "../../services/due";
import type { PersonShown } from "../../services/serving-people";
import { wrong } from "../arguments";
import type { Command, CommandContext } from "../command";
import { knownOnLines, momentOptions, readingAt } from "../roster-access";
import { renderTable } from "../table";
import { dateText } from "../words";

export const due: Command = {
  name: "due",
  needs: "read",
  arguments: [{ name: "roster", help: "roster" }],
  options: {
    from: { value: "day", help: "dueFrom", required: true },
    to: { value: "day", help: "dueTo", required: true },
    kind: {
      value: "names",
      help: "dueKind",
      choices: dueKinds,
      list: true,
      many: new RegExp(`^(${dueKinds.join("|")})$`),
    },
    unit: { value: "code", help: "unit" },
    ...momentOptions,
  },
  async run(context) {
    const { args, t } = context;
    const [from, to] = [args.day("from") ?? "", args.day("to") ?? ""];
    if (to < from) throw wrong(t, "daysReversed", { from: formatDay(from), to: formatDay(to) });
    const kinds = args.choices("kind", dueKinds) ?? dueKinds;
    const { DueList } = await import("../../services/due");
    const { unitNamed } = await import("../../services/named-unit");
    return readingAt(context, async (roster, moment) => {
      const code = args.option("unit");
      const unitId = code === null ? null : unitNamed((await roster.index()).catalog, code, moment.on).id;
      const list = await DueList.of(roster, { moment, from, to, unitId });
      const items = [...list.lines(await list.items(kinds))];
      const unknown = [...list.unknownLines(await list.unknown(kinds))];
      const head = [t("cli:due.title", { from: formatDay(from), to: formatDay(to) })];
      printDue(context, [...head, ...knownOnLines(context, moment)], kinds, items, unknown);
    });
  },
};

function printDue(
  { print, t }: CommandContext,
  head: readonly string[],
  kinds: readonly DueKind[],
  items: readonly DueLine[],
  unknown: readonly UnknownLine[],
): void {
  const document = {
    items: items.map(({ person, kind, on, why, unverified }) => ({
      person: personOf(person),
      kind,
      on,
      why: dueWhyText(t, why),
      reason: why.key,
      unverified,
    })),
    unknown: unknown.map(({ person, kind, missing }) => ({ person: personOf(person), kind, missing })),
  };
  print(document, () => {
    const parts = kinds.flatMap((kind) => [
      itemsText(
        items.filter((item) => item.kind === kind),
        kind,
        t,
      ),
      unknownText(
        unknown.filter((one) => one.kind === kind),
        kind,
        t,
      ),
    ]);
    const told = parts.filter((part) => part !== "");
    return [head.join("\n"), ...(told.length === 0 ? [`${t("cli:due.nothing")}\n`] : told)].join("\n\n");
  });
}

function personOf({ id, name, birth, unitCode, post }: PersonShown) {
  return { id, name, birth, unitCode, post };
}

function itemsText(items: readonly DueLine[], kind: DueKind, t: Translate): string {
  if (items.length === 0) return "";
  const table = renderTable(
    [{ heading: t("cli:due.on"), align: "right" }, ...personColumns(t), { heading: t("cli:due.why") }],
    items.map(({ person, on, why, unverified }) => [
      formatPartialDate(on),
      ...personCells(person),
      `${dueWhyText(t, why)}${unverified ? ` (${t("due:unverified")})` : ""}`,
    ]),
  );
  return `${t("cli:due.items", { kind: t(`due:kind.${kind}`), count: formatNumber(items.length) })}\n${table}`;
}

function unknownText(unknown: readonly UnknownLine[], kind: DueKind, t: Translate): string {
  if (unknown.length === 0) return "";
  const table = renderTable(
    [...personColumns(t), { heading: t("cli:due.missing") }],
    unknown.map(({ person, missing }) => [...personCells(person), dueMissingText(t, missing)]),
  );
  return `${t("cli:due.unknown", { kind: t(`due:kind.${kind}`), count: formatNumber(unknown.length) })}\n${table}`;
}

function personColumns(t: Translate) {
  return [
    { heading: t("cli:people.name") },
    { heading: t("cli:people.birth"), align: "right" as const },
    { heading: t("cli:people.unit") },
    { heading: t("cli:people.post") },
  ];
}

function personCells({ name, birth, unitName, post }: PersonShown): string[] {
  return [name, dateText(birth), unitName ?? "", post ?? ""];
}
