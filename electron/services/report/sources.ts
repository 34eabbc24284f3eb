/**
 * Reads what a form asks for out of a roster: one reader a kind of source, none of which knows any form. Documents are
 * Vietnamese whatever the screen speaks, so words are read in Vietnamese.
 */
import { appError } from "../../../shared/contract/errors";
import type { Moment } from "../../../shared/contract/schemas/common";
import type { PostCategory } from "../../../shared/domain/values";
import { createTranslate, instantText } from "../../../shared/i18n";
import { crossFigures } from "../../../shared/report/cross-figures";
import type { SourceSpec } from "../../../shared/report/form";
import { statisticsValues } from "../../../shared/report/statistics-values";
import type { ReportSource, SourceRows } from "../../../shared/report/source";
import { conflictsPage } from "../exchange/conflicts";
import type { Environment } from "../environment";
import type { OpenRoster } from "../open-roster";
import { crossSource } from "../cross";
import { statisticsByUnit } from "../statistics";
import { entityRows, personRecord } from "./row-cells";

/** When, of whom and of which part of the roster a report tells. */
export interface ReportQuestion {
  /** When the figures are of, and by what was known when. */
  readonly moment: Moment;
  /** Only this unit and what is below it; null: the whole roster. */
  readonly unitId: string | null;
  /** The kinds of post that figures count: cán bộ and công chức where it is left out. */
  readonly kinds?: readonly PostCategory[];
  /** The person whose record is read; null where the source needs none. */
  readonly officialId: string | null;
}

type Reader = (
  roster: OpenRoster,
  environment: Environment,
  question: ReportQuestion,
) => Promise<ReportSource> | ReportSource;

/** Conflicts on one paper; who has more settles some first. */
const mostConflicts = 2000;

/**
 * @throws AppError row-unknown for a unit or person that is not there
 */
export async function readSource(
  spec: SourceSpec,
  roster: OpenRoster,
  environment: Environment,
  question: ReportQuestion,
): Promise<ReportSource> {
  return readerOf(spec)(roster, { ...environment, t: createTranslate("vi") }, question);
}

function readerOf(spec: SourceSpec): Reader {
  switch (spec.kind) {
    case "statistics":
      return statisticsSource;
    case "rows":
      return (roster, { t }) => ({
        values: {},
        lists: { [spec.entity]: entityRows(roster, t, spec.entity) },
      });
    case "record":
      return (roster, { t }, { officialId }) => {
        const record = officialId === null ? null : personRecord(roster, t, officialId);
        if (record === null) throw appError("row-unknown", { id: officialId ?? "" });
        return record;
      };
    case "conflicts":
      return (roster, environment) => ({
        values: {},
        lists: { conflict: conflictRows(roster, environment) },
      });
  }
}

async function statisticsSource(
  roster: OpenRoster,
  { t }: Environment,
  { moment, unitId, kinds }: ReportQuestion,
): Promise<ReportSource> {
  const index = await roster.index();
  const table = statisticsByUnit(index, moment.on, unitId, kinds);
  const source = crossSource(index, { asOf: moment.on, ageBands: [], kinds: table.kinds });
  const keyOf = (id: string) => source.units.rows[index.catalog.unitOfId(id)?.index ?? -1]?.key ?? id;
  const figures = crossFigures(source, {
    units: table.rows.map((row) => ({ key: keyOf(row.unitId), label: row.unitName })),
    unit: unitId === null ? null : keyOf(unitId),
    wordOf: (word) => ("text" in word ? word.text : t(word.words, word.params)),
  });
  return { values: statisticsValues(table), figures };
}

function conflictRows(roster: OpenRoster, environment: Environment): SourceRows {
  const { t } = environment;
  const page = { offset: 0, limit: mostConflicts, officialId: null };
  const { rows } = conflictsPage(roster, environment, page);
  return {
    types: { person: "text", unit: "text", field: "text", values: "text" },
    rows: rows.map(({ label, unitName, entity, field, rowLabel, values }) => {
      const name = field === "presence" ? t("domain:presence") : t(`domain:field.${entity}.${field}`);
      const texts: Readonly<Record<string, string>> = {
        person: label,
        unit: unitName,
        field: [name, ...(rowLabel === "" ? [] : [rowLabel])].join(" – "),
        values: values
          .map(({ text, office, user, at }) => `${text ?? "—"} (${office}, ${user}, ${instantText(at)})`)
          .join(" · "),
      };
      return (of) => ({ kind: "text", text: texts[of] ?? "" });
    }),
  };
}
