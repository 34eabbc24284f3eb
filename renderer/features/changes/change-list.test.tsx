import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { anyChange, type ChangeRow } from "../../../shared/contract/schemas/changes";
import { fakeApi, refuse } from "../../testing/fake-api";
import { renderApp } from "../../testing/render";
import { changeRow } from "../../testing/change-row";
import { reception } from "../../testing/exchange-data";
import { ChangeList } from "./change-list";
import { ChangesScreen } from "./changes-screen";

const personId = "018f0000-0000-7000-8000-00000000000a";

function change(id: number, over: Partial<ChangeRow> = {}): ChangeRow {
  return changeRow({
    id,
    official: { id: personId, fullName: "Nguyễn Văn A", present: true },
    opCount: 2,
    summary: "Ngày sinh: 1980 → 05/1980; 1 mục khác",
    ...over,
  });
}

describe("the list of changes", () => {
  it("names the first people of a change of many", async () => {
    const people = { names: ["Trần Thị Ánh", "Lê Văn Bình", "Vũ Thị Cúc"], count: 4, more: true };
    const rows = [change(3, { official: null, people })];
    renderApp(<ChangeList officialId={null} />, {
      fake: fakeApi({ changesPage: () => ({ rows, more: false, crowd: null }) }),
    });
    expect(await screen.findByText("Trần Thị Ánh, Lê Văn Bình, Vũ Thị Cúc và hơn 1 người nữa")).toBeTruthy();
  });

  it("asks for older changes page by page", async () => {
    const fake = fakeApi({
      changesPage: ({ before }) =>
        before === null
          ? { rows: [change(3), change(2)], more: true, crowd: null }
          : { rows: [change(1)], more: false, crowd: null },
    });
    renderApp(<ChangeList officialId={null} />, { fake });
    expect(await screen.findAllByRole("listitem")).toHaveLength(2);
    fireEvent.click(screen.getByRole("button", { name: "Xem các thay đổi cũ hơn" }));
    await waitFor(() => expect(screen.getAllByRole("listitem")).toHaveLength(3));
    const asked = fake.calls.filter(({ name }) => name === "changesPage");
    expect(asked.map((call) => call.args)).toEqual([
      { before: null, limit: 50, officialId: null, filter: anyChange },
      { before: 2, limit: 50, officialId: null, filter: anyChange },
    ]);
    expect(screen.getByText("Đã hiện tất cả 3 thay đổi.")).toBeDefined();
  });

  it("calls what its own office took back withdrawn, and what another refused refused", async () => {
    const rows = [change(3, { refused: 1, withdrawn: 1 }), change(2, { refused: 1 })];
    const fake = fakeApi({ changesPage: () => ({ rows, more: false, crowd: null }) });
    renderApp(<ChangeList officialId={null} />, { fake });
    const [withdrawn, refused] = await screen.findAllByRole("listitem");
    expect(withdrawn?.textContent).toContain("Đề nghị đã rút lại");
    expect(withdrawn?.textContent).not.toContain("Đề nghị bị từ chối");
    expect(refused?.textContent).toContain("Đề nghị bị từ chối");
    expect(refused?.textContent).not.toContain("Đề nghị đã rút lại");
  });

  it("names whom a reception came from, and offers nothing of one that was taken back", async () => {
    const from = "UBND xã Quảng Yên";
    const received = { action: "receive", official: null, from };
    const takenBack = { reception: 1, at: "2026-11-21T08:00:00.000Z", user: "Lê Thị Hoa" };
    const rows = [
      change(3, { ...received, reception: 2 }),
      change(3, { ...received, takenBack, inForce: false, summary: "thêm 36 người" }),
    ];
    renderApp(<ChangeList officialId={null} />, {
      fake: fakeApi({ changesPage: () => ({ rows, more: false, crowd: null }) }),
    });
    const [stands, gone] = await screen.findAllByRole("listitem");
    for (const line of [stands, gone]) expect(line?.textContent).toContain(`Từ: ${from}`);
    expect(gone?.textContent).toMatch(/đã bỏ lúc .*21\/11\/2026.*, người bỏ: Lê Thị Hoa/);
    expect(screen.getAllByRole("button", { name: /^Hoàn tác/ })).toHaveLength(1);
    expect(gone?.querySelector("[aria-expanded]")).toBeNull();
  });

  it("shows before and after once a change is opened", async () => {
    const fake = fakeApi({
      changesPage: () => ({ rows: [change(3)], more: false, crowd: null }),
      changeDetails: () => ({
        cut: false,
        details: [
          {
            entity: "official",
            rowId: personId,
            rowLabel: "Nguyễn Văn A",
            kind: "edited",
            line: null,
            along: [],
            left: [],
            fields: [
              { field: "phone", before: null, after: "0912" },
              { field: "birth", before: "1980", after: "05/1980" },
            ],
          },
        ],
      }),
    });
    renderApp(<ChangeList officialId={null} />, { fake });
    const toggle = await screen.findByRole("button", { expanded: false });
    fireEvent.click(toggle);
    const table = await screen.findByRole("table");
    expect(
      within(table)
        .getAllByRole("row")
        .map((row) => row.textContent),
    ).toEqual(["MụcTrướcSau", "Điện thoại(để trống)0912", "Ngày sinh198005/1980"]);
  });

  it("asks before it takes back a reception, in the words of the list of receptions, and shows only the person's part", async () => {
    const fake = fakeApi({
      changesPage: () => ({ rows: [change(3, { reception: 7 })], more: false, crowd: null }),
      changeDetails: () => ({ cut: false, details: [] }),
      receptionsList: () => [reception(7, { added: 12, files: 1, offices: ["UBND xã Quảng Yên"] })],
      receptionUndo: () => null,
    });
    renderApp(<ChangeList officialId={personId} compact />, { fake });
    fireEvent.click(await screen.findByRole("button", { expanded: false }));
    await waitFor(() =>
      expect(fake.calls.find(({ name }) => name === "changeDetails")?.args).toEqual({
        id: 3,
        officialId: personId,
      }),
    );
    fireEvent.click(screen.getByRole("button", { name: /^Hoàn tác/ }));
    const dialog = await screen.findByRole("dialog", { name: "Bỏ lần nhận này" });
    expect(dialog.textContent).toContain("1 tệp của UBND xã Quảng Yên: thêm 12 người");
    expect(fake.calls.filter(({ name }) => /[uU]ndo$/.test(name))).toEqual([]);
    fireEvent.click(within(dialog).getByRole("button", { name: "Bỏ lần nhận" }));
    await waitFor(() =>
      expect(fake.calls.filter(({ name }) => /[uU]ndo$/.test(name))).toMatchObject([
        { name: "receptionUndo", args: { id: 7 } },
      ]),
    );
  });

  it("offers no undo of what says whose keys are trusted", async () => {
    renderApp(<ChangeList officialId={null} />, {
      fake: fakeApi({
        changesPage: () => ({
          rows: [change(3, { action: "revoke", official: null, ofTrust: true })],
          more: false,
          crowd: null,
        }),
      }),
    });
    expect(await screen.findAllByRole("listitem")).toHaveLength(1);
    expect(screen.queryByRole("button", { name: /^Hoàn tác/ })).toBeNull();
  });

  it("offers no undo of a conflict that was settled by what was shown", async () => {
    const rows = [change(3, { action: "settle", settledAsShown: true }), change(2, { action: "settle" })];
    renderApp(<ChangeList officialId={null} />, {
      fake: fakeApi({ changesPage: () => ({ rows, more: false, crowd: null }) }),
    });
    expect(await screen.findAllByRole("listitem")).toHaveLength(2);
    expect(screen.getAllByRole("button", { name: /^Hoàn tác/ })).toHaveLength(1);
  });

  it("offers to do again what an undo took back, and to undo what was done again", async () => {
    const rows = [change(3, { action: "redo", undoes: 2 }), change(2, { action: "undo", undoes: 1 })];
    renderApp(<ChangeList officialId={null} />, {
      fake: fakeApi({ changesPage: () => ({ rows, more: false, crowd: null }) }),
    });
    const [redone, undone] = await screen.findAllByRole("listitem");
    expect(within(redone!).getByRole("button", { name: /^Hoàn tác: Làm lại lúc/ })).toBeDefined();
    expect(within(undone!).getByRole("button", { name: /^Làm lại việc đã hoàn tác lúc/ })).toBeDefined();
  });

  it("asks before it takes back what was written of two people, and says afterwards of whom", async () => {
    const people = { names: ["Lê Văn Bình", "Vũ Thị Cúc"], count: 2, more: false };
    const fake = fakeApi({
      changesPage: () => ({
        rows: [change(1, { action: "import", official: null, people })],
        more: false,
        crowd: null,
      }),
      undoEffect: () => ({
        people: 2,
        more: false,
        action: "import",
        entered: 2,
        staying: 0,
        edited: { names: [], count: 0 },
      }),
      changeUndo: () => ({
        changeId: 2,
        proposed: null,
        staysRemoved: false,
        staysSettled: false,
        staysEdited: 0,
        edited: { names: [], count: 0 },
        people,
      }),
    });
    renderApp(<ChangeList officialId={null} />, { fake });
    fireEvent.click(await screen.findByRole("button", { name: /^Hoàn tác/ }));
    const dialog = await screen.findByRole("dialog");
    expect(dialog.textContent).toContain("2 người được thêm mới sẽ không còn trong sổ.");
    expect(dialog.textContent).not.toContain("trở lại như trước");
    expect(fake.calls.some(({ name }) => name === "changeUndo")).toBe(false);
    fireEvent.click(within(dialog).getByRole("button", { name: "Hoàn tác" }));
    expect(await screen.findByText("Đã hoàn tác: Lê Văn Bình, Vũ Thị Cúc.")).toBeTruthy();
  });

  it.each([
    ["import", "người được thêm mới khi đó trở lại trong sổ"],
    ["join", "Hai hồ sơ lại gộp làm một như lần ấy"],
    ["keepApart", "Hai hồ sơ lại được để riêng"],
  ])("asks before it does %s again of several people, and says afterwards of whom", async (action, what) => {
    const people = { names: ["Lê Văn Bình", "Vũ Thị Cúc"], count: 2, more: false };
    const fake = fakeApi({
      changesPage: () => ({
        rows: [change(2, { action: "undo", undoes: 1, official: null, people })],
        more: false,
        crowd: null,
      }),
      undoEffect: () => ({
        people: 2,
        more: false,
        action,
        entered: 0,
        staying: 0,
        edited: { names: [], count: 0 },
      }),
      changeUndo: () => ({
        changeId: 3,
        proposed: null,
        staysRemoved: false,
        staysSettled: false,
        staysEdited: 0,
        edited: { names: [], count: 0 },
        people,
      }),
    });
    renderApp(<ChangeList officialId={null} />, { fake });
    fireEvent.click(await screen.findByRole("button", { name: /^Làm lại việc đã hoàn tác/ }));
    const dialog = await screen.findByRole("dialog", { name: "Làm lại việc đã hoàn tác?" });
    expect(dialog.textContent).toContain("Lần này ghi vào hồ sơ của 2 người.");
    const said = ["được thêm mới", "gộp làm một", "để riêng"].filter((one) =>
      dialog.textContent.includes(one),
    );
    expect(said).toHaveLength(1);
    expect(dialog.textContent).toContain(what);
    expect(dialog.textContent).toContain("Sau khi làm lại vẫn hoàn tác được.");
    expect(fake.calls.some(({ name }) => name === "changeUndo")).toBe(false);
    fireEvent.click(within(dialog).getByRole("button", { name: "Làm lại" }));
    expect(await screen.findByText("Đã làm lại: Lê Văn Bình, Vũ Thị Cúc.")).toBeTruthy();
  });

  it.each([
    [
      null,
      { names: [], count: 0 },
      /^Không hoàn tác được người nào: hồ sơ của họ đã được sửa tiếp sau đó nên giữ nguyên \(18 dòng\)\./,
    ],
    [
      { names: ["Lê Văn Bình"], count: 1, more: false },
      { names: [], count: 0 },
      /^Đã hoàn tác: Lê Văn Bình; 18 dòng đã được sửa tiếp sau đó vẫn giữ nguyên\./,
    ],
    [
      { names: ["Lê Văn Bình"], count: 1, more: false },
      { names: ["Trần Thị Ánh"], count: 1 },
      /^Đã hoàn tác: Lê Văn Bình; đã được sửa tiếp sau đó nên giữ nguyên: Trần Thị Ánh\./,
    ],
  ])(
    "says of whom an undo took something back where people were edited since",
    async (people, edited, sentence) => {
      const fake = fakeApi({
        changesPage: () => ({ rows: [change(1, { action: "import" })], more: false, crowd: null }),
        changeUndo: () => ({
          changeId: 2,
          proposed: null,
          staysRemoved: false,
          staysSettled: false,
          staysEdited: 18,
          edited,
          people,
        }),
      });
      renderApp(<ChangeList officialId={null} />, { fake });
      fireEvent.click(await screen.findByRole("button", { name: /^Hoàn tác/ }));
      expect(await screen.findByText(sentence)).toBeTruthy();
    },
  );

  it("offers no undo for what was undone, and none for the roster's own beginning", async () => {
    const fake = fakeApi({
      changesPage: () => ({
        rows: [change(3, { undoneBy: 4, inForce: false }), change(1, { action: "init", official: null })],
        more: false,
        crowd: null,
      }),
    });
    renderApp(<ChangeList officialId={null} />, { fake });
    expect(await screen.findByText("đã hoàn tác")).toBeDefined();
    expect(screen.queryByRole("button", { name: /^Hoàn tác/ })).toBeNull();
  });

  it("strikes through what does not stand, and not the edit that an undo and a redo left in force", async () => {
    const rows = [
      change(3, { action: "redo", undoes: 2 }),
      change(2, { action: "undo", undoes: 1, undoneBy: 3, inForce: false }),
      change(1, { undoneBy: 2 }),
    ];
    renderApp(<ChangeList officialId={null} />, {
      fake: fakeApi({ changesPage: () => ({ rows, more: false, crowd: null }) }),
    });
    const items = await screen.findAllByRole("listitem");
    expect(items.map((item) => item.hasAttribute("data-undone"))).toEqual([false, true, false]);
    expect(within(items[2]!).getByText("đã làm lại")).toBeDefined();
  });

  it("says of each change in one line what it did", async () => {
    renderApp(<ChangeList officialId={null} />, {
      fake: fakeApi({ changesPage: () => ({ rows: [change(3)], more: false, crowd: null }) }),
    });
    const item = await screen.findByRole("listitem");
    expect(item.textContent).toContain("Nguyễn Văn ANgày sinh: 1980 → 05/1980; 1 mục khác");
  });

  it("is narrowed from the address, and keeps what it is narrowed by there", async () => {
    const fake = fakeApi({
      changesPage: () => ({ rows: [], more: false, crowd: null }),
      changeAuthors: () => ["Lê Thị Hoa"],
    });
    const { location } = renderApp(<ChangesScreen />, { fake, hash: "#/changes?q=an&undone=1" });
    expect(await screen.findByText("Không có thay đổi nào khớp")).toBeDefined();
    expect(fake.calls.find(({ name }) => name === "changesPage")?.args).toEqual({
      before: null,
      limit: 50,
      officialId: null,
      filter: { ...anyChange, search: "an", undone: true },
    });
    fireEvent.click(screen.getByRole("combobox", { name: "Người ghi" }));
    fireEvent.click(await screen.findByRole("option", { name: "Lê Thị Hoa" }));
    await waitFor(() => expect(location.read()).toContain("by=L%C3%AA+Th%E1%BB%8B+Hoa"));
    fireEvent.click(screen.getByRole("button", { name: "Bỏ lọc" }));
    await waitFor(() => expect(location.read()).not.toContain("?"));
  });

  it("asks for more of a name that a crowd has", async () => {
    renderApp(<ChangesScreen />, {
      fake: fakeApi({ changesPage: () => ({ rows: [], more: false, crowd: 12_345 }) }),
      hash: "#/changes?q=nguyen",
    });
    expect(await screen.findByText("Có 12.345 người mang tên này")).toBeDefined();
  });

  it("says beside the change why it cannot be undone", async () => {
    const fake = fakeApi({
      changesPage: () => ({ rows: [change(3)], more: false, crowd: null }),
      changeUndo: () => {
        throw refuse({
          code: "undo-blocked",
          params: { at: "23/11/2026 09:00", by: "Lê Thị Hoa", laterChangeId: 9 },
        });
      },
    });
    renderApp(<ChangeList officialId={null} />, { fake });
    fireEvent.click(await screen.findByRole("button", { name: /^Hoàn tác/ }));
    expect((await screen.findByRole("alert")).textContent).toContain(
      "Lê Thị Hoa đã sửa tiếp dữ liệu này vào 23/11/2026 09:00",
    );
  });

  it("says so when nothing was changed yet", async () => {
    const fake = fakeApi({ changesPage: () => ({ rows: [], more: false, crowd: null }) });
    renderApp(<ChangeList officialId={personId} />, { fake });
    expect(await screen.findByText("Chưa có thay đổi nào")).toBeDefined();
    expect(fake.calls[0]?.args).toEqual({ before: null, limit: 50, officialId: personId, filter: anyChange });
  });

  it("says that it goes on after the day whose knowledge is shown", async () => {
    const fake = fakeApi({ changesPage: () => ({ rows: [change(3)], more: false, crowd: null }) });
    renderApp(<ChangesScreen />, { fake, hash: "#/changes?known=2020-10-01" });
    expect(
      await screen.findByText(/^Nhật ký luôn gồm mọi lần ghi vào sổ, kể cả sau ngày 01\/10\/2020\./),
    ).toBeDefined();
    expect(await screen.findAllByRole("listitem")).toHaveLength(1);
  });
});
