/**
 * The columns of a worksheet that holds several tables: a sheet has one set of widths, and each table its own. Every
 * edge of a table's column becomes an edge of the sheet, and a table's column spans the sheet's columns between its
 * edges. With one table the two are the same, so that it can be calculated with as it stands.
 */

/** Columns `from` up to but not including `to`. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface Grid {
  /** Of the sheet's columns, millimetres. */
  readonly widthsMm: readonly number[];
  /** The sheet's columns under each column of a table, in the order in which tables were given. */
  readonly spans: readonly (readonly Span[])[];
}

/** Edges nearer than this are one: no office program draws a column so narrow, and a cell's padding is wider. */
const nearest = 1.5;

/** @param tables widths of each table's columns in millimetres, each filling the text area */
export function gridOf(tables: readonly (readonly number[])[]): Grid {
  const edges = [0];
  const placed = tables.map((widths) => {
    let at = 0;
    return widths.map((width) => {
      at += width;
      const near = edges.find((edge) => Math.abs(edge - at) < nearest);
      if (near === undefined) edges.push(at);
      return near ?? at;
    });
  });
  edges.sort((a, b) => a - b);
  return {
    widthsMm: edges.slice(1).map((edge, place) => edge - (edges[place] ?? 0)),
    spans: placed.map((ends) =>
      ends.map((end, place) => ({
        from: edges.indexOf(place === 0 ? 0 : (ends[place - 1] ?? 0)),
        to: edges.indexOf(end),
      })),
    ),
  };
}
