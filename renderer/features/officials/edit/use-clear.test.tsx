import { fireEvent, screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { CellsPreview } from "../../../../shared/contract/schemas/cells";
import { officialFilterSchema } from "../../../../shared/contract/schemas/officials";
import { type FakeApi, fakeApi } from "../../../testing/fake-api";
import { renderApp } from "../../../testing/render";
import type { CellTarget } from "./cell-target";
import { useClear } from "./use-clear";

const filter = officialFilterSchema.parse({ moment: { on: "2021-10-01" } });
const order = { sorts: [], group: null };
const row = {
  id: "018f0000-0000-7000-8000-0000000000a1",
  fullName: "Trần Thị Bình",
  from: "Trần Thị Bình",
  to: "",
  reason: null,
};
const required: CellsPreview["rows"][number] = {
  ...row,
  key: "official.fullName",
  refusal: "invalid",
  issues: [
    {
      entity: "official",
      rowId: row.id,
      field: "fullName",
      reason: "required",
      severity: "error",
      params: {},
    },
  ],
};
const preview = (more: Partial<CellsPreview>): CellsPreview => ({
  count: 1,
  changed: 0,
  same: 0,
  refused: 0,
  people: 0,
  asks: [],
  lacking: [],
  lost: 0,
  refusedBy: [],
  rows: [],
  ...more,
});

function Clearing({ target }: { readonly target: CellTarget }) {
  const clearing = useClear(filter, order);
  return (
    <>
      <button type="button" onClick={() => clearing.clear(target)}>
        Delete
      </button>
      {clearing.open}
    </>
  );
}

function press(target: Partial<CellTarget>, fake: FakeApi): void {
  const whole = { ranges: [[0, 0] as const], columns: ["official.birth"], isWhole: false, ...target };
  renderApp(<Clearing target={whole} />, { fake });
  fireEvent.click(screen.getByRole("button", { name: "Delete" }));
}

const written = (fake: FakeApi) => fake.calls.filter(({ name }) => name === "manySave");

function answering(shown: CellsPreview): FakeApi {
  return fakeApi({
    manyPreview: () => shown,
    manySave: () => ({ changeId: 1, proposed: null, preview: shown }),
  });
}

describe("Delete on cells of the list", () => {
  it("asks to clear where a list shows how a standard is met, whose level is typed there", async () => {
    const fake = answering(preview({ changed: 1, people: 1 }));
    press({ columns: ["computed.status.professional"] }, fake);
    await waitFor(() => expect(written(fake)).toHaveLength(1));
  });

  it("clears a few at once and only what can be changed", async () => {
    const fake = answering(preview({ changed: 1, people: 1 }));
    press({ columns: ["computed.age", "official.birth"] }, fake);
    expect(await screen.findByText("Đã xóa nội dung 1 ô.")).toBeDefined();
    expect(written(fake)).toHaveLength(1);
    expect(written(fake)[0]?.args).toMatchObject({ columns: ["official.birth"], value: null });
  });

  it("says in one sentence why a required cell stays", async () => {
    press({ columns: ["official.fullName"] }, answering(preview({ refused: 1, rows: [required] })));
    const said = "1 ô giữ nguyên. “Họ và tên” là mục bắt buộc, không để trống được.";
    expect(await screen.findByText(said)).toBeDefined();
  });

  it("asks nothing of the roster where no cell can be changed", async () => {
    const fake = answering(preview({}));
    press({ columns: ["computed.age"] }, fake);
    expect(await screen.findByText(/^Ô này không sửa ngay trong danh sách được/)).toBeDefined();
    expect(written(fake)).toEqual([]);
  });

  it.each([
    ["many lines", { ranges: [[0, 5] as const] }],
    ["whole lines", { isWhole: true }],
  ])("shows what would be lost before it clears %s", async (_name, target) => {
    const shown = preview({
      count: 2,
      changed: 1,
      people: 1,
      asks: [],
      lacking: [],
      lost: 0,
      refusedBy: [],
      refused: 1,
      rows: [required, { ...row, key: "official.birth", from: "1970", refusal: null, issues: [] }],
    });
    const fake = answering(shown);
    press(target, fake);
    const dialog = await screen.findByRole("dialog", { name: "Xóa nội dung các ô đang chọn" });
    await waitFor(() => expect(dialog.textContent).toContain("2 ô: 1 sẽ thay đổi (của 1 người)"));
    expect(dialog.textContent).toContain("Ngày sinh");
    expect(written(fake)).toEqual([]);
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole("button", { name: "Xóa nội dung 1 ô" })),
    );
    fireEvent.click(screen.getByRole("button", { name: "Xóa nội dung 1 ô" }));
    await waitFor(() => expect(written(fake)).toHaveLength(1));
  });

  it("shows what many would lose first, sums up what stays, and has the keyboard on leaving it", async () => {
    const lost = { ...row, key: "official.birth", from: "1970", refusal: null, issues: [] };
    const fake = answering(
      preview({
        count: 956,
        changed: 478,
        people: 478,
        refused: 478,
        lost: 478,
        refusedBy: [{ count: 478, row: required, names: [required.fullName] }],
        rows: [lost, required],
      }),
    );
    press({ isWhole: true }, fake);
    const dialog = await screen.findByRole("dialog", { name: "Xóa nội dung các ô đang chọn" });
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("button", { name: "Thôi" })));
    expect(dialog.textContent).toContain("478 ô “Họ và tên” giữ nguyên: “Họ và tên” là mục bắt buộc");
    expect(dialog.querySelectorAll("tbody tr")).toHaveLength(1);
  });
});
