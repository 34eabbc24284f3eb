/** A text that waits, as somebody says what it means. */
import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
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
  waitsFor: null,
  choices: [],
};

it("says of everybody for whom nothing was written why not, as a failure", async () => {
  const fake = fakeApi({
    importRoles: () => [],
    keptTexts: ({ settled }) => ({ total: 1, rows: settled === true ? [] : [day] }),
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

it("offers nothing of a text that another one of its line holds up, and says which", async () => {
  const fake = fakeApi({
    importRoles: () => [],
    keptTexts: ({ settled }) => ({
      total: 1,
      rows: settled === true ? [] : [{ ...day, waitsFor: { heading: "Chức vụ", text: "Văn thư" } }],
    }),
  });
  renderApp(<KeptScreen />, { fake, hash: "#/import/kept" });
  const write = await screen.findByRole<HTMLButtonElement>("button", { name: "Ghi cho 1 người" });
  expect(write.disabled).toBe(true);
  expect(screen.getByText(/^Khớp “Văn thư” \(cột “Chức vụ”\) của cùng dòng trước/)).toBeDefined();
});

it("shows apart what the record settled, and takes it away in one go", async () => {
  const fake = fakeApi({
    importRoles: () => [],
    keptTexts: ({ settled }) => (settled === true ? { total: 1, rows: [day] } : { total: 0, rows: [] }),
    keptDropSettled: () => ({ changeId: 4, texts: 1, proposed: null }),
  });
  renderApp(<KeptScreen />, { fake, hash: "#/import/kept" });
  const settled = within(await screen.findByRole("region", { name: "Đã có trong sổ" }));
  expect(settled.getByRole("listitem").textContent).toBe("“01/07/2025”Từ ngàyNguyễn Văn Mẫu");
  fireEvent.click(settled.getByRole("button", { name: "Bỏ tất cả" }));
  await waitFor(() =>
    expect(fake.calls.filter(({ name }) => name === "keptDropSettled").map(({ args }) => args)).toEqual([
      { officialId: null },
    ]),
  );
});

it("lets a text go once it is written, as any change of the roster is followed", async () => {
  let isWritten = false;
  const fake = fakeApi({
    importRoles: () => [],
    keptTexts: ({ settled }) =>
      settled === true || isWritten ? { total: 0, rows: [] } : { total: 1, rows: [day] },
  });
  renderApp(<KeptScreen />, { fake, hash: "#/import/kept" });
  await screen.findByRole("button", { name: "Ghi cho 1 người" });
  isWritten = true;
  act(() =>
    fake.emit("changed", { version: 2, session: false, parts: ["official", "log"], officials: null }),
  );
  await waitFor(() => expect(screen.queryByRole("button", { name: "Ghi cho 1 người" })).toBeNull());
});

it("adds a post that the catalog lacks where its text waits", async () => {
  const post = {
    ...day,
    heading: "Chức vụ",
    text: "Văn thư",
    column: "assignment.post",
    label: "Chức danh",
    offered: null,
  };
  const fake = fakeApi({
    importRoles: () => [],
    keptTexts: ({ settled }) => (settled === true ? { total: 0, rows: [] } : { total: 1, rows: [post] }),
    postsList: () => [],
  });
  renderApp(<KeptScreen />, { fake, hash: "#/import/kept" });
  fireEvent.click(await screen.findByRole("button", { name: /^Thêm chức danh/ }));
  const dialog = within(await screen.findByRole("dialog"));
  expect(dialog.getByDisplayValue("Văn thư")).toBeDefined();
});
