import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import type { CallArgs, CallResult } from "../../../shared/contract/contract";
import { type FakeApi, fakeApi, refuse } from "../../testing/fake-api";
import { personId, post, record, standards, unit } from "../../testing/person-data";
import {
  editSections,
  lastSent,
  openPerson as openForm,
  personHandlers,
  typeInto,
} from "../../testing/person-form";
import { renderApp, testSession } from "../../testing/render";
import { PersonScreen } from "./person-screen";

let fake: FakeApi;
let saveAnswer: () => CallResult<"officialSave">;
let waiting: CallResult<"waitingValues">;

beforeEach(() => {
  waiting = [];
  saveAnswer = () => ({ id: personId, changeId: 7, proposed: null, warnings: [] });
  fake = fakeApi({
    ...personHandlers,
    waitingValues: () => waiting,
    officialSave: () => saveAnswer(),
    officialRemove: () => ({ changeId: 8, proposed: null }),
  });
});

const sent = (name: string) => lastSent(fake, name);
const openPerson = () => openForm(fake);

describe("a person's form", () => {
  it("offers nothing to save until something differs, then saves only that", async () => {
    await openPerson();
    expect(screen.queryByRole("button", { name: "Lưu" })).toBeNull();
    typeInto(/^Điện thoại/, "0912 000 111");
    fireEvent.keyDown(window, { key: "s", ctrlKey: true });
    await waitFor(() => expect(sent("officialSave")).toBeDefined());
    expect(sent("officialSave")).toEqual({
      action: "edit",
      reason: null,
      officialId: personId,
      official: { id: personId, isNew: false, fields: { phone: "0912000111" } },
      rows: [],
      removed: [],
    });
    await waitFor(() => expect(screen.queryByRole("button", { name: "Lưu" })).toBeNull());
  });

  it("is not saved while a short list was given what it does not have, and is once that is kept as it was", async () => {
    await openPerson();
    typeInto(/^Điện thoại/, "0912 000 111");
    const sex = screen.getByLabelText(/^Giới tính/);
    act(() => sex.focus());
    fireEvent.keyDown(sex, { key: "x" });
    const said = await screen.findByText(/^Không có mục nào như vậy/);
    const phone = screen.getByLabelText(/^Điện thoại/);
    act(() => phone.focus());
    fireEvent.keyDown(window, { key: "s", ctrlKey: true });
    await waitFor(() => expect(document.activeElement).toBe(sex));
    expect(sent("officialSave")).toBeUndefined();
    expect(said.isConnected).toBe(true);
    fireEvent.keyDown(sex, { key: "Escape" });
    await waitFor(() => expect(said.isConnected).toBe(false));
    fireEvent.keyDown(window, { key: "s", ctrlKey: true });
    await waitFor(() => expect(sent("officialSave")).toBeDefined());
  });

  it("shows what was saved and waits as a proposal, and goes on from it", async () => {
    const proposed = { count: 1, whole: true, by: [], officialId: personId };
    saveAnswer = () => {
      waiting = [{ id: personId, fields: { phone: "0912000111" }, names: {} }];
      fake.emit("changed", { version: 2, session: false, parts: ["log", "exchange"], officials: [] });
      return { id: personId, changeId: 7, proposed, warnings: [] };
    };
    await openPerson();
    typeInto(/^Điện thoại/, "0912 000 111");
    act(() => screen.getByLabelText(/^Quê quán/).focus());
    fireEvent.keyDown(window, { key: "s", ctrlKey: true });
    await screen.findByText(/Đã ghi là đề nghị/);
    const shown = () => screen.getByText("Đang chờ chấp nhận.").closest("[data-field]")?.textContent ?? "";
    await waitFor(() => expect(shown()).toContain("Điện thoại0912000111"));
    expect(screen.queryByRole("button", { name: "Lưu" })).toBeNull();
    editSections();
    expect(screen.getByText("Đang chờ chấp nhận.")).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>(/^Điện thoại/).value).toBe("0912000111");
    typeInto(/^Nơi sinh/, "Thanh Ba");
    fireEvent.keyDown(window, { key: "s", ctrlKey: true });
    await waitFor(() =>
      expect(sent("officialSave")).toMatchObject({ official: { fields: { birthPlace: "Thanh Ba" } } }),
    );
    expect(JSON.stringify(sent("officialSave"))).not.toContain("phone");
  });

  it.each([
    [/^Ngày sinh/, "15/8/20", "15/8/20", "Viết rõ năm: 15/08/1920 hay 15/08/2020?"],
    [/^Ngày sinh/, "31/2/1980", "31/2/1980", "Tháng 2 năm 1980 chỉ có 29 ngày"],
    [/^Số định danh/, "025 080 123", "025080123", null],
    [/^Họ và tên/, " nguyễn  thị bình", "Nguyễn Thị Bình", null],
    [/^Giới tính/, "na", "Nam", null],
  ] as const)(
    "settles %s by leaving it and by storing from within alike: %s",
    async (label, typed, left, said) => {
      await openPerson();
      const field = screen.getByLabelText<HTMLInputElement>(label);
      act(() => field.focus());
      fireEvent.change(field, { target: { value: typed } });
      fireEvent.keyDown(field, { key: "s", ctrlKey: true });
      expect(document.activeElement).toBe(field);
      await waitFor(() => expect(field.value).toBe(left));
      if (said === null) await waitFor(() => expect(sent("officialSave")).toBeDefined());
      else {
        expect(screen.getByText(said)).toBeDefined();
        expect(sent("officialSave")).toBeUndefined();
      }
      act(() => field.blur());
      expect(field.value).toBe(left);
      if (said !== null) expect(screen.getByText(said)).toBeDefined();
    },
  );

  it("marks wrong input beside its field, in words, and does not send it", async () => {
    await openPerson();
    typeInto(/^Số định danh/, "123");
    expect(await screen.findByText(/Cần đủ 12 chữ số/)).toBeDefined();
    fireEvent.click(screen.getByRole("button", { name: "Lưu" }));
    expect(await screen.findByText("Còn 1 mục chưa đúng, đã đánh dấu đỏ")).toBeDefined();
    expect(sent("officialSave")).toBeUndefined();
    expect(document.activeElement).toBe(screen.getByLabelText(/^Số định danh/));
  });

  it("tells a correction from an update", async () => {
    await openPerson();
    typeInto(/^Ngày sinh/, "6/1980");
    fireEvent.click(screen.getByLabelText(/Đính chính/));
    fireEvent.change(screen.getByLabelText("Nội dung đính chính (không bắt buộc)"), {
      target: { value: "nhầm tháng" },
    });
    fireEvent.click(screen.getByRole("button", { name: "Lưu" }));
    await waitFor(() => expect(sent("officialSave")).toBeDefined());
    expect(sent("officialSave")).toMatchObject({
      action: "correct",
      reason: "nhầm tháng",
      official: { fields: { birth: "1980-06" } },
    });
  });

  it("shows what the main process refuses beside the field", async () => {
    saveAnswer = () => {
      throw refuse({
        code: "validation",
        params: { count: 1 },
        issues: [
          {
            entity: "official",
            rowId: personId,
            field: "phone",
            reason: "tooLong",
            params: { max: 30, count: 41 },
            severity: "error",
          },
        ],
      });
    };
    await openPerson();
    typeInto(/^Điện thoại/, "0912");
    fireEvent.click(screen.getByRole("button", { name: "Lưu" }));
    expect(await screen.findByText("Tối đa 30 ký tự, đang có 41.")).toBeDefined();
  });

  describe("asked about an identity number of somebody else", () => {
    const other = "018f0000-0000-7000-8000-00000000beef";
    beforeEach(async () => {
      let calls = 0;
      saveAnswer = () => {
        if (calls++ > 0) return { id: personId, changeId: 7, proposed: null, warnings: [] };
        throw refuse({
          code: "validation",
          params: { count: 1 },
          issues: [
            {
              entity: "official",
              rowId: personId,
              field: "identityNumber",
              reason: "identityTaken",
              params: { who: "Trần Thị B, 1979, Xã Quảng Yên", id: other },
              severity: "question",
            },
          ],
        });
      };
      await openPerson();
      typeInto(/^Số định danh/, "999 080 000 001");
      fireEvent.click(screen.getByRole("button", { name: "Lưu" }));
    });
    const dialog = () => screen.findByRole("dialog", { name: "Cần xác nhận trước khi lưu" });

    it("saves when told that it is meant so", async () => {
      const asked = await dialog();
      expect(within(asked).getByText(/Trần Thị B, 1979, Xã Quảng Yên/)).toBeDefined();
      fireEvent.click(within(asked).getByRole("button", { name: "Vẫn lưu" }));
      await waitFor(() =>
        expect(sent("officialSave")).toMatchObject({
          official: { fields: { identityNumber: "999080000001" } },
          answered: [`${personId} identityNumber identityTaken ${other}`],
        }),
      );
    });

    it("goes back to the field with all that was typed, and says it there", async () => {
      fireEvent.click(within(await dialog()).getByRole("button", { name: "Quay lại sửa" }));
      await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
      expect(screen.getByLabelText<HTMLInputElement>(/^Số định danh/).value).toBe("999080000001");
      expect(screen.getByText(/Số này đã có trong hồ sơ khác: Trần Thị B/)).toBeDefined();
      expect(screen.getByRole("button", { name: "Lưu" })).toBeDefined();
    });
  });

  it("judges again while a row is taken away, and says that it is not stored yet", async () => {
    await openPerson();
    const card = () => screen.getByRole("article", { name: "Chuyên môn" });
    expect(within(card()).getByText("Đạt")).toBeDefined();
    fireEvent.click(screen.getByRole("button", { name: "Bỏ dòng: Chuyên môn: Đại học" }));
    expect(await screen.findByText("theo dữ liệu đang sửa")).toBeDefined();
    expect(within(card()).getByText("Chưa rõ")).toBeDefined();
    expect(within(card()).getByText(/Hồ sơ chưa ghi trình độ này/)).toBeDefined();
    fireEvent.click(screen.getByRole("button", { name: "Bỏ thay đổi" }));
    await waitFor(() => expect(within(card()).getByText("Đạt")).toBeDefined());
  });

  it("asks before unsaved work is left, and keeps it", async () => {
    const { location } = await openPerson();
    typeInto(/^Điện thoại/, "0912");
    const went = location.go("#/statistics");
    fireEvent.click(await screen.findByRole("button", { name: "Ở lại" }));
    expect(await went).toBe(false);
    expect(screen.getByLabelText<HTMLInputElement>(/^Điện thoại/).value).toBe("0912");
  });

  it("keeps typing when the record changes elsewhere meanwhile", async () => {
    let current = record;
    fake = fakeApi({ ...handlersWithout(), officialGet: () => current });
    await openPerson();
    typeInto(/^Điện thoại/, "0912");
    current = { ...record, official: { ...record.official, hometown: "Thanh Ba" } };
    fake.emit("changed", { version: 2, session: false, parts: ["official", "log"], officials: null });
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>(/^Quê quán/).value).toBe("Thanh Ba"));
    expect(screen.getByLabelText<HTMLInputElement>(/^Điện thoại/).value).toBe("0912");
  });

  it("removes with a reason only", async () => {
    await openPerson();
    fireEvent.click(screen.getByRole("button", { name: "Xóa hồ sơ…" }));
    const dialog = await screen.findByRole("dialog");
    fireEvent.click(within(dialog).getByRole("button", { name: "Xóa hồ sơ" }));
    expect(sent("officialRemove")).toBeUndefined();
    fireEvent.change(within(dialog).getByLabelText(/Lý do xóa/), { target: { value: "nhập trùng" } });
    fireEvent.click(within(dialog).getByRole("button", { name: "Xóa hồ sơ" }));
    await waitFor(() => expect(sent("officialRemove")).toEqual({ id: personId, reason: "nhập trùng" }));
  });

  it("can only be read while another program holds the roster", async () => {
    const heldBy = { host: "may-2", user: "lan", since: "2026-11-23T08:00:00.000Z" };
    renderApp(<PersonScreen officialId={personId} />, {
      fake,
      session: { ...testSession, heldBy, readOnly: true },
    });
    await screen.findByRole("heading", { level: 1, name: "Nguyễn Thị Hoà" });
    const ways = screen.getAllByRole<HTMLButtonElement>("button", { name: /^Sửa mục / });
    expect(ways.length).toBeGreaterThan(0);
    expect(ways.filter(({ disabled }) => !disabled)).toEqual([]);
    fireEvent.click(screen.getByText("025180001234"));
    expect(screen.queryByRole("textbox", { name: /^Số định danh/ })).toBeNull();
    expect(screen.getByRole<HTMLButtonElement>("button", { name: "Thêm trình độ" }).disabled).toBe(true);
  });
});

