// Guards that a condition of rules which is added to their entity is in the editor by that alone, under "Áp dụng cho ai",
// and that nothing of a rule is in the editor twice.

import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { entityDefinition } from "../../../../shared/domain/entities";
import { fakeApi } from "../../../testing/fake-api";
import { renderApp } from "../../../testing/render";
import { StandardsTab } from "../standards-tab";
import { rowParts } from "./row-slots";

vi.mock("../../../../shared/domain/entities/list", async (importOriginal) => {
  const { entities } = await importOriginal<typeof import("../../../../shared/domain/entities/list")>();
  const { standardRule } = entities;
  const fields = { ...standardRule.fields, yearsInParty: { id: 99, type: "integer" } };
  return { entities: { ...entities, standardRule: { ...standardRule, fields } } };
});

const id = "00000000-0000-4000-8000-0000000000a1";
const set = {
  id,
  fields: { key: "k", name: "Nghị định", validFrom: "2026-01-01" },
  rules: [
    {
      id: id.replace("a1", "a2"),
      fields: {
        set: id,
        standard: "professional",
        postGroups: "civilServant",
        minimumLevel: "college",
        clause: "Điều 1",
        order: 10,
      },
    },
  ],
};

describe("the editor of a rule", () => {
  it("has a condition that only its entity knows, and writes it", async () => {
    const fake = fakeApi({
      standardsList: () => [set],
      postsList: () => [],
      waitingValues: () => [],
      rulesPreview: () => ({
        people: 0,
        moves: [],
        byUnit: [],
        uncovered: { before: 0, after: 0 },
        weaker: [],
        laterDays: [],
      }),
    });
    renderApp(<StandardsTab />, { fake, hash: "#/catalog/standards" });
    fireEvent.click(await screen.findByRole("button", { name: "Sửa: Điều 1" }));
    const who = within(await screen.findByRole("group", { name: "Áp dụng cho ai" }));
    fireEvent.change(who.getByRole("textbox", { name: /yearsInParty/ }), { target: { value: "3" } });
    await waitFor(() =>
      expect(fake.calls.filter(({ name }) => name === "rulesPreview").at(-1)?.args).toMatchObject({
        edits: [{ fields: { yearsInParty: 3 } }],
      }),
    );
  });

  it.each(["standardSet", "standardRule", "post"] as const)(
    "shows halves of one thing in a %s side by side",
    (entity) => {
      const { fields } = entityDefinition(entity);
      const wrong = rowParts(entity).flatMap(({ slots }) => {
        let taken = 0;
        return slots.filter(({ field, span }, at) => {
          if ((taken % 12) + span > 12) taken += 12 - (taken % 12);
          const { beside } = fields[field] ?? {};
          const isApart = beside !== undefined && (taken % 12 !== 0 || slots[at + 1]?.field !== beside);
          taken += span;
          return isApart;
        });
      });
      expect(wrong).toEqual([]);
    },
  );

  it.each(["standardSet", "standardRule", "post"] as const)("has every field of a %s once", (entity) => {
    const shown = rowParts(entity).flatMap(({ slots }) => slots.map(({ field }) => field));
    const { fields } = entityDefinition(entity);
    const filledIn = Object.keys(fields).filter((field) => fields[field]?.part !== "none");
    expect([...shown].sort()).toEqual(filledIn.sort());
  });
});
