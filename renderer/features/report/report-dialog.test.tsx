import { fireEvent, screen, waitFor } from "@testing-library/react";
import { useState } from "react";
import { describe, expect, it } from "vitest";
import { type FakeHandlers, fakeApi, refuse } from "../../testing/fake-api";
import { renderApp } from "../../testing/render";
import { ReportDialog } from "./report-dialog";

const stick = { path: "/media/KINGSTON", label: "KINGSTON", removable: true, freeBytes: 7_000_000_000 };
const standards = {
  key: "standards-by-commune",
  name: "Tổng hợp tình trạng đạt chuẩn theo đơn vị",
  formats: ["xlsx", "pdf", "csv"] as ("xlsx" | "pdf" | "csv")[],
  scope: true,
  personal: false,
  listed: false,
  listing: null,
  blanks: [
    { key: "number" as const, lines: false, usual: "", kept: "12/BC-UBND" },
    { key: "place" as const, lines: false, usual: "Thanh Ba", kept: null },
  ],
  oneFigure: false,
};
const conflicts = {
  ...standards,
  key: "conflicts",
  name: "Danh sách mâu thuẫn",
  scope: false,
  personal: true,
  oneFigure: null,
  formats: ["pdf"] as "pdf"[],
};
const people = {
  ...standards,
  key: "list",
  name: "Danh sách cán bộ",
  personal: true,
  listed: true,
  blanks: [],
};
const documents = { path: "/home/vp/Documents", label: "Tài liệu", removable: false, freeBytes: null };

function show(handlers: FakeHandlers = {}, hash = "") {
  const fake = fakeApi({
    reportForms: () => [standards, conflicts],
    reportTargets: () => [stick, documents],
    reportDetailsKeep: () => ({ proposed: null }),
    reportWrite: ({ formats, folder }) => ({
      files: formats.map((format) => ({ path: `${folder}/bao-cao.${format}`, sha256: "00", bytes: 2048 })),
      removable: folder === stick.path,
    }),
    ...handlers,
  });
  renderApp(<ReportDialog opened onClose={() => undefined} />, { fake, hash });
  return fake;
}

/** The dialog, which goes and comes back at a press. */
function Twice() {
  const [shown, setShown] = useState(true);
  return (
    <>
      <button type="button" onClick={() => setShown(!shown)}>
        Lần nữa
      </button>
      {shown ? <ReportDialog opened onClose={() => undefined} /> : null}
    </>
  );
}

const writeButton = () => screen.getByRole("button", { name: "Xuất tệp" });

