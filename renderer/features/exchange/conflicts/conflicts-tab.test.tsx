import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { ConflictData } from "../../../../shared/contract/schemas/conflicts";
import {
  conflict,
  conflictValue,
  district,
  duplicate,
  otherPersonId,
  overview,
  personId,
} from "../../../testing/exchange-data";
import { type FakeApi, type FakeHandlers, fakeApi } from "../../../testing/fake-api";
import { renderApp } from "../../../testing/render";
import { ConflictNotice } from "./conflict-notice";
import { ConflictsTab } from "./conflicts-tab";

function show(conflicts: readonly ConflictData[], handlers: FakeHandlers = {}) {
  const open = [...conflicts];
  const fake: FakeApi = fakeApi({
    exchangeOverview: () => overview,
    conflictsPage: ({ offset, limit }) => ({ total: open.length, rows: open.slice(offset, offset + limit) }),
    conflictSettle: ({ id }) => {
      open.splice(
        open.findIndex((one) => one.id === id),
        1,
      );
      fake.emit("changed", { version: 2, session: false, parts: ["official", "log"], officials: null });
      return { changeId: 9, proposed: null };
    },
    conflictAsk: () => ({ changeId: 10, proposed: null }),
    ...handlers,
  });
  renderApp(<ConflictsTab officialId={null} />, { fake });
  const settled = () => fake.calls.filter(({ name }) => name === "conflictSettle").map(({ args }) => args);
  return { fake, settled };
}

