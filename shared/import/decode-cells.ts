/**
 * Turns the texts of a workbook into Unicode: each cell by its fonts and words (`judge-text.ts`), what one cell does not tell
 * by the other cells of its column, sheet and workbook. What is still open is left as it is and listed, for somebody to
 * decide with both readings before their eyes.
 */
import { type LegacyCode, legacyCodes, legacyFont } from "../text/legacy/codes";
import type { DecodedWorkbook, DoubtfulCell, EncodingCounts } from "./encoding";
import { type Judgement, judgeRuns, type Offer, readsInCode } from "./judge-text";
import type { SheetCell, TextRun, Workbook } from "./workbook";

/** So many times more cells must speak for a code than for any other before it settles what is open. */
const clearly = 3;

interface TextCell {
  readonly sheet: number;
  readonly row: number;
  readonly cell: SheetCell;
  readonly runs: readonly TextRun[];
  readonly judged: Judgement;
}

/** What a cell that few words tell counts for its only reading: two different ones are as good as a sure one. */
const half = 0.5;

/** How many cells speak for each code, and how many surely for none. */
class Support {
  readonly #codes = new Map<LegacyCode, number>();
  readonly #halves = new Set<string>();
  unicode = 0;

  add(judged: Judgement): void {
    if (judged.kind === "legacy" && judged.sure) this.#count(judged.code, 1);
    else if (judged.kind === "unicode" && judged.sure) this.unicode++;
    else if (judged.kind === "open" && judged.ask !== true) {
      const [only, ...others] = judged.offers;
      if (only === undefined || others.length > 0 || this.#halves.has(only.text)) return;
      this.#halves.add(only.text);
      this.#count(only.code, half);
    }
  }

  /** Whether any cell speaks for anything. */
  get tells(): boolean {
    return this.unicode > 0 || this.#codes.size > 0;
  }

  of(code: LegacyCode): number {
    return this.#codes.get(code) ?? 0;
  }

  /** The code among some for which clearly more cells speak than for the others; null where none does. */
  among(codes: readonly LegacyCode[]): LegacyCode | null {
    const [best, next] = [...codes].sort((a, b) => this.of(b) - this.of(a));
    if (best === undefined || this.of(best) < 1) return null;
    return next === undefined || this.of(best) >= clearly * this.of(next) ? best : null;
  }

  #count(code: LegacyCode, weight: number): void {
    this.#codes.set(code, this.of(code) + weight);
  }
}

/** What cells say of each other, by how near they are. A list has hundreds of thousands of them: kept without made keys. */
class Supports {
  readonly book = new Support();
  readonly #sheets: Support[] = [];
  readonly #columns: { readonly all: Support; readonly alike: Map<string, Support> }[][] = [];

