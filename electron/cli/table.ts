/**
 * Tables of aligned columns for a terminal.
 *
 * Columns are measured by what is seen: Vietnamese letters may arrive decomposed, and a combining mark takes no room;
 * counting code units would push every row with such a name out of line.
 */

export interface Column {
  readonly heading: string;
  /** Heading over several columns side by side that name the same one. */
  readonly group?: string;
  /** Numbers stand at the right. */
  readonly align?: "left" | "right";
}

const gap = "  ";

/** East Asian letters and pictures take two places. */
const wide =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|\p{Emoji_Presentation}/u;

/** Places that a text takes in a terminal. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const char of text.normalize("NFC").replace(/[\p{M}\p{Cf}\p{Cc}]/gu, ""))
    width += wide.test(char) ? 2 : 1;
  return width;
}

/**
 * A table as lines, each ended by a line break.
 * @param rows cells by column; line breaks in a cell become blanks, so that a row stays one line
 * @param footer a last row, parted by a line
 */
export function renderTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  footer?: readonly string[],
): string {
  const cells = [...rows, ...(footer === undefined ? [] : [footer])].map((row) => row.map(oneLine));
  const widths = columns.map(({ heading }, place) =>
    Math.max(displayWidth(heading), ...cells.map((row) => displayWidth(row[place] ?? ""))),
  );
  const groups = groupsOf(columns);
  for (const { start, end, title } of groups) {
    // A heading wider than its columns widens the last of them.
    const room = spanWidth(widths, start, end);
    widths[end - 1] = (widths[end - 1] ?? 0) + Math.max(0, displayWidth(title) - room);
  }
  const line = (row: readonly string[]) =>
    columns
      .map(({ align }, place) => pad(row[place] ?? "", widths[place] ?? 0, align ?? "left"))
      .join(gap)
      .trimEnd();
  const rule = widths.map((width) => "─".repeat(width)).join(gap);
  const lines = [
    ...(groups.some(({ title }) => title !== "") ? [groupLine(groups, widths)] : []),
    line(columns.map(({ heading }) => heading)),
    rule,
    ...cells.slice(0, rows.length).map(line),
    ...(footer === undefined ? [] : [rule, ...cells.slice(rows.length).map(line)]),
  ];
  return `${lines.join("\n")}\n`;
}

interface Group {
  readonly title: string;
  readonly start: number;
  /** One past the last column. */
  readonly end: number;
}

function groupsOf(columns: readonly Column[]): Group[] {
  const groups: Group[] = [];
  for (const [place, { group = "" }] of columns.entries()) {
    const last = groups.at(-1);
    if (last !== undefined && group !== "" && last.title === group) {
      groups[groups.length - 1] = { ...last, end: place + 1 };
    } else {
      groups.push({ title: group, start: place, end: place + 1 });
    }
  }
  return groups;
}

function groupLine(groups: readonly Group[], widths: readonly number[]): string {
  return groups
    .map(({ title, start, end }) => pad(title, spanWidth(widths, start, end), "left"))
    .join(gap)
    .trimEnd();
}

function spanWidth(widths: readonly number[], start: number, end: number): number {
  return widths.slice(start, end).reduce((sum, width) => sum + width, 0) + gap.length * (end - start - 1);
}

function oneLine(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
}

function pad(text: string, width: number, align: "left" | "right"): string {
  const blanks = " ".repeat(Math.max(0, width - displayWidth(text)));
  return align === "right" ? blanks + text : text + blanks;
}
