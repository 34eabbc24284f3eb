import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { cellLimits, type CellsPreview } from "../../../../shared/contract/schemas/cells";
import { officialFilterSchema } from "../../../../shared/contract/schemas/officials";
import { nothingSelected, type Selection } from "../../../components/virtual-grid/selection";
import { type FakeApi, fakeApi } from "../../../testing/fake-api";
import { unit } from "../../../testing/person-data";
import { renderApp } from "../../../testing/render";
import type { ListLines } from "../use-list-lines";
import { usePaste } from "./use-paste";

const filter = officialFilterSchema.parse({ moment: { on: "2021-10-01" } });
const order = { sorts: [], group: null };
const keys = ["computed.number", "official.fullName", "official.birth", "official.ethnicity"];
const lines: ListLines = {
  count: 33,
  getRow: () => undefined,
  onVisible: () => undefined,
  lineOf: (place) => place,
  placeOf: (line) => line,
  placesOf: (ranges) => ranges,
  groupAt: null,
  fold: () => undefined,
};
const shown: CellsPreview = {
  count: 2,
  changed: 1,
  same: 0,
  refused: 1,
  people: 1,
  asks: [],
  lacking: [],
  lost: 0,
  refusedBy: [],
  rows: [
    {
      id: "018f0000-0000-7000-8000-0000000000a1",
      fullName: "Trần Thị Bình",
      key: "official.birth",
      from: "1970",
      to: "thứ ba",
      refusal: "unread",
      reason: "noDate",
      issues: [],
    },
    {
      id: "018f0000-0000-7000-8000-0000000000a2",
      fullName: "Vũ Văn Hai",
      key: "official.birth",
      from: "",
      to: "05/03/1979",
      refusal: null,
      reason: null,
      issues: [],
    },
  ],
};

interface PastingProps {
  readonly text: string;
  readonly selection?: Selection;
  readonly at?: { readonly index: number; readonly column: number };
}

function Pasting({ text, selection = nothingSelected, at = { index: 4, column: 2 } }: PastingProps) {
  const pasting = usePaste({ filter, order, keys, selection, lines, at });
  return (
    <>
      <button type="button" onClick={() => pasting.paste(text)}>
        Paste
      </button>
      {pasting.open}
    </>
  );
}

function paste(props: PastingProps, preview: CellsPreview | null = shown) {
  const fake: FakeApi = fakeApi({
    pastePreview: () => ({ preview }),
    unitGet: () => ({ ...unit, level: "commune" }),
    pasteSave: () => ({ changeId: 1, proposed: null, preview: shown }),
  });
  const { location } = renderApp(<Pasting {...props} />, { fake, hash: "#/officials" });
  fireEvent.click(screen.getByRole("button", { name: "Paste" }));
  const asked = (name: string) => fake.calls.filter((one) => one.name === name).map(({ args }) => args);
  return { asked, location };
}

