import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { DuplicateData, PairApartData } from "../../../../shared/contract/schemas/conflicts";
import { duplicate, otherPersonId, personId } from "../../../testing/exchange-data";
import { fakeApi } from "../../../testing/fake-api";
import { renderApp } from "../../../testing/render";
import { DuplicatesTab } from "./duplicates-tab";

const apart: PairApartData = {
  ...duplicate,
  at: "2026-11-20T08:00:00.000Z",
  user: "Lan",
  office: "UBND xã Quảng Yên",
};

function show(over: { readonly pairs?: DuplicateData[]; readonly apart?: PairApartData[] } = {}) {
  const { pairs = [duplicate], apart: kept = [] } = over;
  const fake = fakeApi({
    duplicatesPage: () => ({ total: pairs.length, rows: pairs }),
    pairsApartPage: () => ({ total: kept.length, rows: kept }),
    duplicateJoin: () => ({ changeId: 9, proposed: null }),
    duplicateKeepApart: () => ({ changeId: 10, proposed: null }),
    duplicateReview: () => ({ changeId: 11, why: kept[0]?.why ?? null, proposed: null }),
  });
  renderApp(<DuplicatesTab />, { fake });
  return fake;
}

describe("likely duplicates", () => {
  it("stand side by side, with what differs said in words", async () => {
    show();
    const table = await screen.findByRole("table");
    expect(
      within(table)
        .getAllByRole("row")
        .slice(1, -1)
        .map((row) => row.textContent),
    ).toEqual([
      "Họ và tênNguyễn Văn AnNguyễn Văn Angiống nhau",
      "Ngày sinh05/198005/1980giống nhau",
      "Giới tínhNamNamgiống nhau",
      "Số định danh(để trống)025080001234chỉ một bên có",
      "Đơn vịXã Quảng YênXã Đồng Xuânkhác nhau",
      "Chức danhChủ tịch UBNDBí thư Đảng ủykhác nhau",
      "Cơ quan ghiUBND xã Quảng YênUBND huyện Thanh Bakhác nhau",
      "Điện thoại0912 345 6780987 654 321khác nhau",
    ]);
  });

  it("do not call alike or different what neither of them or only one says", async () => {
    const { a, b } = duplicate;
    show({ pairs: [{ ...duplicate, a: { ...a, sex: null }, b: { ...b, sex: null, postName: "" } }] });
    const saidOf = async (field: string) => {
      const row = await screen.findByRole("row", { name: new RegExp(`^${field}`) });
      return [within(row).getAllByRole("cell").at(-1)?.textContent, "differs" in row.dataset];
    };
    expect(await saidOf("Giới tính")).toEqual(["cùng để trống", false]);
    expect(await saidOf("Chức danh")).toEqual(["chỉ một bên có", false]);
    expect(await saidOf("Đơn vị")).toEqual(["khác nhau", true]);
  });

  it("are joined either way, after saying what happens and that it can be undone", async () => {
    const fake = show();
    fireEvent.click(await screen.findByRole("button", { name: /^Gộp vào hồ sơ này: hồ sơ thứ hai/ }));
    const question = await screen.findByRole("dialog", { name: "Gộp hai hồ sơ" });
    expect(question.textContent).toContain("Giữ hồ sơ thứ hai: Nguyễn Văn An, Xã Đồng Xuân");
    expect(question.textContent).toContain("hoàn tác được");
    fireEvent.click(within(question).getByRole("button", { name: "Gộp hồ sơ" }));
    await screen.findByText("Đã gộp hai hồ sơ.");
    expect(fake.calls.find(({ name }) => name === "duplicateJoin")?.args).toEqual({
      kept: otherPersonId,
      joined: personId,
      take: [],
      main: null,
    });
  });

  it("let choose, field by field, what both records say, and name what is taken over", async () => {
    const fake = show();
    fireEvent.click(await screen.findByRole("button", { name: /^Gộp vào hồ sơ này: hồ sơ thứ nhất/ }));
    const question = await screen.findByRole("dialog", { name: "Gộp hai hồ sơ" });
    expect(within(question).getByText("Số định danh: 025080001234")).toBeTruthy();
    const choices = within(question).getAllByRole<HTMLInputElement>("radio");
    expect(choices.map((one) => [one.getAttribute("aria-label"), one.checked])).toEqual([
      ["Điện thoại: 0912 345 678", true],
      ["Điện thoại: 0987 654 321", false],
    ]);
    fireEvent.click(within(question).getByRole("radio", { name: "Điện thoại: 0987 654 321" }));
    fireEvent.click(within(question).getByRole("button", { name: "Gộp hồ sơ" }));
    await screen.findByText("Đã gộp hai hồ sơ.");
    expect(fake.calls.find(({ name }) => name === "duplicateJoin")?.args).toEqual({
      kept: personId,
      joined: otherPersonId,
      take: ["phone"],
      main: null,
    });
  });

  it("ask which post stays the main one, the kept record's first, and tell which rows become one", async () => {
    const [chair, clerk] = ["00000000-0000-4000-8000-0000000000d1", "00000000-0000-4000-8000-0000000000d2"];
    const pair: DuplicateData = {
      ...duplicate,
      same: [
        { entity: "qualification", text: "Chuyên môn: Đại học" },
        { entity: "relative", text: "Con: Trần Văn Bé" },
      ],
      mainPosts: [
        { id: clerk, of: "b", text: "Bí thư Đảng ủy, Xã Đồng Xuân" },
        { id: chair, of: "a", text: "Chủ tịch UBND, Xã Quảng Yên" },
      ],
    };
    const fake = show({ pairs: [pair] });
    fireEvent.click(await screen.findByRole("button", { name: /^Gộp vào hồ sơ này: hồ sơ thứ nhất/ }));
    const question = await screen.findByRole("dialog", { name: "Gộp hai hồ sơ" });
    expect(question.textContent).toContain("2 mục hai hồ sơ ghi giống nhau, nhập làm một");
    expect(within(question).getByText("Trình độ, văn bằng: Chuyên môn: Đại học")).toBeTruthy();
    const posts = within(within(question).getByRole("radiogroup", { name: /Chức danh nào là chính/ }));
    expect(
      posts.getAllByRole<HTMLInputElement>("radio").map(({ value, checked }) => [value, checked]),
    ).toEqual([
      [clerk, false],
      [chair, true],
    ]);
    fireEvent.click(posts.getByRole("radio", { name: "Bí thư Đảng ủy, Xã Đồng Xuân (hồ sơ kia)" }));
    fireEvent.click(within(question).getByRole("button", { name: "Gộp hồ sơ" }));
    await screen.findByText("Đã gộp hai hồ sơ.");
    expect(fake.calls.find(({ name }) => name === "duplicateJoin")?.args).toMatchObject({ main: clerk });
  });

  it("that were kept apart say who and when, stand side by side, and are asked about again", async () => {
    const fake = show({ pairs: [], apart: [apart] });
    expect(await screen.findByText(/1 cặp đã để riêng nằm ở dưới/)).toBeTruthy();
    const list = screen.getByRole("list", { name: "Đã để riêng: 1 cặp" });
    expect(list.textContent).toContain("Lan, UBND xã Quảng Yên để riêng lúc");
    expect(within(list).queryByRole("table")).toBeNull();
    fireEvent.click(within(list).getByRole("button", { name: /^So sánh/ }));
    const table = within(list).getByRole("table");
    expect(within(table).getByRole("row", { name: /^Điện thoại 0912 345 678 0987 654 321/ })).toBeTruthy();
    fireEvent.click(within(list).getByRole("button", { name: /^Xem lại cặp này/ }));
    expect(await screen.findByText("Cặp này lại nằm trong danh sách có thể trùng người.")).toBeTruthy();
    expect(fake.calls.find(({ name }) => name === "duplicateReview")?.args).toEqual({
      a: personId,
      b: otherPersonId,
    });
  });

  it("that are none say what would stand here, where nobody was kept apart", async () => {
    show({ pairs: [] });
    expect(await screen.findByText(/^Hai hồ sơ cùng số định danh/)).toBeTruthy();
    expect(screen.queryByText(/đã để riêng/iu)).toBeNull();
  });

  it("are kept apart", async () => {
    const fake = show();
    fireEvent.click(await screen.findByRole("button", { name: /không phải một người/ }));
    await waitFor(() =>
      expect(fake.calls.find(({ name }) => name === "duplicateKeepApart")?.args).toEqual({
        a: personId,
        b: otherPersonId,
      }),
    );
  });
});
