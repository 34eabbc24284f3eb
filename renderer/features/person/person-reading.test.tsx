import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { type FakeApi, type FakeHandlers, fakeApi } from "../../testing/fake-api";
import { personId, record } from "../../testing/person-data";
import {
  lastSent,
  openPerson as openForm,
  personHandlers,
  readPerson as readForm,
  typeInto,
} from "../../testing/person-form";
import { renderApp } from "../../testing/render";
import { PersonScreen } from "./person-screen";

let fake: FakeApi;

const handlers: FakeHandlers = personHandlers;

beforeEach(() => {
  fake = fakeApi(handlers);
});

const sent = (name: string) => lastSent(fake, name);
const openPerson = () => openForm(fake);
const readPerson = () => readForm(fake);

describe("a record that is read", () => {
  it("says first how the person stands and what the record lacks, and shows no box", async () => {
    await readPerson();
    const summary = within(screen.getByRole("region", { name: "Tóm tắt" }));
    expect(summary.getByText("Chuyên môn").parentElement?.textContent).toBe(
      "Chuyên mônĐạtchưa đối chiếu văn bảnĐại học",
    );
    expect(summary.getByText(/^Hồ sơ chưa ghi/).textContent).toBe("Hồ sơ chưa ghi: Giới tính");
    expect(screen.getByText(/41 tuổi/)).toBeTruthy();
    const identity = within(screen.getByRole("region", { name: "Lý lịch" }));
    expect(identity.getByText("Ngày sinh").nextElementSibling?.textContent).toBe("05/1980");
    expect(identity.getByText(/^Chưa ghi:/).textContent).toBe(
      "Chưa ghi: giới tính, dân tộc, tôn giáo, quê quán",
    );
    expect(identity.getByText(/^Còn \d+ mục chưa ghi$/)).toBeTruthy();
    expect(screen.queryAllByRole("textbox")).toEqual([]);
  });

  it("says of a row everything that is on record, also what no column is for", async () => {
    const [paper] = record.rows.qualification;
    const [serving] = record.rows.assignment;
    if (paper === undefined || serving === undefined) throw new Error("The person has a paper and a post");
    const noted = {
      ...record,
      rows: {
        ...record.rows,
        qualification: [
          {
            ...paper,
            fields: { ...paper.fields, kind: "foreignLanguage", level: "basic", note: "B1", mode: "online" },
          },
        ],
        assignment: [{ ...serving, fields: { ...serving.fields, note: "Phụ trách một cửa" } }],
      },
    };
    fake = fakeApi({ ...handlers, officialGet: () => noted });
    await readPerson();
    const papers = screen.getByRole("table", { name: "Trình độ, văn bằng" });
    expect(within(papers).getByText("Hình thức đào tạo: Trực tuyến · Ghi chú: B1")).toBeTruthy();
    const posts = screen.getByRole("table", { name: "Quá trình công tác" });
    expect(within(posts).getByText("Ghi chú: Phụ trách một cửa")).toBeTruthy();
  });

  it("shows the boxes of a section where somebody presses a value, with the keyboard in it", async () => {
    await readPerson();
    fireEvent.mouseDown(screen.getByText("025180001234"));
    fireEvent.click(screen.getByText("025180001234"));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText(/^Số định danh/)));
    expect(screen.queryByLabelText(/^Ngày vào Đảng/)).toBeNull();
    fireEvent.click(screen.getByRole("button", { name: "Xong mục Lý lịch" }));
    expect(screen.queryByLabelText(/^Số định danh/)).toBeNull();
  });

  it("goes from what it lacks to the box for it, and Escape reads again before it leaves the record", async () => {
    const { location } = await readPerson();
    fireEvent.click(screen.getByRole("button", { name: "Giới tính" }));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText(/^Giới tính/)));
    fireEvent.keyDown(document.body, { key: "Escape" });
    await waitFor(() => expect(screen.queryByLabelText(/^Giới tính/)).toBeNull());
    expect(location.read()).toBe(`/officials/${personId}`);
  });

  it("is read again once it was stored, except where the keyboard still is", async () => {
    await openPerson();
    const phone = screen.getByLabelText(/^Điện thoại/);
    act(() => phone.focus());
    fireEvent.change(phone, { target: { value: "0912000111" } });
    fireEvent.keyDown(phone, { key: "s", ctrlKey: true });
    await waitFor(() => expect(screen.queryByRole("button", { name: "Lưu" })).toBeNull());
    expect(document.activeElement).toBe(screen.getByLabelText(/^Điện thoại/));
    expect(screen.queryByLabelText(/^Số định danh/)).toBeNull();
  });

  it("opens the section of what is wrong, wherever it is read", async () => {
    await openPerson();
    typeInto(/^Số định danh/, "123");
    fireEvent.click(screen.getByRole("button", { name: "Xong mục Lý lịch" }));
    expect(screen.getByText("123")).toBeTruthy();
    fireEvent.keyDown(window, { key: "s", ctrlKey: true });
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText(/^Số định danh/)));
    expect(await screen.findByText(/Cần đủ 12 chữ số/)).toBeDefined();
  });
});

