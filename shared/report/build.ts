/**
 * Makes a document of a form, a source and an office: the one place where a form meets its numbers.
 * Nothing here knows any form, so a new form cannot bring its own way of counting or heading.
 */
import { officialDay } from "../text/format";
import { report as words } from "../i18n/vi/report";
import type { DocumentBlock, ReportDocument, ReportHeading, ReportText, SignaturePlace } from "./document";
import { signerOf } from "./blanks";
import { fill } from "./fill";
import {
  type Block,
  type HeadingBlock,
  type ReportForm,
  type ReportFrame,
  type SignatureBlock,
  type TextBlock,
  traitsOf,
} from "./form";
import { FormProblem } from "./problem";
import type { ReportSource } from "./source";
import { crossTable, listTable, typeOfField } from "./tables";

/** @throws FormProblem when a block asks for what the source does not have */
export function buildReport(form: ReportForm, source: ReportSource, frame: ReportFrame): ReportDocument {
  const values = { ...source.values, day: officialDay(frame.asOf) };
  const blocks = limited(
    form.blocks.map((block) => blockOf(block, source, frame, values)),
    frame.limits?.lines ?? [],
  );
  const name = fill(form.fileName, { scope: frame.scope ?? frame.office.place, day: frame.asOf });
  return {
    form: form.key,
    orientation: form.orientation,
    blocks: traitsOf(form.source).judges
      ? marked(blocks, given(ownOf(values, unverified), unverified))
      : blocks,
    issuedOn: frame.issuedOn,
    fileName: frame.limits?.isPart === true ? fill(words.part, { name }) : name,
  };
}

/** Says it in front of the list, whatever a form or a layout has there. */
function limited(blocks: readonly DocumentBlock[], lines: readonly string[]): readonly DocumentBlock[] {
  if (lines.length === 0) return blocks;
  const at = blocks.findIndex(({ kind }) => kind === "heading") + 1;
  return [...blocks.slice(0, at), { kind: "text", title: null, lines }, ...blocks.slice(at)];
}

/** Value of a source that judges: who was judged by law that nobody compared with its text. */
const unverified = "unverified";

/** Says it at the foot, whatever a form or a layout has there: with the notes, or above the signatures. */
function marked(blocks: readonly DocumentBlock[], people: string): readonly DocumentBlock[] {
  if (people === "") return blocks;
  const line = fill(words.unverifiedNote, { people });
  const notes = blocks.findLastIndex((block) => block.kind === "text" && block.title !== null);
  const signed = blocks.findIndex(({ kind }) => kind === "signatures");
  const end = signed < 0 ? blocks.length : signed;
  const own: ReportText = { kind: "text", title: words.notes, lines: [line] };
  if (notes < 0) return [...blocks.slice(0, end), own, ...blocks.slice(end)];
  return blocks.map((block, place) =>
    place === notes && block.kind === "text" ? { ...block, lines: [...block.lines, line] } : block,
  );
}

type Values = Readonly<Record<string, string>>;

function blockOf(block: Block, source: ReportSource, frame: ReportFrame, values: Values): DocumentBlock {
  switch (block.kind) {
    case "heading":
      return headingOf(block, frame, values);
    case "cross":
      return crossTable(block, given(source.figures, block.kind), frame.oneFigure);
    case "list":
      return listTable(block, given(ownOf(source.lists ?? {}, block.of), block.of));
    case "sheet": {
      const record = given(source.record, block.kind);
      return {
        kind: "sheet",
        lines: block.lines.map(({ label, field }) => {
          typeOfField(record.types, field);
          return { label, cell: record.cells(field) };
        }),
      };
    }
    case "text":
      return textOf(block, source, values, frame);
    case "signatures":
      return { kind: "signatures", places: block.places.map((place) => signatureOf(place, frame)) };
  }
}

function given<T>(part: T | undefined, at: string): T {
  if (part === undefined) throw new FormProblem(at);
  return part;
}

/** A name that every object inherits, such as "toString", is none of ours. */
function ownOf<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

function headingOf({ title, subtitle }: HeadingBlock, frame: ReportFrame, values: Values): ReportHeading {
  const { office, scope, issuedOn, filled } = frame;
  const day = issuedOn === null ? words.dayToFill : officialDay(issuedOn);
  const lines = filled.title?.split("\n") ?? title.map((line) => fill(line, values));
  return {
    kind: "heading",
    superior: office.superior?.toUpperCase() ?? null,
    agency: office.name.toUpperCase(),
    nation: words.nation,
    motto: words.motto,
    number: numberOf(filled.number ?? ""),
    placeAndDay: fill(words.placeAndDay, { place: filled.place ?? office.place, day }),
    title: scope === null ? lines : [...lines, scope.toUpperCase()],
    subtitle: subtitleOf(subtitle, frame, values),
  };
}

function numberOf(number: string): string | null {
  if (number === "") return null;
  return fill(number.startsWith("/") ? words.numberToFill : words.number, { number });
}

/** Figures by a past day's knowledge say so on paper: they may rightly differ from those of today. */
function subtitleOf(subtitle: string | null, { knownOn }: ReportFrame, values: Values): string | null {
  const known = knownOn === null ? [] : [fill(words.knownOn, { day: officialDay(knownOn) })];
  const lines = [...(subtitle === null ? [] : [fill(subtitle, values)]), ...known];
  return lines.length === 0 ? null : lines.join("; ");
}

function textOf(
  { title, lines }: TextBlock,
  source: ReportSource,
  values: Values,
  { oneFigure }: ReportFrame,
): ReportText {
  const valueOf = (name: string) => given(ownOf(values, name), name);
  const shown = lines.filter(({ whenAny, whenGiven, whenMissing, whenOneFigure }) => {
    if (whenOneFigure !== undefined && whenOneFigure !== oneFigure) return false;
    if (whenGiven !== undefined && valueOf(whenGiven) === "") return false;
    if (whenMissing !== undefined && valueOf(whenMissing) !== "") return false;
    return (
      whenAny === undefined ||
      whenAny.some((filter) => {
        const figures = given(source.figures, "whenAny");
        return figures.count({ by: null, measure: "people", filter }).total !== 0;
      })
    );
  });
  return { kind: "text", title, lines: shown.map(({ text }) => fill(text, values)) };
}

function signatureOf(
  place: SignatureBlock["places"][number],
  { office, filled }: ReportFrame,
): SignaturePlace {
  return { hint: place.hint, ...signerOf(place, office, filled) };
}