  sheet({ sheet }: TextCell): Support {
    return (this.#sheets[sheet] ??= new Support());
  }

  column(cell: TextCell): Support {
    return this.#at(cell).all;
  }

  /** Cells of a column that are drawn alike: what one of them is says most of the others. */
  alike(cell: TextCell): Support {
    const { alike } = this.#at(cell);
    const [first] = cell.runs;
    const fonts =
      cell.runs.length === 1 ? (first?.font ?? "") : cell.runs.map(({ font }) => font ?? "").join("/");
    const known = alike.get(fonts);
    if (known !== undefined) return known;
    const made = new Support();
    alike.set(fonts, made);
    return made;
  }

  add(cell: TextCell): void {
    for (const support of [this.book, this.sheet(cell), this.column(cell), this.alike(cell)])
      support.add(cell.judged);
  }

  #at({ sheet, cell }: TextCell) {
    const columns = (this.#columns[sheet] ??= []);
    return (columns[cell.column] ??= { all: new Support(), alike: new Map() });
  }
}

type Settled =
  | { readonly kind: "as"; readonly code: LegacyCode | null; readonly text: string }
  | { readonly kind: "doubtful"; readonly offer: Offer };

function textOf(runs: readonly TextRun[]): string {
  return runs.map(({ text }) => text).join("");
}

function settle(cell: TextCell, supports: Supports): Settled {
  const { judged, runs } = cell;
  const text = textOf(runs);
  switch (judged.kind) {
    case "plain":
      return { kind: "as", code: null, text };
    case "legacy":
      // Unicode was pasted into other cells of that font: here as well, perhaps.
      return judged.sure || supports.alike(cell).unicode === 0
        ? { kind: "as", code: judged.code, text: judged.text }
        : { kind: "doubtful", offer: judged };
    case "unicode":
      return judged.sure ? { kind: "as", code: null, text: judged.text } : settleVietnamese(cell, supports);
    case "open":
      return judged.offers.length > 0 ? settleOffers(cell, judged, supports) : settlePiece(cell, supports);
  }
}

/** Several readings, or one that few words tell. */
function settleOffers(
  cell: TextCell,
  { offers, ask }: { readonly offers: readonly Offer[]; readonly ask?: true },
  supports: Supports,
): Settled {
  const codes = offers.map(({ code }) => code);
  for (const support of [supports.column(cell), supports.sheet(cell), supports.book]) {
    const code = support.among(codes);
    const offer = offers.find((one) => one.code === code);
    if (offer !== undefined) return ask ? { kind: "doubtful", offer } : { kind: "as", ...offer };
  }
  const [first] = offers;
  return first === undefined
    ? { kind: "as", code: null, text: textOf(cell.runs).normalize("NFC") }
    : { kind: "doubtful", offer: first };
}

/** A piece too short to tell, such as `§H` or `¸`: its column's code, if it can be read in it. */
function settlePiece(cell: TextCell, supports: Supports): Settled {
  const text = textOf(cell.runs);
  const readable = legacyCodes.flatMap((code): Offer[] => {
    const meant = readsInCode(text, code);
    return meant === null ? [] : [{ code, text: meant }];
  });
  const codes = readable.map(({ code }) => code);
  const near = supports.column(cell);
  const code = near.among(codes);
  const offer = readable.find((one) => one.code === code);
  if (offer !== undefined) {
    return near.of(offer.code) >= near.unicode ? { kind: "as", ...offer } : { kind: "doubtful", offer };
  }
  const far = supports.book.among(codes);
  const farOffer = readable.find((one) => one.code === far);
  return farOffer === undefined
    ? { kind: "as", code: null, text: text.normalize("NFC") }
    : { kind: "doubtful", offer: farOffer };
}

/** Words that are Vietnamese as they stand are never changed unasked: `Sè` among cells of TCVN3 may mean Số. */
function settleVietnamese(cell: TextCell, supports: Supports): Settled {
  const text = textOf(cell.runs);
  const alike = supports.alike(cell);
  // A heading over numbers, or over words without marks, has only the rest of its sheet to speak for it, where no font does.
  const hasFont = cell.runs.some(({ font }) => font !== null);
  const near = alike.tells || hasFont ? alike : supports.sheet(cell);
  const code = near.among(legacyCodes);
  const meant = code === null ? null : readsInCode(text, code);
  if (code === null || meant === null || near.of(code) < near.unicode)
    return { kind: "as", code: null, text: text.normalize("NFC") };
  return { kind: "doubtful", offer: { code, text: meant } };
}

const noCounts: EncodingCounts = { unicode: 0, tcvn3: 0, vni: 0, viscii: 0, doubtful: 0 };

function withText(cell: SheetCell, runs: readonly TextRun[], text: string): SheetCell {
  const [first] = runs;
  if (runs.length === 1 && first?.text === text) return cell;
  // Once it is Unicode its fonts say nothing more.
  return { ...cell, content: { kind: "text", runs: [{ text, font: null }] } };
}

function rebuilt(workbook: Workbook, replaced: ReadonlyMap<SheetCell, SheetCell>): Workbook {
  if (replaced.size === 0) return workbook;
  const sheets = workbook.sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => replaced.get(cell) ?? cell) })),
  }));
  return { ...workbook, sheets };
}

/**
 * The workbook in Unicode.
 * @param workbook as it was read
 * @returns texts of old codes turned, decomposed ones composed; doubtful cells as they stand, with what they may mean
 */
