/**
 * Reads what a form asks for out of a roster: one reader a kind of source, none of which knows any form. Documents are
 * Vietnamese whatever the screen speaks, so words are read in Vietnamese.
 */
import { appError } from "../../../shared/contract/errors";
import { createTranslate, instantText } from "../../../shared/i18n";
import { crossFigures } from "../../../shared/report/cross-figures";
import type { SourceSpec } from "../../../shared/report/form";
import { isoToPacked } from "../../../shared/domain/partial-date";
import { standards } from "../../../shared/domain/values";
import { formatNumber } from "../../../shared/text/format";
import { statisticsValues } from "../../../shared/report/statistics-values";
import type { ReportSource, SourceRows } from "../../../shared/report/source";
import { conflictsPage } from "../exchange/conflicts";
import type { Environment } from "../environment";
import type { OpenRoster } from "../open-roster";
import { crossSource } from "../cross";
import { statisticsByUnit } from "../statistics";
import { isComputed, tableColumnOf } from "../../../shared/columns/table-column";
import { listAsked } from "./list-asked";
import { listingSource } from "./listings";
import { peopleRows, type Watch } from "./people-rows";
import { shortfallRows } from "./shortfall-rows";
import { unverifiedPeople } from "./unverified-people";
import type { ReportQuestion } from "./question";
import { entityRows, personRecord } from "./row-cells";

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

function watchOf({ pause }: Environment, { signal, onProgress }: ReportQuestion): Watch {
  return { pause, signal, onProgress };
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
    case "people":
      return peopleSource;
    case "shortfalls":
      return shortfallsSource;
    case "listing":
      return async (roster, environment, question) => {
        const { moment, unitId, plans } = question;
        const watch = watchOf(environment, question);
        const place = { roster, environment, moment, unitId, plans, watch };
        return listingSource(place, spec.of, question.listing);
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

/** The list that a question asks for, and the figures of its day. */
async function listOf(roster: OpenRoster, { t }: Environment, question: ReportQuestion) {
  const wanted = listAsked(question);
  const { on } = question.moment;
  const list = await wanted.people(roster);
  const table = statisticsByUnit(list.index, on, question.unitId, question.kinds);
  return { asked: { ...wanted, on, t }, list, table };
}

/** People of a list with the columns of a view. Of whom its judgements rest on unverified rules is said beside them. */
async function peopleSource(
  roster: OpenRoster,
  environment: Environment,
  question: ReportQuestion,
): Promise<ReportSource> {
  const { asked, list, table } = await listOf(roster, environment, question);
  const { on } = question.moment;
  const rows = await peopleRows(list, asked, watchOf(environment, question));
  const told = standards.filter((standard) =>
    asked.columns.some((key) => {
      const column = tableColumnOf(key);
      return (
        column !== null && isComputed(column) && (column.standard === standard || column.standard === "all")
      );
    }),
  );
  const snapshot = list.index.snapshot(isoToPacked(on), asked.kinds);
  const unverified = unverifiedPeople(snapshot, told, list.people);
  const values = told.length > 0 ? { ...statisticsValues(table), unverified } : { sets: "", unverified };
  return { values: { ...values, count: formatNumber(list.people.length) }, lists: { person: rows } };
}

async function shortfallsSource(
  roster: OpenRoster,
  environment: Environment,
  question: ReportQuestion,
): Promise<ReportSource> {
  const { asked, list, table } = await listOf(roster, environment, question);
  const watch = watchOf(environment, question);
  const { rows, people, unverified } = await shortfallRows(list, asked, watch);
  const values = { ...statisticsValues(table), people: formatNumber(people), unverified };
  return { values, lists: { shortfall: rows } };
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
