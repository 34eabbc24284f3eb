/** Giving many people one value: who is meant, what is asked of the main process, and what nobody can take. */
import { fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import type { CellsPreview } from "../../../../shared/contract/schemas/cells";
import { officialFilterSchema } from "../../../../shared/contract/schemas/officials";
import { type FakeApi, fakeApi } from "../../../testing/fake-api";
import { renderApp } from "../../../testing/render";
import { ManyDialog, type ManyDialogProps } from "./many-dialog";

const filter = officialFilterSchema.parse({ moment: { on: "2021-10-01" } });
const order = { sorts: [], group: null };
const nobody: CellsPreview = {
  count: 0,
  changed: 0,
  same: 0,
  refused: 0,
  people: 0,
  asks: [],
  lacking: [],
  lost: 0,
  refusedBy: [],
  rows: [],
};

function open(fake: FakeApi, more: Partial<ManyDialogProps> = {}) {
  const given = {
    filter,
    order,
    ranges: [[2, 4] as const],
    total: 40,
    shown: ["official.hometown"],
    columnKey: "official.hometown",
    value: null,
  };
  renderApp(<ManyDialog {...given} {...more} onClose={() => undefined} />, { fake });
}

const value = () => screen.findByLabelText<HTMLInputElement>("Giá trị mới");
const type = async (text: string) => fireEvent.change(await value(), { target: { value: text } });
const asked = (fake: FakeApi) => fake.calls.filter(({ name }) => name === "manyPreview").at(-1)?.args;

it("asks of who is chosen, or of the filter alone, and writes what was looked at", async () => {
  const shown = { ...nobody, count: 3, changed: 3, people: 3 };
  const fake = fakeApi({
    manyPreview: () => shown,
    manySave: () => ({ changeId: 1, proposed: null, preview: shown }),
  });
  open(fake);
  expect((await screen.findByRole<HTMLInputElement>("radio", { name: "3 người đang chọn" })).checked).toBe(
    true,
  );
  await type("Xã Thử");
  await screen.findByText("3 người đang chọn: 3 sẽ thay đổi, 0 đã có giá trị này, 0 không ghi được.");
  expect(asked(fake)).toMatchObject({ ranges: [[2, 4]], columns: ["official.hometown"], value: "Xã Thử" });
  fireEvent.click(screen.getByRole("radio", { name: "Cả 40 người khớp bộ lọc" }));
  await waitFor(() => expect(asked(fake)).toMatchObject({ ranges: null }));
  await screen.findByText(/^3 người khớp bộ lọc: /);
  await waitFor(() => {
    fireEvent.click(screen.getByRole("button", { name: "Ghi cho 3 người" }));
    expect(fake.calls.find(({ name }) => name === "manySave")?.args).toMatchObject({ ranges: null });
  });
});

it("begins at the field where none is given, of everybody where nobody is chosen", async () => {
  open(fakeApi({ manyPreview: () => nobody }), { columnKey: null, ranges: [] });
  const field = await screen.findByRole("combobox", { name: "Mục cần sửa" });
  await waitFor(() => expect(document.activeElement).toBe(field));
  expect(screen.queryByRole("radio", { name: /đang chọn/ })).toBeNull();
  expect(screen.getByRole<HTMLInputElement>("radio", { name: "Cả 40 người khớp bộ lọc" }).checked).toBe(true);
});

it("says beside the field what nobody can take, once, and names the first of many", async () => {
  const row = {
    id: "018f0000-0000-7000-8000-0000000000a1",
    fullName: "Trần Thị Bình",
    key: "official.hometown",
    from: "",
    to: "x",
    refusal: "otherDays" as const,
    reason: null,
    issues: [],
  };
  const why = "Có công tác ghi cho ngày khác; hãy sửa riêng người này";
  const names = ["Trần Thị Bình", "Lê Văn An", "Vũ Thị Cúc"];
  let shown: CellsPreview = {
    ...nobody,
    count: 30,
    refused: 30,
    refusedBy: [{ count: 30, row, names }],
    rows: [row],
  };
  open(fakeApi({ manyPreview: () => shown }));
  await type("x");
  await waitFor(async () => expect((await value()).getAttribute("aria-invalid")).toBe("true"));
  expect(screen.getAllByText(why)).toHaveLength(1);
  expect(screen.getByRole<HTMLButtonElement>("button", { name: "Ghi cho 0 người" }).disabled).toBe(true);
  shown = { ...shown, count: 31, changed: 1, people: 1 };
  await type("y");
  await screen.findByText(`30 người không ghi được: ${why} (${names.join(", ")} và 27 người nữa)`);
  expect((await value()).getAttribute("aria-invalid")).not.toBe("true");
});

it("ends the look at everybody when nobody waits for it any more", async () => {
  const fake = fakeApi({ manyPreview: () => new Promise<never>(() => undefined), workCancel: () => null });
  const { unmount } = renderApp(
    <ManyDialog
      filter={filter}
      order={order}
      ranges={[]}
      total={4_000}
      shown={[]}
      columnKey="official.hometown"
      value={null}
      onClose={() => undefined}
    />,
    { fake },
  );
  await type("Xã Thử");
  await screen.findByRole("button", { name: "Dừng" });
  unmount();
  await waitFor(() => expect(fake.calls.map(({ name }) => name)).toContain("workCancel"));
});