export function decodeWorkbook(workbook: Workbook): DecodedWorkbook {
  const counts: Record<keyof EncodingCounts, number> = { ...noCounts };
  const supports = new Supports();
  const told = tellingCells(workbook, supports, () => counts.unicode++);
  const replaced = new Map<SheetCell, SheetCell>();
  const doubtful: DoubtfulCell[] = [];
  for (const made of told) {
    const { sheet, row, cell, runs } = made;
    const settled = settle(made, supports);
    if (settled.kind === "doubtful") {
      counts.doubtful++;
      const { code, text: after } = settled.offer;
      doubtful.push({ sheet, row, column: cell.column, before: textOf(runs), after, code });
    } else {
      counts[settled.code ?? "unicode"]++;
      const turned = withText(cell, runs, settled.text);
      if (turned !== cell) replaced.set(cell, turned);
    }
  }
  const sheets = rebuilt(workbook, replaced).sheets.map((sheet) => {
    const name = sheetName(sheet.name, supports.book);
    return name === sheet.name ? sheet : { ...sheet, name };
  });
  return { workbook: { ...workbook, sheets }, encoding: counts, doubtful };
}

/** A sheet's name has no font; what its words leave open goes with the cells of the workbook. */
function sheetName(name: string, support: Support): string {
  const judged = judgeRuns([{ text: name, font: null }]);
  if (judged.kind === "plain") return name;
  if (judged.kind !== "open") return judged.text;
  const code = support.among(judged.offers.map((offer) => offer.code));
  return judged.offers.find((offer) => offer.code === code)?.text ?? name;
}

/** The cells of which something is to be told, judged, with what they say of others gathered. */
function tellingCells(workbook: Workbook, supports: Supports, onPlain: () => void): TextCell[] {
  const judgements = new Map<string, Judgement>();
  const fontKeys = new Map<string | null, string>();
  const fontKey = (font: string | null): string => {
    const known = fontKeys.get(font);
    if (known !== undefined) return known;
    const made = keyOfFont(font);
    fontKeys.set(font, made);
    return made;
  };
  const told: TextCell[] = [];
  for (const [sheet, { rows }] of workbook.sheets.entries()) {
    for (const { number: row, cells } of rows) {
      for (const cell of cells) {
        if (cell.content.kind !== "text") continue;
        const { runs } = cell.content;
        const [first] = runs;
        const key =
          runs.length === 1 && first !== undefined
            ? fontKey(first.font) + first.text
            : runs.map(({ text, font }) => fontKey(font) + text).join("\u0000");
        let judged = judgements.get(key);
        if (judged === undefined) {
          judged = judgeRuns(runs);
          judgements.set(key, judged);
        }
        if (judged.kind === "plain") {
          onPlain();
          continue;
        }
        const made = { sheet, row, cell, runs, judged };
        supports.add(made);
        told.push(made);
      }
    }
  }
  return told;
}

/** Fonts of one code read a text alike. */
function keyOfFont(font: string | null): string {
  const legacy = font === null ? null : legacyFont(font);
  return legacy === null ? "" : `${legacy.code}${legacy.capitals ? "H" : ""}\u0001`;
}

/**
 * The workbook after somebody decided on doubtful cells.
 * @param decide `turn`: it means the reading that is offered; `keep`: it means what it says; null: not decided yet
 */
export function settleDoubtful(
  { workbook, encoding, doubtful }: DecodedWorkbook,
  decide: (cell: DoubtfulCell) => "turn" | "keep" | null,
): DecodedWorkbook {
  const counts: Record<keyof EncodingCounts, number> = { ...encoding };
  const left: DoubtfulCell[] = [];
  const replaced = new Map<SheetCell, SheetCell>();
  const rows = workbook.sheets.map((sheet) => new Map(sheet.rows.map((row) => [row.number, row.cells])));
  for (const one of doubtful) {
    const decision = decide(one);
    if (decision === null) {
      left.push(one);
      continue;
    }
    counts.doubtful--;
    counts[decision === "turn" ? one.code : "unicode"]++;
    const cell = rows[one.sheet]?.get(one.row)?.find(({ column }) => column === one.column);
    if (cell === undefined || cell.content.kind !== "text") continue;
    const text = decision === "turn" ? one.after : one.before.normalize("NFC");
    replaced.set(cell, withText(cell, cell.content.runs, text));
  }
  return { workbook: rebuilt(workbook, replaced), encoding: counts, doubtful: left };
}
