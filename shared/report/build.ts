/**
 * Makes a document of a layout, figures and an office: the one place where a form meets its numbers.
 * Nothing here knows any form, so a new form cannot bring its own way of counting or heading.
 */
import { officialDay } from "../text/format";
import { report as words } from "../i18n/vi/report";
import type { ReportCell, ReportColumn, ReportDocument, ReportHeading, SignatureBlock } from "./document";
import { fill } from "./fill";
import { headerOf, keepLeaves, leavesOf } from "./header";
import type { ColumnLeaf, ReportFrame, ReportLayout, ReportOffice, ReportSource, RowSource } from "./layout";

/**
 * @param source figures; its total decides which optional columns and notes are printed
 * @param frame office and days; `frame.values` are for the notes
 * @throws RangeError when a text or note names something that is not given
 */
export function buildReport<F>(
  layout: ReportLayout<F>,
  source: ReportSource<F>,
  frame: ReportFrame,
): ReportDocument {
  const { total } = source;
  const shown = keepLeaves(layout.columns, (leaf) => !isEmptyColumn(leaf, total));
  const leaves = leavesOf(shown);
  const head = headerOf(shown);
  const day = officialDay(frame.asOf);
  const values = { ...frame.values, day };
  return {
    form: layout.form,
    orientation: layout.orientation,
    heading: headingOf(frame.office, frame.issuedOn),
    title: frame.scope === null ? layout.title : [...layout.title, frame.scope.toUpperCase()],
    subtitle: layout.subtitle === null ? null : fill(layout.subtitle, values),
    table: {
      columns: leaves.map(columnOf),
      headerRows: head.rows,
      header: head.cells,
      numbering: layout.numbered ? numbersOf(leaves) : null,
      rows: source.rows.map((row, place) => leaves.map((leaf) => cellOf(leaf, row, place))),
      total: leaves.map((leaf) => totalCellOf(leaf, leaves, total, layout.totalTitle)),
    },
    notesTitle: layout.notesTitle,
    notes: layout.notes
      .filter(({ whenAny }) => whenAny === undefined || whenAny.some((filter) => total.count(filter) > 0))
      .map(({ text }) => fill(text, values)),
    signatures: layout.signatures.map(({ title, hint, who }) => signatureOf(title, hint, who, frame.office)),
    issuedOn: frame.issuedOn,
    fileName: fill(layout.fileName, { scope: frame.scope ?? frame.office.place, day: frame.asOf }),
  };
}

function isEmptyColumn<F>(leaf: ColumnLeaf<F>, total: RowSource<F>): boolean {
  return leaf.hideWhenZero === true && leaf.value.kind === "count" && total.count(leaf.value.of) === 0;
}

function columnOf<F>({ key, value, widthMm }: ColumnLeaf<F>): ReportColumn {
  const isText = value.kind === "text";
  return { key, widthMm, wraps: isText, align: isText ? "left" : "center" };
}

/** "A, B" under columns of words, "1, 2, 3" under figures, as statistical forms number them. */
function numbersOf<F>(leaves: readonly ColumnLeaf<F>[]): readonly string[] {
  let letters = 0;
  let figures = 0;
  return leaves.map(({ value }) => {
    const isWord = value.kind === "text" || value.kind === "ordinal";
    return isWord ? String.fromCharCode(65 + letters++) : String(++figures);
  });
}

function cellOf<F>({ value }: ColumnLeaf<F>, row: RowSource<F>, place: number): ReportCell {
  switch (value.kind) {
    case "ordinal":
      return { kind: "count", value: place + 1 };
    case "text":
      return { kind: "text", text: row.text(value.field) };
    case "count":
      return { kind: "count", value: row.count(value.of) };
    case "fraction":
      return { kind: "fraction", part: row.count(value.part), whole: row.count(value.whole) };
    case "rate":
      return {
        kind: "rate",
        least: row.count(value.least),
        most: row.count(value.most),
        whole: row.count(value.whole),
      };
  }
}

/** The total has figures only; its title stands in the first column of words. */
function totalCellOf<F>(
  leaf: ColumnLeaf<F>,
  leaves: readonly ColumnLeaf<F>[],
  total: RowSource<F>,
  title: string,
): ReportCell {
  const { kind } = leaf.value;
  if (kind !== "ordinal" && kind !== "text") return cellOf(leaf, total, 0);
  const titled = leaves.find(({ value }) => value.kind === "text") ?? leaves[0];
  return leaf === titled ? { kind: "text", text: title } : { kind: "empty" };
}

function headingOf(office: ReportOffice, issuedOn: string | null): ReportHeading {
  const day = issuedOn === null ? words.dayToFill : officialDay(issuedOn);
  return {
    superior: office.superior?.toUpperCase() ?? null,
    agency: office.name.toUpperCase(),
    nation: words.nation,
    motto: words.motto,
    placeAndDay: fill(words.placeAndDay, { place: office.place, day }),
  };
}

function signatureOf(
  title: string,
  hint: string,
  who: "preparer" | "signer",
  office: ReportOffice,
): SignatureBlock {
  return who === "preparer"
    ? { title, hint, name: office.preparedBy }
    : { title: office.signerTitle ?? title, hint, name: office.signerName };
}
