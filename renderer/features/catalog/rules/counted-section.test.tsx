// Guards the choice of standards on the screen for rules: what counts and why is said, one without rules is said to be so,
// and a choice is previewed and saved like any change of the rules.

import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { standardDefinitions } from "../../../../shared/domain/standards";
import { type FakeHandlers, fakeApi } from "../../../testing/fake-api";
import { renderApp } from "../../../testing/render";
import { StandardsTab } from "../standards-tab";

const id = "00000000-0000-4000-8000-0000000000a1";

function show(standardChoice: FakeHandlers["standardChoice"]) {
  const fake = fakeApi({
    standardsList: () => [],
    postsList: () => [],
    waitingValues: () => [],
    rulesPreview: () => ({
      people: 478,
      moves: [{ standard: "it", from: null, to: "notApplicable", people: 478, unverified: 0 }],
      byUnit: [],
      uncovered: { before: 0, after: 478 },
      weaker: [],
      laterDays: [],
    }),
    rulesSave: () => ({ changeId: 1, proposed: null }),
    ...(standardChoice === undefined ? {} : { standardChoice }),
  });
  renderApp(<StandardsTab />, { fake, hash: "#/catalog/standards" });
  return fake;
}

describe("the standards that count", () => {
  it("are told with why they do, and chosen with a preview", async () => {
    const fake = show(() => ({
      id,
      chosen: null,
      counted: ["professional", "politicalTheory"],
      withoutRules: ["it"],
    }));
    const section = within(await screen.findByRole("region", { name: "Tiêu chuẩn được tính" }));
    expect(section.getByText("Theo các quy định đang bật: Chuyên môn, Lý luận chính trị.")).toBeTruthy();
    fireEvent.click(section.getByRole("button", { name: "Chọn tiêu chuẩn…" }));
    const dialog = within(await screen.findByRole("dialog", { name: "Tiêu chuẩn được tính" }));
    expect(dialog.queryAllByRole("checkbox")).toHaveLength(0);
    fireEvent.click(dialog.getByRole("radio", { name: /^Tự chọn/ }));
    const boxes = dialog.getAllByRole<HTMLInputElement>("checkbox");
    const ticked = boxes.filter(({ checked }) => checked);
    expect([boxes.length, ticked]).toEqual([standardDefinitions.length, boxes.slice(0, 2)]);
    for (const name of ["Lý luận chính trị", "Tin học"])
      fireEvent.click(dialog.getByRole("checkbox", { name }));
    expect(await dialog.findByText("Tin học: không tính → Không xét")).toBeTruthy();
    fireEvent.click(dialog.getByRole("button", { name: "Lưu" }));
    await waitFor(() =>
      expect(fake.calls.find(({ name }) => name === "rulesSave")?.args).toMatchObject({
        edits: [{ entity: "standardChoice", id, isNew: false, fields: { standards: "it professional" } }],
      }),
    );
  });

  it("say where one that was chosen has no rule", async () => {
    show(() => ({
      id,
      chosen: ["professional", "it"],
      counted: ["professional", "it"],
      withoutRules: ["it"],
    }));
    expect(await screen.findByText("Đã chọn: Chuyên môn, Tin học.", { exact: false })).toBeTruthy();
    expect(screen.getByText(/Chưa có quy định nào đang bật cho: Tin học/)).toBeTruthy();
  });
});