describe("what is not read every day", () => {
  const fold = (name: RegExp) => screen.getByRole("button", { name });

  it("is a line that says how much is recorded, opened by a press", async () => {
    const step = { official: personId, from: "2020", step: 3 };
    const paid = {
      ...record,
      official: { ...record.official, socialInsurance: "0123456789" },
      rows: {
        ...record.rows,
        salary: [{ id: `${personId.slice(0, -1)}f`, fields: step, names: {}, recordedOn: null }],
      },
    };
    fake = fakeApi({ ...handlers, officialGet: () => paid });
    await readPerson();
    const pay = fold(/^Lương và bảo hiểm · 2 mục$/);
    expect(pay.getAttribute("aria-expanded")).toBe("false");
    expect(screen.queryByText("0123456789")).toBeNull();
    fireEvent.click(pay);
    expect(pay.getAttribute("aria-expanded")).toBe("true");
    const section = within(screen.getByRole("region", { name: "Lương và bảo hiểm" }));
    expect(section.getByText("0123456789")).toBeTruthy();
    expect(section.getByRole("table", { name: "Diễn biến lương" })).toBeTruthy();
  });

  it("is folded under a title of its own where it is sensitive", async () => {
    fake = fakeApi({
      ...handlers,
      officialGet: () => ({ ...record, official: { ...record.official, bloodGroup: "a", health: "Tốt" } }),
    });
    await readPerson();
    const restricted = within(screen.getByRole("region", { name: "Mục hạn chế" }));
    expect(restricted.getByText(/Danh sách và tệp xuất ra không có các mục này/)).toBeTruthy();
    expect(screen.queryByText("Tốt")).toBeNull();
    fireEvent.click(restricted.getByRole("button", { name: "Sức khỏe · 2 mục" }));
    expect(restricted.getByText("Tốt")).toBeTruthy();
  });

  it("opens for what is wrong in it, with the keyboard there", async () => {
    await readPerson();
    const pay = fold(/^Lương và bảo hiểm · chưa ghi$/);
    fireEvent.click(pay);
    fireEvent.click(screen.getByRole("button", { name: "Sửa mục Lương và bảo hiểm" }));
    typeInto(/^Tháng bắt đầu đóng BHXH/, "31/2/2001");
    fireEvent.click(pay);
    expect(screen.queryByLabelText(/^Tháng bắt đầu đóng BHXH/)).toBeNull();
    fireEvent.keyDown(window, { key: "s", ctrlKey: true });
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByLabelText(/^Tháng bắt đầu đóng BHXH/)),
    );
    expect(sent("officialSave")).toBeUndefined();
  });

  it("shows the boxes of all that is not named one by one with one press", async () => {
    await readPerson();
    fireEvent.click(screen.getByRole("button", { name: "Còn 4 mục chưa ghi: Nơi ở, liên hệ" }));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText(/^Nơi ở hiện nay/)));
    expect(screen.getByLabelText(/^Điện thoại/)).toBeTruthy();
  });
});

describe("a new person", () => {
  it("is asked for what everybody keeps, and for the rest once somebody wants it", async () => {
    renderApp(<PersonScreen officialId="new" />, { fake, hash: "#/officials/new" });
    expect(screen.getByLabelText(/^Điện thoại/)).toBeTruthy();
    expect(screen.getByLabelText(/^Ngày vào Đảng/)).toBeTruthy();
    expect(screen.queryByLabelText(/^Số thẻ đảng/i)).toBeNull();
    expect(screen.queryByLabelText(/^Nhóm máu/)).toBeNull();
    fireEvent.click(screen.getByRole("button", { name: /^Còn \d+ mục chưa ghi: Đảng, đoàn thể$/ }));
    expect(screen.getByLabelText(/^Số thẻ đảng/i)).toBeTruthy();
    expect(screen.getByRole("button", { name: "Sức khỏe · chưa ghi" }).getAttribute("aria-expanded")).toBe(
      "false",
    );
  });

  it("gives way to the next one where somebody enters several", async () => {
    const { location } = renderApp(<PersonScreen officialId="new" />, { fake, hash: "#/officials/new" });
    typeInto(/^Họ và tên/, "Lê Văn Bảy");
    fireEvent.click(await screen.findByRole("button", { name: "Lưu và thêm người tiếp" }));
    await screen.findByText(/^Đã thêm Lê Văn Bảy/);
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>(/^Họ và tên/).value).toBe(""));
    expect(document.activeElement).toBe(screen.getByLabelText(/^Họ và tên/));
    expect(location.read()).toBe("/officials/new");
    const first = (sent("officialSave") as { officialId: string }).officialId;
    typeInto(/^Họ và tên/, "Lê Văn Tám");
    fireEvent.keyDown(window, { key: "Enter", ctrlKey: true });
    await screen.findByText(/^Đã thêm Lê Văn Tám/);
    expect(sent("officialSave")).toMatchObject({
      action: "add",
      official: { fields: { fullName: "Lê Văn Tám" } },
    });
    expect((sent("officialSave") as { officialId: string }).officialId).not.toBe(first);
  });
});
