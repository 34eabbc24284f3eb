import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { duplicate, otherPersonId, personId } from "../../../testing/exchange-data";
import { fakeApi } from "../../../testing/fake-api";
import { renderApp } from "../../../testing/render";
import { DuplicatesTab } from "./duplicates-tab";

function show() {
  const fake = fakeApi({
    duplicatesPage: () => ({ total: 1, rows: [duplicate] }),
    duplicateJoin: () => ({ changeId: 9, proposed: null }),
    duplicateKeepApart: () => ({ changeId: 10, proposed: null }),
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
      "Số định danh(để trống)025080001234khác nhau",
      "Đơn vịXã Quảng YênXã Đồng Xuânkhác nhau",
      "Chức danhChủ tịch UBNDBí thư Đảng ủykhác nhau",
      "Cơ quan ghiUBND xã Quảng YênUBND huyện Thanh Bakhác nhau",
    ]);
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
    });
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
