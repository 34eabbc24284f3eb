import { describe, expect, it } from "vitest";
import { entities, type EntityName, entityDefinition } from "../../../shared/domain/entities";
import { qualificationKinds } from "../../../shared/domain/levels";
import { createI18n } from "../../../shared/i18n";
import { choicesOf } from "./choice-labels";

describe("choicesOf", () => {
  it("has a word for every answer of every choice field", () => {
    const { t } = createI18n("vi");
    for (const entity of Object.keys(entities) as EntityName[]) {
      for (const [field, definition] of Object.entries(entityDefinition(entity).fields)) {
        if (definition.choices === undefined) continue;
        for (const kind of qualificationKinds) {
          const choices = choicesOf(t, entity, field, kind);
          expect(choices.length).toBeGreaterThan(0);
          for (const { value, label } of choices) {
            expect([`${entity}.${field}`, value, label.includes(".") || label === value]).toEqual([
              `${entity}.${field}`,
              value,
              false,
            ]);
          }
        }
      }
    }
  });

  it("offers levels of the chosen kind only, and none before a kind is chosen", () => {
    const { t } = createI18n("vi");
    expect(choicesOf(t, "qualification", "level", "general").map((choice) => choice.label)).toEqual([
      "Tiểu học",
      "THCS",
      "THPT",
    ]);
    expect(choicesOf(t, "qualification", "level", null)).toEqual([]);
  });

  it("offers no level that asks for nothing where one is asked for at least, and keeps one that was chosen", () => {
    const { t } = createI18n("vi");
    const offered = (field: string, kind: string, chosen: string | null) =>
      choicesOf(t, field === "level" ? "qualification" : "standardRule", field, kind, chosen).map(
        ({ value }) => value,
      );
    for (const kind of qualificationKinds) {
      const least = offered("minimumLevel", kind, null);
      expect([kind, least.includes("none"), least.length > 0]).toEqual([kind, false, true]);
    }
    expect(offered("minimumLevel", "it", "none")[0]).toBe("none");
    expect(offered("level", "it", null)[0]).toBe("none");
  });
});