describe("pasting into the cells of the list", () => {
  it("shows each cell before and after, why one is not read, and writes when told", async () => {
    const { asked } = paste({ text: "thứ ba\r\n5/3/1979" });
    const dialog = await screen.findByRole("dialog", { name: "Dán vào các ô" });
    await waitFor(() => expect(dialog.textContent).toContain("2 ô: 1 sẽ thay đổi"));
    const cells = [...dialog.querySelectorAll("tbody tr")].map((row) =>
      [...row.children].map((cell) => cell.textContent),
    );
    expect(cells).toEqual([
      ["Trần Thị Bình", "Ngày sinh", "1970", "Không đọc được “thứ ba”: không phải ngày tháng."],
      ["Vũ Văn Hai", "Ngày sinh", "(Để trống)", "05/03/1979"],
    ]);
    expect(asked("pasteSave")).toEqual([]);
    fireEvent.click(screen.getByRole("button", { name: "Ghi 1 ô" }));
    expect(await screen.findByText("Đã ghi 1 ô.")).toBeDefined();
    expect(asked("pasteSave")).toEqual(asked("pastePreview").slice(-1));
    expect(screen.queryByRole("radio")).toBeNull();
  });

  const one: CellsPreview = { ...shown, count: 1, refused: 0, rows: shown.rows.slice(1) };

  it("writes one cell over one cell at once", async () => {
    const { asked } = paste({ text: "5/3/1979" }, one);
    expect(await screen.findByText("Đã ghi 1 ô.")).toBeDefined();
    expect(asked("pasteSave")).toEqual(asked("pastePreview"));
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it.each([
    ["asked", { asks: ["assignment.post"] }],
    ["lost", { lost: 1 }],
    ["refused", { changed: 0, refused: 1 }],
  ])("takes a look at one cell first where something is %s", async (_what, more) => {
    const { asked } = paste({ text: "5/3/1979" }, { ...one, ...more });
    expect(await screen.findByRole("dialog", { name: "Dán vào các ô" })).toBeDefined();
    expect(asked("pasteSave")).toEqual([]);
  });

  it("says so where the one cell says the pasted already", async () => {
    const { asked } = paste(
      { text: "1970" },
      { ...shown, count: 1, changed: 0, same: 1, refused: 0, rows: [] },
    );
    expect(await screen.findByText(/^Ô này đã ghi đúng như vậy/)).toBeDefined();
    expect(asked("pasteSave")).toEqual([]);
  });

  it("asks once what another post is, and writes what was answered", async () => {
    const { asked } = paste({ text: "Chủ tịch UBND" }, { ...shown, asks: ["assignment.post"] });
    await screen.findByRole("radio", { name: /^“Chức danh” mới từ ngày/ });
    expect(asked("pastePreview").at(-1)).toMatchObject({ which: { as: "new", from: "2021-10-01" } });
    fireEvent.click(screen.getByRole("radio", { name: /^Sửa lại “Chức danh” đã ghi/ }));
    await waitFor(() => expect(asked("pastePreview").at(-1)).toMatchObject({ which: { as: "correct" } }));
    const write = screen.getByRole<HTMLButtonElement>("button", { name: "Ghi 1 ô" });
    await waitFor(() => expect(write.disabled).toBe(false));
    fireEvent.click(write);
    await waitFor(() => expect(asked("pasteSave")).toMatchObject([{ which: { as: "correct" } }]));
  });

  it("asks once for the unit and day of posts that it begins, with the own unit unasked", async () => {
    const lacking = [
      { key: "assignment.unit", people: 2 },
      { key: "assignment.from", people: 2 },
    ];
    const { asked } = paste({ text: "Chủ tịch UBND" }, { ...shown, lacking });
    const box = await screen.findByRole("group", { name: "Thêm công tác cho 2 người, ghi chung:" });
    expect(asked("pastePreview").at(-1)).toMatchObject({ made: { "assignment.unit": unit.id } });
    const from = within(box).getByRole("textbox", { name: "Từ ngày" });
    await waitFor(() => expect(document.activeElement?.id).toBe(from.id));
    fireEvent.change(from, { target: { value: "7/2021" } });
    const made = { "assignment.unit": unit.id, "assignment.from": "2021-07" };
    await waitFor(() => expect(asked("pastePreview").at(-1)).toMatchObject({ made }));
    const write = screen.getByRole<HTMLButtonElement>("button", { name: "Ghi 1 ô" });
    await waitFor(() => expect(write.disabled).toBe(false));
    fireEvent.click(write);
    await waitFor(() => expect(asked("pasteSave")).toMatchObject([{ made }]));
  });

  it("names the cell that the keys stand in, and the room right of it and down", async () => {
    const { asked } = paste({ text: "1979" });
    await waitFor(() => expect(asked("pastePreview").length).toBeGreaterThan(0));
    expect(asked("pastePreview")[0]).toMatchObject({
      text: "1979",
      target: { ranges: [[4, 4]], columns: ["official.birth"] },
      room: { ranges: [[4, 32]], columns: ["official.birth", "official.ethnicity"] },
    });
  });

  it("takes of whole lines the column that the keys stand in", async () => {
    const selection: Selection = { ranges: [[1, 2]], columns: null, anchor: null };
    const { asked } = paste({ text: "1979", selection });
    await waitFor(() => expect(asked("pastePreview").length).toBeGreaterThan(0));
    expect(asked("pastePreview")[0]).toMatchObject({
      target: { ranges: [[1, 2]], columns: ["official.birth"] },
      room: { ranges: [[1, 32]] },
    });
  });

  it("hands a block over to the import that is no block of these cells", async () => {
    const { location } = paste({ text: "Họ và tên\tNăm sinh\r\nVũ Văn Hai\t1979" }, null);
    await waitFor(() => expect(location.read()).toContain("/import"));
  });

  it("does not ask for cells with more than they can take", async () => {
    const { asked, location } = paste({ text: `a\tb${"c".repeat(cellLimits.pasted)}` });
    await waitFor(() => expect(location.read()).toContain("/import"));
    expect(asked("pastePreview")).toEqual([]);
  });

  it("says so where there is nothing to paste", async () => {
    paste({ text: " \r\n" });
    expect(await screen.findByText(/^Bộ nhớ tạm không có chữ nào/)).toBeDefined();
  });

  it("says so where the keys stand in no cell that a value could go into", async () => {
    paste({ text: "1979", at: { index: -1, column: 0 } });
    expect(await screen.findByText(/^Hãy đứng ở một ô của danh sách/)).toBeDefined();
  });
});
