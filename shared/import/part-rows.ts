/**
 * Parts the rows below a heading: people, and what stands between and after them in a list that was made to be printed.
 * What is no person is listed with its reason and its text, and what a row names for those below it goes along with them.
 */
import { foldExact } from "../text/fold";
import { type ColumnRole, keysOf } from "./column-role";
import type { FoundHeader } from "./find-header";
import type { HeadingBook } from "./heading-book";
import { exactHeading } from "./heading-text";
import { type ColumnMatch, nameKey } from "./match-columns";
import type { SeenCell, SheetGrid } from "./sheet-grid";
import type { Steps } from "./steps";

export const leftReasons = ["title", "heading", "columnNumbers", "group", "total", "foot"] as const;
export type LeftReason = (typeof leftReasons)[number];

/** A row that holds no person. */
export interface LeftRow {
  readonly row: number;
  readonly reason: LeftReason;
  readonly text: string;
}

export interface DataRow {
  readonly number: number;
  /** By column; `filled`: of a cell that is joined over several rows and begins in another one. */
  readonly cells: ReadonlyMap<number, SeenCell>;
  /** What the rows above it name for it, the nearest last. */
  readonly groups: readonly string[];
  /** The row whose person this line goes on about: their name is joined over both. */
  readonly continues: number | null;
}

/** Why a table cannot be read as it stands. */
export type TableFault =
  | { readonly kind: "headings"; readonly first: number; readonly second: number }
  | { readonly kind: "merged"; readonly column: number; readonly firstRow: number; readonly lastRow: number };

export interface PartedRows {
  readonly data: readonly DataRow[];
  readonly left: readonly LeftRow[];
  readonly fault: TableFault | null;
}

export interface RowChoices {
  readonly firstRow: number | null;
  readonly lastRow: number | null;
}

/** Whether one cell may stand for several people: it names a place or a choice, and nobody's own number or day. */
type MayBeShared = (role: ColumnRole) => boolean;

export function* partRows(
  grid: SheetGrid,
  header: FoundHeader,
  matches: readonly ColumnMatch[],
  book: HeadingBook,
  choices: RowChoices,
  mayBeShared: MayBeShared,
): Steps<PartedRows> {
  const roles = new Map(matches.map(({ column, role }) => [column, role]));
  const nameColumns = columnsOf(roles, (role) => keysOf(role).includes(nameKey));
  const numberColumns = columnsOf(roles, (role) => role.kind === "sequence");
  const left: LeftRow[] = [];
  const rows: SeenRow[] = [];
  let fault: TableFault | null = null;
  const headings = new Map(header.columns.map(({ column, parts }) => [column, parts.map(exactHeading)]));
  const first = choices.firstRow ?? header.lastRow + 1;
  for (const { number } of grid.sheet.rows) {
    yield;
    const own = grid.own(number);
    if (own.length === 0) continue;
    const text = own.map((one) => one.text).join(" | ");
    if (number < first) {
      if (number < header.firstRow || number > header.lastRow)
        left.push({ row: number, reason: "title", text });
      continue;
    }
    if (choices.lastRow !== null && number > choices.lastRow) {
      left.push({ row: number, reason: "foot", text });
      continue;
    }
    const kind = isColumnNumbers(own) ? "columnNumbers" : headingKind(own, headings, book);
    if (kind === "other") fault ??= { kind: "headings", first: header.lastRow, second: number };
    if (kind !== null) {
      left.push({ row: number, reason: kind === "columnNumbers" ? "columnNumbers" : "heading", text });
      continue;
    }
    rows.push({ number, own, text });
  }
  const table = { nameColumns, numberColumns, roles };
  const lastSure = rows.findLastIndex((row) => isSurely(row, table));
  const foot = rows.findIndex((row, place) => place > lastSure && isFoot(row));
  const groups: Group[] = [];
  const data: DataRow[] = [];
  for (const [place, row] of rows.entries()) {
    yield;
    const reason =
      foot >= 0 && place >= foot ? "foot" : isTotal(row) ? "total" : isGroup(row, table) ? "group" : null;
    if (reason !== null) {
      left.push({ row: row.number, reason, text: row.text });
      if (reason === "group") enter(groups, row);
      continue;
    }
    data.push({
      number: row.number,
      cells: grid.seen(row.number),
      groups: groups.map(({ text }) => text),
      continues: null,
    });
  }
  const continued = continuing(data, nameColumns);
  fault ??= sharedFault(continued, roles, mayBeShared);
  return { data: continued, left: left.sort((a, b) => a.row - b.row), fault };
}