describe("a new person", () => {
  it("is added with what was typed, and its screen becomes the person's own", async () => {
    const { location } = renderApp(<PersonScreen officialId="new" />, { fake, hash: "#/officials/new" });
    typeInto(/^Họ và tên/, "  lê   VĂN bảy ");
    fireEvent.click(await screen.findByRole("button", { name: "Lưu" }));
    await waitFor(() => expect(sent("officialSave")).toBeDefined());
    const save = sent("officialSave") as { officialId: string };
    expect(save).toMatchObject({
      action: "add",
      official: { id: save.officialId, isNew: true, fields: { fullName: "Lê Văn Bảy" } },
    });
    await waitFor(() => expect(location.read()).toBe(`/officials/${save.officialId}`));
  });

  it("is told of somebody alike", async () => {
    fake = fakeApi({
      ...handlersWithout(),
      officialsAlike: () => [
        {
          id: personId,
          fullName: "Nguyễn Thị Hoà",
          birth: "1980-05",
          unitName: "Xã Quảng Yên",
          same: "identityNumber",
        },
      ],
    });
    renderApp(<PersonScreen officialId="new" />, { fake, hash: "#/officials/new" });
    typeInto(/^Số định danh/, "025180001234");
    expect(await screen.findByText("Số này đã có trong hồ sơ Nguyễn Thị Hoà.")).toBeDefined();
    expect(screen.getByText("Trùng số định danh với:")).toBeDefined();
    expect(screen.queryByText("Trùng họ tên và ngày sinh với:")).toBeNull();
    expect(screen.getByRole("link", { name: "Nguyễn Thị Hoà" }).getAttribute("href")).toBe(
      `#/officials/${personId}`,
    );
  });
});

function handlersWithout() {
  return {
    officialGet: () => record,
    standardsList: () => [standards],
    postsList: () => [post],
    unitGet: () => unit,
    unitsOn: ({ ids }: CallArgs<"unitsOn">) => ids.map((namedId) => ({ ...unit, namedId })),
    officialsAlike: () => [],
    officialSave: () => saveAnswer(),
  };
}
