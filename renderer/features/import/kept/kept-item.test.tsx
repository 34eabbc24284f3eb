/** A text that waits, as somebody says what it means. */
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { notices } from "../../../app/feedback/notice-store";
import { fakeApi } from "../../../testing/fake-api";
import { renderApp } from "../../../testing/render";
import { KeptScreen } from "./kept-screen";

const person = { id: "018f0000-0000-7000-8000-000000000001", fullName: "Nguyễn Văn Mẫu" };
const day = {
  heading: "Từ ngày",
  text: "01/07/2025",
  column: "assignment.from",
  label: "Từ ngày",
  count: 1,
  people: [person],
  texts: [],
  textCount: 1,
  offered: "01/07/2025",
  choices: [],
};

it("says of everybody for whom nothing was written why not, as a failure", async () => {
  const fake = fakeApi({
    importRoles: () => [],
    keptTexts: () => ({ total: 1, rows: [day] }),
    keptMatch: () => ({
      changeId: null,
      people: 0,
      left: 1,
      why: [{ person, reason: "Hồ sơ chưa có Chức danh đi cùng." }],
      proposed: null,
    }),
  });
  renderApp(<KeptScreen />, { fake, hash: "#/import/kept" });
  fireEvent.click(await screen.findByRole("button", { name: "Ghi cho 1 người" }));
  const reasons = within(await screen.findByRole("list", { name: "Chưa ghi được vì" }));
  expect(reasons.getByRole("listitem").textContent).toBe("Nguyễn Văn Mẫu: Hồ sơ chưa có Chức danh đi cùng.");
  await waitFor(() => expect(notices.read().map(({ kind }) => kind)).toEqual(["failed"]));
});
