// Guards the head of every form: a place covered twice or not at all shifts figures under wrong headings.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { headerOf, keepLeaves, leavesOf } from "./header";
import type { ColumnLeaf, ColumnNode } from "./form";

type Node = ColumnNode<null>;

const leaf: fc.Arbitrary<ColumnLeaf<null>> = fc
  .string()
  .map((key) => ({ key, title: key, value: null, widthMm: 10 }));
const { node } = fc.letrec<{ node: Node; group: Node }>((tie) => ({
  node: fc.oneof({ depthSize: "small", withCrossShrink: true }, leaf, tie("group")),
  group: fc.record({ title: fc.string(), columns: fc.array(tie("node"), { minLength: 1, maxLength: 4 }) }),
}));
const tree = fc.array(node, { minLength: 1, maxLength: 5 });

describe("headerOf", () => {
  it("covers every place of the head exactly once, in reading order", () => {
    fc.assert(
      fc.property(tree, (nodes) => {
        const { rows, cells } = headerOf(nodes);
        const columns = leavesOf(nodes).length;
        const covered = new Map<string, number>();
        for (const { row, column, rowSpan, columnSpan } of cells) {
          for (let r = row; r < row + rowSpan; r++) {
            for (let c = column; c < column + columnSpan; c++) {
              covered.set(`${r},${c}`, (covered.get(`${r},${c}`) ?? 0) + 1);
            }
          }
        }
        expect(covered.size).toBe(rows * columns);
        expect([...covered.values()].every((times) => times === 1)).toBe(true);
        const places = cells.map(({ row, column }) => row * columns + column);
        expect(places).toEqual(places.toSorted((a, b) => a - b));
      }),
    );
  });

  it("puts the heading of each column in the last row", () => {
    fc.assert(
      fc.property(tree, (nodes) => {
        const { rows, cells } = headerOf(nodes);
        for (const [column, { title }] of leavesOf(nodes).entries()) {
          const lowest = cells.find((cell) => cell.column === column && cell.row + cell.rowSpan === rows);
          expect(lowest).toMatchObject({ text: title, columnSpan: 1 });
        }
      }),
    );
  });
});

describe("keepLeaves", () => {
  it("keeps the wanted columns in order and no empty group", () => {
    fc.assert(
      fc.property(tree, (nodes) => {
        const wanted = leavesOf(nodes).filter((_, place) => place % 2 === 0);
        const kept = keepLeaves(nodes, (each) => wanted.includes(each));
        expect(leavesOf(kept)).toEqual(leavesOf(nodes).filter((each) => wanted.includes(each)));
        expect(headerOf(kept).cells.every(({ columnSpan }) => columnSpan > 0)).toBe(true);
      }),
    );
  });
});
