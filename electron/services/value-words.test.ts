/** A value that is none of its field's is shown as it stands, and breaks no list; see value-words.ts. */
import { afterAll, expect, it } from "vitest";
import { entityDefinition, entityNames, type FieldValue } from "../../shared/domain/entities";
import { testOffices } from "../testing/offices";
import { rowLabel } from "./row-label";
import { wordOf } from "./value-words";

const offices = testOffices();
afterAll(() => offices.remove());

const odd: readonly FieldValue[] = [
  "Một dòng chữ",
  "",
  "2001-13",
  "x\u202ey\nz",
  "dài ".repeat(2000),
  2.5,
  -1,
  NaN,
  true,
];

it("words every odd value of every field, on one line of bounded length", async () => {
  const office = await offices.office("huyen", "232");
  await office.opened((roster) => {
    const { t } = office.environment;
    const catalog = roster.catalog();
    for (const entity of entityNames) {
      for (const value of odd) {
        for (const [field, { type }] of Object.entries(entityDefinition(entity).fields)) {
          const word = wordOf(catalog, t, entity, field, value, () => value) ?? "";
          if (type !== "text") expect(word.length).toBeLessThanOrEqual(200);
          expect(word).not.toMatch(/[\u202e]/u);
        }
        expect(typeof rowLabel(catalog, t, entity, () => value)).toBe("string");
      }
    }
  });
});
