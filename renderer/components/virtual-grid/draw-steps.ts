/** How far a block goes on when the mouse that draws it has left the lines of a grid. Pure; the clock is elsewhere. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Pixels of the page between which lines are seen. */
export interface Edges {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Steps {
  readonly rows: number;
  readonly columns: number;
}

/** This far out it is one line more at a time. */
const perLine = 32;

/** @returns lines and columns to go on by; the further out the mouse is, the more lines */
export function stepsBeyond({ x, y }: Point, edges: Edges): Steps {
  const down = y < edges.top ? y - edges.top : y > edges.bottom ? y - edges.bottom : 0;
  return {
    rows: down === 0 ? 0 : Math.sign(down) * (1 + Math.floor(Math.abs(down) / perLine)),
    columns: x < edges.left ? -1 : x > edges.right ? 1 : 0,
  };
}