interface SeenRow {
  readonly number: number;
  readonly own: readonly SeenCell[];
  readonly text: string;
}
interface TableColumns {
  readonly nameColumns: ReadonlySet<number>;
  readonly numberColumns: ReadonlySet<number>;
  readonly roles: ReadonlyMap<number, ColumnRole>;
}

function columnsOf(roles: ReadonlyMap<number, ColumnRole>, is: (role: ColumnRole) => boolean): Set<number> {
  return new Set([...roles].filter(([, role]) => is(role)).map(([column]) => column));
}

/** 1, 2, 3 … under a heading, also as (1), with letters in front: A, B, 1, 2. */
function isColumnNumbers(own: readonly SeenCell[]): boolean {
  if (own.length < 3) return false;
  let last = 0;
  let numbers = 0;
  for (const { text } of own) {
    if (/^\(?[A-D]\)?$/.test(text) && numbers === 0) continue;
    const digits = /^\(?(\d{1,3})\)?(?:\s*=.*)?$/.exec(text)?.[1];
    if (digits === undefined || Number(digits) <= last) return false;
    last = Number(digits);
    numbers++;
  }
  return numbers >= 2 && last <= own.length + 3;
}

/** "same": the heading once more, at the top of a printed page; "other": a heading that names other columns. */
function headingKind(
  own: readonly SeenCell[],
  headings: ReadonlyMap<number, readonly string[]>,
  book: HeadingBook,
): "same" | "other" | null {
  if (own.length < 2 || own.some(({ cell }) => cell.content.kind !== "text")) return null;
  const isSame = ({ column, text }: SeenCell) => headings.get(column)?.includes(exactHeading(text)) === true;
  if (holdForMost(own, Math.max(2, own.length / 2), isSame)) return "same";
  const isKnown = ({ text }: SeenCell) =>
    book.sensesOf(text).some((sense) => sense.kind === "role" && sense.role.kind === "column");
  return holdForMost(own, Math.max(3, own.length * 0.6), isKnown) ? "other" : null;
}

/** Whether enough cells are so; of a row of somebody's values few are, and most need not be looked at. */
function holdForMost(cells: readonly SeenCell[], enough: number, isSo: (cell: SeenCell) => boolean): boolean {
  let [found, left] = [0, cells.length];
  for (const cell of cells) {
    if (isSo(cell)) found++;
    left--;
    if (found >= enough) return true;
    if (found + left < enough) return false;
  }
  return false;
}

const totals =
  /^(?:tổng (?:cộng|số)|tổng|cộng|tong (?:cong|so)|cong|tong)(?:[\s:.(–-]*(?:\d.*|[\p{L}\s]*:.*|\(.*|có .*|(?:số )?(?:người|cán bộ).*)?)?$/u;

function isTotal({ own }: SeenRow): boolean {
  return own.slice(0, 2).some(({ text }) => totals.test(foldExact(text)));
}

const rankedBeginning = /^\s*(?:([IVXLC]+)|([A-ZĐ])|(\d{1,2}))\s*[.)/:-]\s*\p{L}/u;
const rank = /^\s*(?:([IVXLC]+)|([A-ZĐ]))\s*[.)]?\s*$/u;
const groupBeginning =
  /^(?:xã|phường|thị trấn|huyện|đặc khu|đơn vị|khối|phòng|trung tâm|ban|đảng ủy|hđnd|ubnd|ủy ban|hội đồng|đoàn thể|các đoàn thể|mttq|ubmttq|cán bộ|công chức|văn phòng|chức danh|người hoạt động|không chuyên trách|những người)(?:\s|,|$)/u;