describe("ReportDialog", () => {
  it("begins where the last file went, also when another place was known before", async () => {
    const other = { path: "/home/vp/Bao cao", label: "Báo cáo", removable: false, freeBytes: null };
    let targets = [documents, other];
    const fake = fakeApi({
      reportForms: () => [standards],
      reportTargets: () => targets,
      reportDetailsKeep: () => ({ proposed: null }),
    });
    const chosen = async () => (await screen.findByRole("radio", { checked: true })).getAttribute("value");
    renderApp(<Twice />, { fake });
    expect(await chosen()).toBe(documents.path);
    targets = [other, documents];
    fireEvent.click(screen.getByText("Lần nữa"));
    await waitFor(() => expect(screen.queryByRole("radio")).toBeNull());
    fireEvent.click(screen.getByText("Lần nữa"));
    expect(await chosen()).toBe(other.path);
  });

  it("writes to the stick unless told otherwise, then says that it may be taken out", async () => {
    const fake = show();
    await screen.findByRole("radio", { name: /KINGSTON/ });
    fireEvent.click(writeButton());
    expect((await screen.findByText(/Có thể rút USB/)).textContent).toContain("Đã xuất xong");
    expect(screen.getByText("/media/KINGSTON/bao-cao.xlsx")).toBeTruthy();
    expect(fake.calls.find(({ name }) => name === "reportWrite")?.args).toEqual({
      form: "standards-by-commune",
      formats: ["xlsx", "pdf"],
      folder: "/media/KINGSTON",
      moment: { on: "2021-10-01" },
      unitId: null,
      kinds: ["canBo", "congChuc"],
      filled: { number: "12/BC-UBND" },
      oneFigure: false,
      toEdit: false,
    });
  });

  it("prints and keeps what is written on the form", async () => {
    const fake = show();
    await screen.findByRole("radio", { name: /KINGSTON/ });
    fireEvent.click(screen.getByText("Phần ghi trên báo cáo: số, nơi, tiêu đề, người ký"));
    expect(screen.getByLabelText<HTMLInputElement>("Số, ký hiệu").value).toBe("12/BC-UBND");
    expect(screen.getByLabelText<HTMLInputElement>("Địa danh").placeholder).toBe("Thanh Ba");
    fireEvent.change(screen.getByLabelText("Số, ký hiệu"), { target: { value: "13/BC-UBND " } });
    fireEvent.click(screen.getByRole("checkbox", { name: /Mỗi ô một số/ }));
    fireEvent.click(screen.getByRole("checkbox", { name: "Để trống ngày ký để ghi tay" }));
    fireEvent.click(writeButton());
    await screen.findByText(/Đã xuất xong/);
    const wanted = { form: "standards-by-commune", filled: { number: "13/BC-UBND" }, oneFigure: true };
    expect(fake.calls.find(({ name }) => name === "reportDetailsKeep")?.args).toEqual(wanted);
    expect(fake.calls.find(({ name }) => name === "reportWrite")?.args).toMatchObject({
      ...wanted,
      issuedOn: null,
    });
    fireEvent.click(screen.getByRole("button", { name: "Mở tệp bao-cao.xlsx" }));
    await waitFor(() => expect(fake.calls.at(-1)).toMatchObject({ name: "fileOpen" }));
  });

  it("writes the list on screen as it stands there, unless told otherwise", async () => {
    const fake = show(
      {
        reportForms: () => [standards, people],
        viewsGet: () => ({
          named: [],
          last: {
            columns: [{ key: "official.fullName", width: null }],
            sorts: [],
            filters: [],
            group: null,
            scope: "serving",
          },
        }),
      },
      "#/officials?sort=-official.birth",
    );
    await screen.findByRole("radio", { name: /KINGSTON/ });
    expect(screen.getByRole<HTMLInputElement>("checkbox", { name: /Đúng như danh sách/ }).checked).toBe(true);
    fireEvent.click(writeButton());
    await screen.findByText(/Đã xuất xong/);
    expect(fake.calls.find(({ name }) => name === "reportWrite")?.args).toMatchObject({
      form: "list",
      list: {
        columns: ["official.fullName"],
        order: { sorts: [{ key: "official.birth", descending: true }], group: null },
        ranges: [],
      },
    });
  });

  it("says how many columns of the list go out to be edited, and which are worked out and do not", async () => {
    const keys = [
      "computed.number",
      "official.fullName",
      "computed.status.professional",
      "computed.missing.all",
    ];
    const last = {
      columns: keys.map((key) => ({ key, width: null })),
      sorts: [],
      filters: [],
      group: null,
      scope: "serving" as const,
    };
    const more = { reportForms: () => [standards, people], viewsGet: () => ({ named: [], last }) };
    show({ ...more, officialsPage: () => ({ total: 15, version: 1, rows: [] }) }, "#/officials");
    await screen.findByRole("radio", { name: /KINGSTON/ });
    fireEvent.click(screen.getByRole("checkbox", { name: /Để sửa trong Excel rồi nhập lại/ }));
    const size = await screen.findByText(/^Sẽ ghi 15 dòng/);
    // The level stands in place of how the standard is met; the id stands in front.
    expect(size.textContent).toBe(
      "Sẽ ghi 15 dòng, 3 cột (kể cả “Mã cán bộ”). Không ghi cột do chương trình tính: “STT”, “Thiếu gì”.",
    );
  });

  it("names the columns of sensitive data that go out with a list", async () => {
    const keys = ["official.fullName", "official.bloodGroup", "official.phone"];
    const columns = keys.map((key) => ({ key, width: null }));
    const last = { columns, sorts: [], filters: [], group: null, scope: "serving" as const };
    const more = { reportForms: () => [standards, people], viewsGet: () => ({ named: [], last }) };
    show({ ...more, officialsPage: () => ({ total: 15, version: 1, rows: [] }) }, "#/officials");
    const size = await screen.findByText(/^Sẽ ghi 15 dòng/);
    expect(size.textContent).toBe(
      "Sẽ ghi 15 dòng, 3 cột. Trong đó có cột thuộc mục hạn chế: “Nhóm máu”. Chỉ đưa tệp cho người được phép xem.",
    );
  });

  it("writes the list as a table to be edited and taken in again, as files that the import reads", async () => {
    const fake = show({ reportForms: () => [standards, people] }, "#/officials");
    await screen.findByRole("radio", { name: /KINGSTON/ });
    fireEvent.click(screen.getByRole("checkbox", { name: /Để sửa trong Excel rồi nhập lại/ }));
    expect(screen.queryByRole("checkbox", { name: /PDF/ })).toBeNull();
    expect(screen.queryByRole("button", { name: "Xem trước và in" })).toBeNull();
    expect(screen.getByText(/giữ nguyên cột “Mã cán bộ”/)).toBeTruthy();
    fireEvent.click(writeButton());
    await screen.findByText(/Đã xuất xong/);
    expect(fake.calls.find(({ name }) => name === "reportWrite")?.args).toMatchObject({
      form: "list",
      formats: ["xlsx"],
      toEdit: true,
    });
    expect(fake.calls.some(({ name }) => name === "reportDetailsKeep")).toBe(false);
  });

  it("says nothing of a stick after writing into a folder", async () => {
    show();
    fireEvent.click(await screen.findByRole("radio", { name: /Tài liệu/ }));
    fireEvent.click(writeButton());
    expect(await screen.findByText(/Đã xuất xong/)).toBeTruthy();
    expect(screen.queryByText(/Có thể rút USB/)).toBeNull();
  });

  it("keeps the choices and says what happened when the stick was pulled", async () => {
    show({
      reportWrite: () => {
        throw refuse({ code: "target-gone", params: { path: "/media/KINGSTON/bao-cao.xlsx" } });
      },
    });
    await screen.findByRole("radio", { name: /KINGSTON/ });
    fireEvent.click(writeButton());
    expect((await screen.findByRole("alert")).textContent).toContain("đã bị rút khi đang ghi");
    await waitFor(() => expect(writeButton()).toBeTruthy());
  });

  it("asks for what the chosen form needs, and says when it names people", async () => {
    const fake = show();
    await screen.findByRole("radio", { name: /KINGSTON/ });
    expect(screen.getByText(/chỉ có số liệu tổng hợp/)).toBeTruthy();
    fireEvent.click(screen.getByRole("combobox", { name: "Mẫu báo cáo" }));
    fireEvent.click(await screen.findByRole("option", { name: conflicts.name }));
    expect(screen.getByText(/có tên và thông tin của từng người/)).toBeTruthy();
    expect(screen.queryByRole("checkbox", { name: /CSV/ })).toBeNull();
    expect(screen.queryByText("Phạm vi")).toBeNull();
    fireEvent.click(writeButton());
    await screen.findByText(/Đã xuất xong/);
    expect(fake.calls.find(({ name }) => name === "reportWrite")?.args).toMatchObject({
      form: "conflicts",
      formats: ["pdf"],
      unitId: null,
      kinds: ["canBo", "congChuc"],
    });
  });

  it("asks for a file type and for a place", async () => {
    const fake = show({ reportTargets: () => [] });
    expect(await screen.findByText(/Chưa thấy USB/)).toBeTruthy();
    for (const name of [/Excel/, /PDF/]) fireEvent.click(screen.getByRole("checkbox", { name }));
    fireEvent.click(writeButton());
    expect(screen.getByText("Hãy chọn ít nhất một dạng tệp")).toBeTruthy();
    expect(screen.getByText("Chưa chọn nơi lưu tệp")).toBeTruthy();
    expect(fake.calls.some(({ name }) => name === "reportWrite")).toBe(false);
  });

  it("writes into another folder that was picked", async () => {
    const fake = show({ dialogPickFolder: () => "/mnt/chia-se" });
    await screen.findByRole("radio", { name: /KINGSTON/ });
    fireEvent.click(screen.getByRole("button", { name: /Chọn thư mục khác/ }));
    const picked = await screen.findByRole<HTMLInputElement>("radio", { name: /chia-se/ });
    await waitFor(() => expect(picked.checked).toBe(true));
    fireEvent.click(writeButton());
    await screen.findByText(/Đã xuất xong/);
    expect(fake.calls.find(({ name }) => name === "reportWrite")?.args).toMatchObject({
      folder: "/mnt/chia-se",
    });
  });
});
