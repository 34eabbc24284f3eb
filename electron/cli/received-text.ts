/** What files do to a roster, as lines for a terminal: file by file, together, and person by person with each field. */
import type {
  ReceivedFile,
  ReceivedPerson,
  ReceivedRowData,
  ReceiveSummary,
} from "../../shared/contract/schemas/exchange";
import { massSentence, type Translate } from "../../shared/i18n";
import { allInDocuments } from "../../shared/statistics/by-unit";
import { formatDay, formatNumber } from "../../shared/text/format";
import type { PrintedFigure } from "../services/exchange/figures";
import { refusedWriterText } from "./refused-writer";
import { renderTable } from "./table";

/** What the sum of several files has too. */
const summed = [
  "added",
  "changed",
  "ended",
  "removed",
  "catalog",
  "conflicts",
  "settled",
  "waiting",
  "proposals",
  "decided",
  "unreadable",
] as const;
const counted = [...summed, "documents"] as const;

export function filesText(files: readonly ReceivedFile[], t: Translate): string {
  const refused = files.flatMap(({ refusedWriters }) =>
    refusedWriters.map((one) => `${refusedWriterText(one, t)}\n`),
  );
  return [filesTable(files, t), ...refused].join("");
}

function filesTable(files: readonly ReceivedFile[], t: Translate): string {
  return renderTable(
    [
      { heading: t("cli:report.file") },
      { heading: t("cli:sync.result") },
      ...counted.map((key) => ({ heading: t(`cli:sync.${key}`), align: "right" as const })),
    ],
    files.map((file) => [
      file.path,
      t(`cli:sync.results.${file.result}`),
      ...counted.map((key) => formatNumber(file[key])),
    ]),
  );
}

/** Of several files the sum is not what they do together: one may touch whom another touched. */
export function totalsText(summary: ReceiveSummary, t: Translate): string {
  if (summary.files.length < 2) return "";
  const parts = summed
    .filter((key) => summary[key] > 0)
    .map((key) => `${t(`cli:sync.${key}`)} ${formatNumber(summary[key])}`);
  return parts.length === 0 ? "" : `${t("cli:sync.together", { what: parts.join("; ") })}\n`;
}

/** Pairs that were kept apart here and were joined elsewhere, a line each. */
export function apartJoinedText({ apartJoined }: ReceiveSummary, t: Translate): string {
  return apartJoined
    .map(({ office, joined, into }) => {
      const by = office || t("screen-conflicts:duplicates.apartJoinedUnnamed");
      return `${t("screen-conflicts:duplicates.apartJoined", { office: by, joined, into })}\n`;
    })
    .join("");
}

/** What a large change does, as one line; nothing where nothing is asked about. */
export function massText({ mass }: ReceiveSummary, t: Translate): string {
  return mass.length === 0 ? "" : `${t("cli:sync.mass", { what: massSentence(t, mass) })}\n`;
}

/** The table before and after, a line a figure that changes. @param on ISO day of the figures */
export function figuresText(figures: readonly PrintedFigure[], on: string, t: Translate): string {
  if (figures.length === 0) return "";
  const table = renderTable(
    [
      { heading: t("cli:people.unit") },
      { heading: t("cli:sync.standard") },
      { heading: t("cli:sync.before"), align: "right" },
      { heading: t("cli:sync.after"), align: "right" },
    ],
    figures.map(({ unitCode, standard, before, after }) => [
      unitCode,
      t(`domain:standard.${standard === allInDocuments ? "all" : standard}`),
      formatNumber(before),
      formatNumber(after),
    ]),
  );
  return `${t("cli:sync.figures", { day: formatDay(on) })}\n${table}`;
}

/**
 * A line a field: what stands here, what comes, what will be shown. Of somebody who is new, and of a new row, one line:
 * there is nothing to compare, and a list of hundreds would hide the fields in which values part.
 */
export function peopleText(people: readonly ReceivedPerson[], t: Translate): string {
  if (people.length === 0) return "";
  const headings = [
    t("cli:sync.person"),
    t("cli:people.unit"),
    t("cli:sync.result"),
    ...(["field", "here", "coming", "after"] as const).map((key) =>
      t(`screen-exchange:preview.fieldColumn.${key}`),
    ),
    t("cli:log.note"),
  ];
  const lines = people.flatMap((person) => {
    const name = person.name === "" ? t("screen-exchange:preview.noPerson") : person.name;
    const who = [name, person.unitName, t(`screen-exchange:preview.kind.${person.kind}`)];
    const isPlain = person.kind === "added" && person.conflicts === 0;
    return isPlain
      ? [[...who, "", "", "", "", ""]]
      : person.rows.flatMap((row) => rowLines(who, name, row, t));
  });
  return renderTable(
    headings.map((heading) => ({ heading })),
    lines,
  );
}

function rowLines(who: readonly string[], name: string, row: ReceivedRowData, t: Translate): string[][] {
  const { entity, rowLabel, kind, fields } = row;
  const blank = t("domain:blank");
  const entityName = `${t(`screen-exchange:preview.rowKind.${kind}`)} ${t(`domain:entity.${entity}`)}`;
  const label = rowLabel === name ? entityName : `${entityName}: ${rowLabel}`;
  const shown = kind === "created" ? fields.filter(({ conflict }) => conflict) : fields;
  if (shown.length === 0) return [[...who, label, "", "", "", ""]];
  return shown.map(({ field, here, coming, after, conflict, settled }) => [
    ...who,
    `${label} – ${field === "presence" ? t("domain:presence") : t(`domain:field.${entity}.${field}`)}`,
    here ?? blank,
    coming.map((value) => value ?? blank).join("; "),
    after ?? blank,
    conflict ? t("screen-exchange:preview.conflict") : settled ? t("screen-exchange:preview.settled") : "",
  ]);
}