/** One text over the row, or a number of a part and a text: it speaks of the rows below it. */
function isGroup({ own }: SeenRow, { nameColumns, roles }: TableColumns): boolean {
  const texts = own.filter(({ text }) => !rank.test(text));
  const [only] = texts;
  if (only === undefined) return false;
  const isWide = only.merge !== null && only.merge.lastColumn > only.merge.firstColumn;
  const isRanked = own.length === 2 && own[0] !== only && rank.test(own[0]?.text ?? "");
  // Counts beside the name of a group ("I. Đảng ủy | 5") say nothing of a person.
  const others = texts.slice(1);
  if (others.some(({ text }) => !/^[\d\s:.]+(?:người)?$/.test(text))) return false;
  if (others.length > 0 && !rankedBeginning.test(only.text) && !isRanked) return false;
  const isName = nameColumns.has(only.column);
  const said = foldExact(only.text);
  if (isWide || isRanked || rankedBeginning.test(only.text) || groupBeginning.test(said)) return true;
  return (
    !isName &&
    texts.length === 1 &&
    (roles.get(only.column)?.kind === "sequence" || roles.get(only.column) === undefined) &&
    !/^\d+$/.test(only.text)
  );
}

/** Cells that a row of signatures may have beside the names in it. */
const mostBesideSignature = 2;

/**
 * Beyond the last such row a foot may begin. Names under "Người lập biểu" and "Chủ tịch" stand in some column or other, so
 * that a name and a text are a person's only where the row is numbered or tells more than signatures do.
 */
function isSurely({ own }: SeenRow, { nameColumns, numberColumns, roles }: TableColumns): boolean {
  const isTold = (column: number) => {
    const role = roles.get(column);
    return role !== undefined && role.kind !== "sequence" && !nameColumns.has(column);
  };
  const isNamed = own.some(({ column, text }) => nameColumns.has(column) && !footWords.test(foldExact(text)));
  const isNumbered = own.some(({ column, text }) => numberColumns.has(column) && /^\d+[.)]?$/.test(text));
  const told = own.filter(({ column }) => isTold(column)).length;
  const width = [...roles.keys()].filter(isTold).length;
  return isNamed && (isNumbered || told >= Math.max(1, Math.min(width, mostBesideSignature + 1)));
}

const footWords =
  /^(?:\(?ký|người (?:lập|lập bảng|lập biểu|kê khai|tổng hợp)|lập bảng|lập biểu|thủ trưởng|xác nhận|tm\.|kt\.|tl\.|t\/m|k\/t|nơi nhận|ghi chú:|lưu ý|\*|danh sách (?:này |trên )?(?:có|gồm|này)|ấn định|chủ tịch$|bí thư$)|ngày.*tháng.*năm/u;

function isFoot({ own }: SeenRow): boolean {
  return own.some(({ text }) => footWords.test(foldExact(text)));
}

interface Group {
  readonly depth: number;
  readonly text: string;
}

/** A group ends where one of its rank, or a higher one, begins. */
function enter(groups: Group[], { own }: SeenRow): void {
  const text = own
    .filter((one) => !rank.test(one.text) && !/^[\d\s:.]+$/.test(one.text))
    .map((one) => one.text)
    .join(" ");
  const [, roman, letter, digits] = rankedBeginning.exec(own.map((one) => one.text).join(". ")) ?? [];
  const depth = letter !== undefined ? 0 : roman !== undefined ? 1 : digits !== undefined ? 2 : 3;
  while (groups.length > 0 && (groups[groups.length - 1]?.depth ?? 0) >= depth) groups.pop();
  groups.push({ depth, text: text.replace(rankedBeginning, (found) => found.slice(-1)) });
}

/** Lines of one person: the name is one cell over several rows. */
function continuing(data: readonly DataRow[], nameColumns: ReadonlySet<number>): DataRow[] {
  return data.map((row) => {
    const name = [...nameColumns].map((column) => row.cells.get(column)).find((cell) => cell !== undefined);
    return name !== undefined && name.row !== row.number ? { ...row, continues: name.row } : row;
  });
}

/** A cell over several people that can only be one person's. */
function sharedFault(
  data: readonly DataRow[],
  roles: ReadonlyMap<number, ColumnRole>,
  mayBeShared: MayBeShared,
): TableFault | null {
  for (const row of data) {
    if (row.continues !== null) continue;
    for (const [column, { row: origin, merge }] of row.cells) {
      const role = roles.get(column);
      if (origin === row.number || merge === null || role === undefined || mayBeShared(role)) continue;
      return { kind: "merged", column, firstRow: merge.firstRow, lastRow: merge.lastRow };
    }
  }
  return null;
}
