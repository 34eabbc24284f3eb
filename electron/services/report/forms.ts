/** The forms at hand: those that the program ships, and the layouts that stand in the roster. */
import { appError } from "../../../shared/contract/errors";
import type { ReportFormChoice, ReportFormat } from "../../../shared/contract/schemas/reports";
import type { Translate } from "../../../shared/i18n";
import { type ReportForm, traitsOf } from "../../../shared/report/form";
import { forms } from "../../../shared/report/forms";
import { formOfLayout, type LayoutFields } from "../../../shared/report/layout";
import { FormProblem } from "../../../shared/report/problem";
import { blanksOf, knowsOneFigure } from "../../../shared/report/blanks";
import { foldExact } from "../../../shared/text/fold";
import { type Maker, makersOf, oursFirst } from "../../roster/read/made-by";
import { allRows } from "../../roster/read/rows";
import type { OpenRoster } from "../open-roster";
import { keptDetails } from "./details";
import { officeOf } from "./office";

interface Layout extends LayoutFields {
  readonly id: string;
  /** With whose it is, where it is another office's or bears the name of another form. */
  readonly name: string;
  /** Whose it is; null for one that the program ships. */
  readonly maker: Maker | null;
}

/**
 * @param name key of a form; key or row id of a layout. A key that another office gave a layout of its own means that
 *   only where neither a form nor a layout of ours bears it.
 * @throws AppError form-unknown; form-ambiguous where a key means several; layout-invalid for a layout that is no form
 */
export function formOf(roster: OpenRoster, name: string): ReportForm {
  return namedForm(roster, name).form;
}

/** As `formOf`. @returns also by what its details are kept: the key of a shipped form, the row id of a layout */
export function namedForm(
  roster: OpenRoster,
  name: string,
): { readonly id: string; readonly form: ReportForm } {
  const shipped = forms.find(({ key }) => key === name);
  if (shipped !== undefined) return { id: name, form: shipped };
  const layouts = layoutsOf(roster);
  const named = layouts.filter(({ id, key }) => key === name || id === name);
  const meant = oursFirst(named, ({ maker }) => maker);
  if (meant.length > 1) throw appError("form-ambiguous", { form: name });
  const [layout] = meant;
  if (layout !== undefined)
    return { id: layout.id, form: ofLayout(layout.key, () => formOfLayout(layout, forms)) };
  const known = [...forms, ...layouts].map(({ key }) => key);
  throw appError("form-unknown", { form: name, known: known.join(", ") });
}

/** Work on a form of a layout, which users write: what it asks in vain is told by name. @throws AppError layout-invalid */
export function ofLayout<T>(key: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof FormProblem) throw appError("layout-invalid", { layout: key, at: error.at }, error);
    throw error;
  }
}

/** A format that the form can be written as. @throws AppError format-unknown */
export function formatOf({ formats }: ReportForm, name: string): ReportFormat {
  const format = formats.find((one) => one === name);
  if (format === undefined) throw appError("format-unknown", { format: name, known: formats.join(", ") });
  return format;
}

/** What can be chosen where no person is: a form, or a layout of such a form, by its row, since two may share a key. */
export function offeredForms(roster: OpenRoster, t: Translate): ReportFormChoice[] {
  const offered = forms.filter(({ source }) => !traitsOf(source).person);
  const office = officeOf(roster, roster.catalog());
  const choiceOf = (form: ReportForm, key: string, name: string): ReportFormChoice => {
    const { scope, personal } = traitsOf(form.source);
    const kept = keptDetails(roster, key);
    const blanks = blanksOf(form, office).map((blank) => ({
      ...blank,
      kept: kept.filled[blank.key] ?? null,
    }));
    const oneFigure = knowsOneFigure(form) ? kept.oneFigure : null;
    const { source } = form;
    const listed = source.kind === "people";
    const listing = source.kind === "listing" ? source.of : null;
    return { key, name, formats: [...form.formats], scope, personal, listed, listing, blanks, oneFigure };
  };
  return [
    ...offered.map((form) => choiceOf(form, form.key, t(`screen-report:forms.${form.key}`))),
    ...shownLayouts(roster, t).flatMap((layout) => {
      const shipped = offered.find((one) => one.key === layout.form);
      // One that cannot be read is offered as what it is a copy of: writing it says what is wrong.
      return shipped === undefined ? [] : [choiceOf(readableOr(layout, shipped), layout.id, layout.name)];
    }),
  ];
}

/** A form as the command line lists it. */
export interface ListedForm {
  /** By which it is asked for; two layouts may share it. */
  readonly key: string;
  readonly name: string;
  readonly formats: readonly ReportFormat[];
  /** What it is: figures, a list of people, one person's record … */
  readonly source: string;
  readonly scope: boolean;
  readonly person: boolean;
  readonly personal: boolean;
  /** Whether it tells how people stand under the rules. */
  readonly judges: boolean;
  readonly oneFigure: boolean;
}

/** Every form and layout. @param roster null: the forms that the program ships */
export function listedForms(roster: OpenRoster | null, t: Translate): readonly ListedForm[] {
  const listed = (form: ReportForm, key: string, name: string): ListedForm => ({
    key,
    name,
    formats: form.formats,
    source: form.source.kind,
    ...traitsOf(form.source),
    oneFigure: knowsOneFigure(form),
  });
  return [
    ...forms.map((form) => listed(form, form.key, t(`screen-report:forms.${form.key}`))),
    ...(roster === null ? [] : shownLayouts(roster, t)).flatMap((layout) => {
      const shipped = forms.find(({ key }) => key === layout.form);
      return shipped === undefined ? [] : [listed(readableOr(layout, shipped), layout.key, layout.name)];
    }),
  ];
}

function readableOr(layout: LayoutFields, shipped: ReportForm): ReportForm {
  try {
    return formOfLayout(layout, forms);
  } catch (error) {
    if (error instanceof FormProblem) return shipped;
    throw error;
  }
}

/** Layouts as they are offered: what another office calls its own is told from forms of ours. */
function shownLayouts(roster: OpenRoster, t: Translate): Layout[] {
  const catalog = roster.catalog();
  const layouts = layoutsOf(roster);
  const names = forms.map(({ key }) => foldExact(t(`screen-report:forms.${key}`)));
  const bearers = (name: string) =>
    [...names, ...layouts.map((one) => foldExact(one.name))].filter((one) => one === foldExact(name)).length;
  return layouts.map((layout) => {
    const { maker } = layout;
    if (maker === null || (maker.isOurs && bearers(layout.name) === 1)) return layout;
    const unit = catalog.unitOfId(maker.unit)?.fullName ?? t("domain:unknownOffice");
    return { ...layout, name: t("domain:ofMaker", { name: layout.name, unit }) };
  });
}

function layoutsOf(roster: OpenRoster): Layout[] {
  const rows = allRows(roster.db, "layout");
  const makers = makersOf(
    roster.log,
    "layout",
    rows.map(({ id }) => id),
  );
  return rows.map(({ id, fields }) => {
    const maker = makers.get(id) ?? null;
    const textOf = (field: string) => (typeof fields[field] === "string" ? fields[field] : null);
    return {
      id,
      maker,
      key: textOf("key") ?? "",
      form: textOf("form") ?? "",
      name: textOf("name") ?? "",
      title: textOf("title"),
      definition: textOf("definition"),
    };
  });
}
