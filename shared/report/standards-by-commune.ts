/**
 * The form "standards by commune": how many people of each unit meet each standard on a day.
 *
 * The layout is data; the source reads the same table that the screen and `stats` show, so that the paper cannot
 * count differently.
 */
import type { StandardOrBoth, StatusName } from "../contract/schemas/common";
import type { StatisticsTable, UnitCounts } from "../contract/schemas/statistics";
import { report } from "../i18n/vi/report";
import { buildReport } from "./build";
import type { ReportDocument } from "./document";
import { fill } from "./fill";
import type { ColumnGroup, ColumnLeaf, ReportLayout, ReportOffice, RowSource } from "./layout";

/** Everybody; or those who stand in one of some ways under a standard. */
interface StandardFilter {
  readonly standard?: StandardOrBoth;
  readonly statuses?: readonly StatusName[];
}

const words = report.standards;

const met = ["met"] as const;
const mayBeMet = ["met", "unknown"] as const;
/** Who a standard applies to. */
const judged = ["met", "notMet", "unknown", "grace"] as const;

function countColumn(
  standard: "professional" | "politicalTheory",
  status: StatusName,
): ColumnLeaf<StandardFilter> {
  return {
    key: `${standard}-${status}`,
    title: words[status],
    value: { kind: "count", of: { standard, statuses: [status] } },
    widthMm: status === "grace" || status === "notApplicable" ? 12.5 : 11,
    ...(status === "notApplicable" ? { hideWhenZero: true } : {}),
  };
}

/** n/N and the rate, over those the standard applies to. */
function rateColumns(standard: StandardOrBoth): readonly ColumnLeaf<StandardFilter>[] {
  const least: StandardFilter = { standard, statuses: met };
  const most: StandardFilter = { standard, statuses: mayBeMet };
  const whole: StandardFilter = { standard, statuses: judged };
  return [
    {
      key: `${standard}-fraction`,
      title: words.fraction,
      value: { kind: "fraction", part: least, whole },
      widthMm: 14,
    },
    { key: `${standard}-rate`, title: words.rate, value: { kind: "rate", least, most, whole }, widthMm: 14 },
  ];
}

function standardGroup(standard: "professional" | "politicalTheory"): ColumnGroup<StandardFilter> {
  const counts = (["met", "notMet", "unknown", "grace", "notApplicable"] as const).map((status) =>
    countColumn(standard, status),
  );
  return { title: words[standard], columns: [...counts, ...rateColumns(standard)] };
}

const anyone = (status: StatusName): readonly StandardFilter[] => [
  { standard: "professional", statuses: [status] },
  { standard: "politicalTheory", statuses: [status] },
];

/** @param hasSets whether any text sets standards on the day; without one, the note says so */
function layoutOf(hasSets: boolean): ReportLayout<StandardFilter> {
  return {
    form: "standards-by-commune",
    orientation: "landscape",
    title: words.title.split("\n"),
    subtitle: report.asOf,
    numbered: true,
    columns: [
      { key: "ordinal", title: words.ordinal, value: { kind: "ordinal" }, widthMm: 9 },
      { key: "unit", title: words.unit, value: { kind: "text", field: "unit" }, widthMm: 34 },
      { key: "total", title: words.all, value: { kind: "count", of: {} }, widthMm: 12 },
      standardGroup("professional"),
      standardGroup("politicalTheory"),
      {
        title: words.both,
        columns: [
          {
            key: "both-met",
            title: words.people,
            value: { kind: "count", of: { standard: "both", statuses: met } },
            widthMm: 12,
          },
          ...rateColumns("both"),
        ],
      },
    ],
    totalTitle: report.total,
    notesTitle: report.notes,
    notes: [
      { text: words.noteCounted },
      { text: hasSets ? words.noteSets : words.noteNoSets },
      { text: words.noteRate },
      { text: words.noteUnknown, whenAny: anyone("unknown") },
      { text: words.noteGrace, whenAny: anyone("grace") },
    ],
    signatures: [
      { ...report.preparer, who: "preparer" },
      { ...report.signer, who: "signer" },
    ],
    fileName: words.fileName,
  };
}

function rowSource(unitName: string, counts: UnitCounts): RowSource<StandardFilter> {
  return {
    text: (field) => {
      if (field !== "unit") throw new RangeError(`No field ${field}`);
      return unitName;
    },
    count: ({ standard, statuses }) => {
      if (standard === undefined || statuses === undefined) return counts.total;
      return statuses.reduce((sum, status) => sum + counts[standard][status], 0);
    },
  };
}

/**
 * The document of the table per commune.
 * @param table as the screen shows it
 * @param scope name of the unit that the table was narrowed to, or null
 * @param issuedOn ISO day of signing; null leaves it to be filled in by hand
 */
export function standardsByCommune(
  table: StatisticsTable,
  office: ReportOffice,
  scope: string | null,
  issuedOn: string | null,
): ReportDocument {
  const sets = table.standardSets.map(({ name, verified }) =>
    verified ? name : fill(words.unverified, { name }),
  );
  return buildReport(
    layoutOf(sets.length > 0),
    {
      rows: table.rows.map((row) => rowSource(row.unitName, row)),
      total: rowSource(report.total, table.total),
    },
    { office, scope, asOf: table.asOf, issuedOn, values: { sets: sets.join("; ") } },
  );
}
