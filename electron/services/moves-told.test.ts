/** Of whoever moved the record says from where to where, in the row's own words, and of nobody else. */
import { expect, it } from "vitest";
import { moveKinds } from "../../shared/domain/move";
import { officialFilterSchema } from "../../shared/contract/schemas/officials";
import { openThanhBa, testPlace } from "../testing/sample-roster";
import { Officials } from "./officials";

it("is told at the rows of those who moved alone", async () => {
  const place = testPlace();
  const roster = await openThanhBa(place);
  const officials = new Officials(roster);
  const moment = { on: "2021-10-01" };
  const filter = officialFilterSchema.parse({ moment });
  const { rows: people } = await officials.page(filter, { sorts: [], group: null }, [], 0, 200);
  const told: string[] = [];
  for (const { id } of people) {
    const { rows } = await officials.get(id, moment);
    for (const row of rows.assignment) {
      if (row.told === undefined) continue;
      expect(moveKinds).toContain(row.fields["kind"]);
      told.push(row.told);
    }
  }
  expect(told.length).toBeGreaterThan(0);
  for (const sentence of told) {
    expect(sentence).toMatch(/^(Điều động|Luân chuyển|Biệt phái) từ .+ \(cấp .+\) đến .+ \(cấp .+\)/);
    const [, from, to] = / từ (.+?) \(cấp .+ đến (.+?) \(cấp /.exec(sentence) ?? [];
    expect(from).not.toBe(to);
  }
  await roster.close();
  place.remove();
});
