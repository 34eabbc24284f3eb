import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GatheredRows } from "./gathered-rows";

describe("GatheredRows", () => {
  it("gives everybody their own rows in the order they came", () => {
    const row = fc.record({ person: fc.integer({ min: 0, max: 9 }), value: fc.integer() });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 80 }), (rows) => {
        const gathered = new GatheredRows(10, 0, 2);
        for (const { person, value } of rows) {
          const at = gathered.add(person);
          gathered.cells[at] = person;
          gathered.cells[at + 1] = value | 0;
        }
        for (let person = 0; person < 10; person++) {
          const found: unknown[] = [];
          gathered.each(person, (at) => found.push([gathered.cells[at], gathered.cells[at + 1]]));
          expect(found).toEqual(
            rows.filter((one) => one.person === person).map(({ value }) => [person, value | 0]),
          );
        }
      }),
    );
  });
});