describe("conflicts", () => {
  it("show every value with its office, clock and paper, and which one is shown", async () => {
    show([
      conflict({
        values: [
          conflictValue(1, { paper: "QĐ 12/QĐ-UBND" }),
          conflictValue(2, { clockSuspect: true, foreign: true }),
        ],
      }),
    ]);
    const table = await screen.findByRole("table", { name: "Các giá trị của mục Ngày sinh" });
    const [, first, second] = within(table).getAllByRole("row");
    expect(first?.textContent).toContain("đang hiện trong sổ");
    expect(first?.textContent).toContain("QĐ 12/QĐ-UBND");
    expect(second?.textContent).toContain("đồng hồ nghi sai");
    expect(second?.textContent).toContain("không phải nơi lập hồ sơ");
    await waitFor(() => expect(within(table).getAllByRole("button", { name: /^Hỏi lại/ })).toHaveLength(1));
  });

  it("keep the chosen value by what it is called, whatever came beside it, and leave the list", async () => {
    const { settled } = show([conflict()]);
    fireEvent.click(await screen.findByRole("button", { name: `Chọn 02/1980 của ${district.office}` }));
    await screen.findByText("Không còn mâu thuẫn nào");
    expect(settled()).toEqual([{ id: `${personId}.birth`, keep: "00000002", reason: null }]);
    expect(document.activeElement?.textContent).toBe("0 mâu thuẫn chưa giải quyết");
  });

  it("take another value in the field's own input, as it is stored", async () => {
    const { settled } = show([conflict()]);
    fireEvent.click(await screen.findByRole("button", { name: "Nhập giá trị khác…" }));
    const field = await screen.findByRole("textbox", { name: /^Ngày sinh/ });
    fireEvent.change(field, { target: { value: "31/2/1980" } });
    fireEvent.blur(field);
    fireEvent.click(screen.getByRole("button", { name: "Lưu giá trị này" }));
    expect(settled()).toEqual([]);
    fireEvent.change(field, { target: { value: "12/5/1980" } });
    fireEvent.change(screen.getByRole("textbox", { name: /^Căn cứ hoặc lý do/ }), {
      target: { value: "giấy khai sinh" },
    });
    fireEvent.click(screen.getByRole("button", { name: "Lưu giá trị này" }));
    await waitFor(() =>
      expect(settled()).toEqual([
        { id: `${personId}.birth`, keep: null, value: "1980-05-12", reason: "giấy khai sinh" },
      ]),
    );
  });

  it("ask the other office with a text that is ready to be sent", async () => {
    const { fake } = show([conflict()]);
    const opener = await screen.findByRole("button", { name: /^Hỏi lại UBND huyện Thanh Ba/ });
    opener.focus();
    fireEvent.click(opener);
    const text = await screen.findByRole<HTMLTextAreaElement>("textbox", { name: /^Nội dung hỏi/ });
    expect(text.value).toContain("Nguyễn Văn An, mục Ngày sinh: quý cơ quan ghi “02/1980”");
    fireEvent.click(screen.getByRole("button", { name: "Hỏi" }));
    await screen.findByText("Đã lưu câu hỏi; câu hỏi đi cùng tệp gửi lần tới.");
    expect(fake.calls.find(({ name }) => name === "conflictAsk")?.args).toEqual({
      id: `${personId}.birth`,
      n: 2,
      text: text.value,
    });
    await waitFor(() => expect(document.activeElement).toBe(opener));
  });

  it("of a removed record offer to keep or to remove it, and ask before removing", async () => {
    const { settled } = show([
      conflict({
        id: `${personId}.presence`,
        kind: "removed",
        field: "presence",
        values: [
          conflictValue(1, { text: null, value: null }),
          conflictValue(2, { text: "nhập trùng", value: "nhập trùng", shown: false }),
        ],
      }),
    ]);
    expect(await screen.findByText("Đã xóa: nhập trùng")).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Nhập giá trị khác…" })).toBeNull();
    fireEvent.click(screen.getByRole("button", { name: "Xóa hồ sơ: Nguyễn Văn An" }));
    const question = await screen.findByRole("dialog", { name: "Xóa hồ sơ" });
    fireEvent.click(within(question).getByRole("button", { name: "Hủy" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(settled()).toEqual([]);
    fireEvent.click(screen.getByRole("button", { name: "Giữ hồ sơ: Nguyễn Văn An" }));
    await waitFor(() =>
      expect(settled()).toEqual([{ id: `${personId}.presence`, keep: "00000001", reason: null }]),
    );
  });

  it("of a record that was joined into another say so, and join the two with what was chosen", async () => {
    const { settled } = show([
      conflict({
        id: `${personId}.presence`,
        kind: "removed",
        field: "presence",
        values: [
          conflictValue(1, { text: "Còn trong sổ", value: null }),
          conflictValue(2, {
            text: "Gộp vào hồ sơ Nguyễn Văn An",
            value: `joined into ${otherPersonId}`,
            shown: false,
            joining: {
              id: duplicate.id,
              a: duplicate.b,
              b: duplicate.a,
              differing: [
                { field: "phone", a: "0912", b: "0988" },
                { field: "hometown", a: "Hạ Hòa", b: "Thanh Ba" },
                { field: "residence", a: null, b: "Khu 3" },
              ],
              same: [],
              mainPosts: [],
            },
          }),
        ],
      }),
    ]);
    expect(await screen.findByRole("heading", { name: "Nguyễn Văn An: Gộp hay giữ riêng" })).toBeTruthy();
    expect(screen.getByRole("rowheader", { name: "Gộp vào hồ sơ Nguyễn Văn An" })).toBeTruthy();
    expect(screen.getByRole("button", { name: "Giữ hồ sơ riêng: Nguyễn Văn An" })).toBeTruthy();
    expect(screen.queryByRole("button", { name: /^Xóa/ })).toBeNull();
    fireEvent.click(screen.getByRole("button", { name: "Gộp hồ sơ…: Nguyễn Văn An" }));
    const dialog = await screen.findByRole("dialog", { name: "Gộp hai hồ sơ" });
    expect(dialog.textContent).toContain("Khu 3");
    expect(settled()).toEqual([]);
    fireEvent.click(within(dialog).getByRole("radio", { name: /0988/ }));
    fireEvent.click(within(dialog).getByRole("button", { name: "Gộp hồ sơ" }));
    await screen.findByText("Không còn mâu thuẫn nào");
    expect(settled()).toEqual([
      { id: `${personId}.presence`, keep: "00000002", reason: null, main: null, take: ["phone"] },
    ]);
  });

  it("come fifty at a time", async () => {
    const many = Array.from({ length: 120 }, (_, n) => conflict({ id: `${personId}.${n}` }));
    const { fake } = show(many);
    const list = await screen.findByRole("list", { name: "Các mâu thuẫn" });
    expect(within(list).getAllByRole("table")).toHaveLength(50);
    fireEvent.click(screen.getByRole("button", { name: "Hiện thêm" }));
    await waitFor(() => expect(within(list).getAllByRole("table")).toHaveLength(100));
    expect(fake.calls.filter(({ name }) => name === "conflictsPage").map(({ args }) => args)).toEqual([
      { offset: 0, limit: 50, officialId: null },
      { offset: 50, limit: 50, officialId: null },
    ]);
  });

  it("are printed into a folder", async () => {
    const { fake } = show([conflict()], {
      reportTargets: () => [{ path: "/media/K", label: "K", removable: true, freeBytes: null }],
      conflictsPrint: ({ folder }) => ({
        files: [{ path: `${folder}/mau-thuan.pdf`, sha256: "00", bytes: 2048 }],
        removable: true,
      }),
    });
    fireEvent.click(await screen.findByRole("button", { name: "In danh sách…" }));
    await screen.findByRole("radio", { name: /K/ });
    fireEvent.click(screen.getByRole("button", { name: "Xuất tệp PDF" }));
    expect(await screen.findByText("/media/K/mau-thuan.pdf")).toBeTruthy();
    expect(fake.calls.find(({ name }) => name === "conflictsPrint")?.args).toEqual({ folder: "/media/K" });
  });
});

describe("a person's screen", () => {
  it("tells of the person's conflicts and leads to them", async () => {
    const fake = fakeApi({ conflictsPage: () => ({ total: 2, rows: [conflict()] }) });
    renderApp(<ConflictNotice officialId={personId} />, { fake });
    const link = await screen.findByRole("link", { name: "Xem và giải quyết" });
    expect(link.getAttribute("href")).toBe(`#/exchange/conflicts?official=${personId}`);
    expect(screen.getByText("Hồ sơ này có 2 mục mâu thuẫn giữa các cơ quan.")).toBeTruthy();
  });
});
