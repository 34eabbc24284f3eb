/** A save that does not happen says so, wherever the fault is, and leaves no word of an earlier one that did. */
import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { guardForms } from "../../components/picker/unsettled";
import { type FakeApi, fakeApi } from "../../testing/fake-api";
import { editSections, openPerson, personHandlers, typeInto } from "../../testing/person-form";

let fake: FakeApi;

beforeEach(async () => {
  fake = fakeApi(personHandlers);
  await openPerson(fake);
});

const pressSave = (target: Element | Window = window) =>
  fireEvent.keyDown(target, { key: "s", ctrlKey: true });
const line = () => within(screen.getByRole("region", { name: "Thông báo" }));
const bar = () => screen.queryByRole("region", { name: "Lưu thay đổi" });
const spoilSex = () => {
  const sex = screen.getByLabelText<HTMLInputElement>(/^Giới tính/);
  act(() => sex.focus());
  fireEvent.keyDown(sex, { key: "x" });
  return sex;
};

describe("a save that is refused", () => {
  it("takes away the word of the one before", async () => {
    typeInto(/^Điện thoại/, "0912000111");
    pressSave();
    expect(await line().findByText(/^Đã lưu hồ sơ/)).toBeDefined();
    editSections();
    typeInto(/^Ngày sinh/, "31/2/1980");
    pressSave();
    await waitFor(() => expect(bar()?.textContent).toContain("Còn 1 mục chưa đúng"));
    expect(line().queryByText(/^Đã lưu hồ sơ/)).toBeNull();
  });

  it("counts a choice that was not found, each box once", async () => {
    spoilSex();
    typeInto(/^Ngày sinh/, "31/2/1980");
    pressSave();
    await waitFor(() => expect(bar()?.textContent).toContain("Còn 2 mục chưa đúng"));
    expect(document.activeElement).toBe(screen.getByLabelText(/^Giới tính/));
  });

  it("says so also where nothing else was typed", async () => {
    const sex = spoilSex();
    pressSave();
    expect(await line().findByText("Còn 1 mục chưa đúng, đã đánh dấu đỏ.")).toBeDefined();
    expect(document.activeElement).toBe(sex);
    expect(fake.calls.some(({ name }) => name === "officialSave")).toBe(false);
  });

  it("says so in a dialog of which nothing else is seen to happen", async () => {
    fireEvent.click(screen.getByRole("button", { name: "Thêm trình độ" }));
    const dialog = await screen.findByRole("dialog");
    const day = within(dialog).getByLabelText(/^Ngày cấp|^Cấp ngày|^Ngày/);
    act(() => day.focus());
    fireEvent.change(day, { target: { value: "31/2/2020" } });
    pressSave(day);
    const first = await line().findByText(/^Còn \d+ mục chưa đúng, đã đánh dấu đỏ\.$/);
    fireEvent.click(within(first.closest<HTMLElement>("[role=alert]") ?? first).getByRole("button"));
    pressSave(document.activeElement ?? day);
    expect(await line().findByText(/^Còn \d+ mục chưa đúng, đã đánh dấu đỏ\.$/)).toBeDefined();
  });

  it("counts what is left blank with what was not found, follows the boxes, and goes with the last one", async () => {
    onTestFinished(guardForms(document));
    fireEvent.click(screen.getByRole("button", { name: "Thêm công tác" }));
    const dialog = await screen.findByRole("dialog");
    const box = (label: RegExp) => within(dialog).getByLabelText<HTMLInputElement>(label);
    const type = (field: HTMLInputElement, value: string) => {
      act(() => field.focus());
      fireEvent.change(field, { target: { value } });
    };
    const from = () => box(/^Từ ngày/);
    type(box(/^Đơn vị/), "van phong");
    type(from(), "31/4/2021");
    pressSave(from());
    expect((await line().findByText(/mục chưa đúng/)).textContent).toBe(
      "Còn 3 mục chưa đúng, đã đánh dấu đỏ.",
    );
    expect(within(dialog).getByText(/^Chưa chọn chức danh/)).toBeDefined();
    type(from(), "04/2021");
    fireEvent.blur(from());
    expect(await line().findByText("Còn 2 mục chưa đúng, đã đánh dấu đỏ.")).toBeDefined();
    fireEvent.click(within(dialog).getByRole("button", { name: "Hủy" }));
    await waitFor(() => expect(line().queryByText(/mục chưa đúng/)).toBeNull());
  });
});
