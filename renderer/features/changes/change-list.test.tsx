import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { ChangeRow } from "../../../shared/contract/schemas/changes";
import { fakeApi, refuse } from "../../testing/fake-api";
import { renderApp } from "../../testing/render";
import { ChangeList } from "./change-list";
import { ChangesScreen } from "./changes-screen";

const personId = "018f0000-0000-7000-8000-00000000000a";

function change(id: number, over: Partial<ChangeRow> = {}): ChangeRow {
  return {
    id,
    at: "2026-11-23T08:05:00.000Z",
    receivedAt: null,
    user: "lan",
    action: "edit",
    reason: null,
    official: { id: personId, fullName: "Nguyễn Văn A", present: true },
    opCount: 2,
    undoes: null,
    undoneBy: null,
    ...over,
  };
}

describe("the list of changes", () => {
  it("asks for older changes page by page", async () => {
    const fake = fakeApi({
      changesPage: ({ before }) =>
        before === null ? { rows: [change(3), change(2)], more: true } : { rows: [change(1)], more: false },
    });
    renderApp(<ChangeList officialId={null} />, { fake });
    expect(await screen.findAllByRole("listitem")).toHaveLength(2);
    fireEvent.click(screen.getByRole("button", { name: "Xem các thay đổi cũ hơn" }));
    await waitFor(() => expect(screen.getAllByRole("listitem")).toHaveLength(3));
    const asked = fake.calls.filter(({ name }) => name === "changesPage");
    expect(asked.map((call) => call.args)).toEqual([
      { before: null, limit: 50, officialId: null },
      { before: 2, limit: 50, officialId: null },
    ]);
    expect(screen.getByText("Đã hiện tất cả 3 thay đổi.")).toBeDefined();
  });

  it("shows before and after once a change is opened", async () => {
    const fake = fakeApi({
      changesPage: () => ({ rows: [change(3)], more: false }),
      changeDetails: () => ({
        cut: false,
        details: [
          {
            entity: "official",
            rowId: personId,
            rowLabel: "Nguyễn Văn A",
            kind: "edited",
            fields: [
              { field: "phone", before: null, after: "0912" },
              { field: "birth", before: "1980", after: "05/1980" },
            ],
          },
        ],
      }),
    });
    renderApp(<ChangeList officialId={null} />, { fake });
    const toggle = await screen.findByRole("button", { expanded: false });
    fireEvent.click(toggle);
    const table = await screen.findByRole("table");
    expect(
      within(table)
        .getAllByRole("row")
        .map((row) => row.textContent),
    ).toEqual(["MụcTrướcSau", "Điện thoại(để trống)0912", "Ngày sinh198005/1980"]);
  });

  it("offers to do again what an undo took back, and to undo what was done again", async () => {
    const rows = [change(3, { action: "redo", undoes: 2 }), change(2, { action: "undo", undoes: 1 })];
    renderApp(<ChangeList officialId={null} />, {
      fake: fakeApi({ changesPage: () => ({ rows, more: false }) }),
    });
    const [redone, undone] = await screen.findAllByRole("listitem");
    expect(within(redone!).getByRole("button", { name: /^Hoàn tác: Làm lại lúc/ })).toBeDefined();
    expect(within(undone!).getByRole("button", { name: /^Làm lại việc đã hoàn tác lúc/ })).toBeDefined();
  });

  it("offers no undo for what was undone, and none for the roster's own beginning", async () => {
    const fake = fakeApi({
      changesPage: () => ({
        rows: [change(3, { undoneBy: 4 }), change(1, { action: "init", official: null })],
        more: false,
      }),
    });
    renderApp(<ChangeList officialId={null} />, { fake });
    expect(await screen.findByText("đã hoàn tác")).toBeDefined();
    expect(screen.queryByRole("button", { name: /^Hoàn tác/ })).toBeNull();
  });

  it("says beside the change why it cannot be undone", async () => {
    const fake = fakeApi({
      changesPage: () => ({ rows: [change(3)], more: false }),
      changeUndo: () => {
        throw refuse({ code: "undo-blocked", params: { at: "23/11/2026 09:00", laterChangeId: 9 } });
      },
    });
    renderApp(<ChangeList officialId={null} />, { fake });
    fireEvent.click(await screen.findByRole("button", { name: /^Hoàn tác/ }));
    expect((await screen.findByRole("alert")).textContent).toContain("đã được sửa tiếp vào 23/11/2026 09:00");
  });

  it("says so when nothing was changed yet", async () => {
    const fake = fakeApi({ changesPage: () => ({ rows: [], more: false }) });
    renderApp(<ChangeList officialId={personId} />, { fake });
    expect(await screen.findByText("Chưa có thay đổi nào")).toBeDefined();
    expect(fake.calls[0]?.args).toEqual({ before: null, limit: 50, officialId: personId });
  });

  it("says that it goes on after the day whose knowledge is shown", async () => {
    const fake = fakeApi({ changesPage: () => ({ rows: [change(3)], more: false }) });
    renderApp(<ChangesScreen />, { fake, hash: "#/changes?known=2020-10-01" });
    expect(
      await screen.findByText(/^Nhật ký luôn gồm mọi lần ghi vào sổ, kể cả sau ngày 01\/10\/2020\./),
    ).toBeDefined();
    expect(await screen.findAllByRole("listitem")).toHaveLength(1);
  });
});
