// Guards rules files on screen: nothing is imported unseen, the very rows that were previewed are written, and a file that
// is refused or a dialog that is closed leaves the screen as it was.

import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { CallResult } from "../../../../shared/contract/contract";
import { type FakeHandlers, fakeApi, refuse } from "../../../testing/fake-api";
import { renderApp, testSession } from "../../../testing/render";
import { StandardsTab } from "../standards-tab";

const setId = "00000000-0000-4000-8000-0000000000a1";
const unitId = "00000000-0000-4000-8000-0000000000a3";
const path = "/usb/quy-dinh.json";
const move = { standard: "professional", from: "met", to: "notMet", people: 7, unverified: 7 } as const;
const edits = [
  { entity: "standardSet", id: setId, isNew: false, fields: { name: "Quyết định của tỉnh" } },
] as const;
const none = { added: 0, changed: 0, unchanged: 0 };
const read: CallResult<"rulesFileRead"> = {
  edits: [...edits],
  sets: [
    { name: "Nghị định", state: "unchanged", rules: { ...none, unchanged: 12 } },
    { name: "Quyết định của tỉnh", state: "changed", rules: { added: 2, changed: 1, unchanged: 3 } },
    { name: "Quyết định mới", state: "added", rules: { ...none, added: 4 } },
  ],
  posts: { ...none, unchanged: 30 },
};

function show(more: FakeHandlers = {}, readOnly = false) {
  const fake = fakeApi({
    standardsList: () => [
      {
        id: setId,
        fields: { key: "qd-tinh", name: "Quyết định của tỉnh", validFrom: "2021-01-01" },
        rules: [],
      },
    ],
    postsList: () => [],
    waitingValues: () => [],
    dialogOpenRules: () => path,
    dialogSaveRules: () => path,
    rulesFileRead: () => read,
    rulesFileWrite: () => ({ path }),
    rulesPreview: () => ({
      people: 7,
      moves: [move],
      byUnit: [{ unitId, unitCode: "08173", unitName: "Xã Quảng Yên", people: 7, moves: [move] }],
      uncovered: { before: 0, after: 0 },
      weaker: [],
      laterDays: [],
    }),
    rulesSave: () => ({ changeId: 1, proposed: null }),
    ...more,
  });
  renderApp(<StandardsTab />, {
    fake,
    hash: "#/catalog/standards",
    ...(readOnly ? { session: { ...testSession, readOnly: true } } : {}),
  });
  return fake;
}
const sent = (fake: ReturnType<typeof fakeApi>, name: string) =>
  fake.calls.filter((call) => call.name === name);
const press = async (name: string) => fireEvent.click(await screen.findByRole("button", { name }));

describe("rules from a file", () => {
  it("are told set by set, what is new first, with whose status turns, and written as they were told", async () => {
    const fake = show();
    await press("Nhập từ tệp…");
    const dialog = within(await screen.findByRole("dialog", { name: "Nhập quy định từ tệp" }));
    expect(dialog.getByText(new RegExp(path))).toBeTruthy();
    const [, ...rows] = within(dialog.getByRole("table", { name: "Nội dung tệp" })).getAllByRole("row");
    expect(rows.map((row) => [...row.children].map((cell) => cell.textContent))).toEqual([
      ["Quyết định mới", "thêm mới", "thêm 4"],
      ["Quyết định của tỉnh", "có thay đổi", "thêm 2; sửa 1; không đổi 3"],
      ["Nghị định", "không đổi", "không đổi 12"],
    ]);
    expect(dialog.getByText("Chức danh: không đổi 30")).toBeTruthy();
    expect((await dialog.findByRole("status")).textContent).toContain("7 người đổi tình trạng");
    expect(sent(fake, "rulesSave")).toHaveLength(0);
    fireEvent.click(dialog.getByRole("button", { name: "Nhập" }));
    await waitFor(() => expect(sent(fake, "rulesSave")).toHaveLength(1));
    expect(sent(fake, "rulesSave")[0]?.args).toMatchObject({ edits });
    expect(sent(fake, "rulesPreview")[0]?.args).toMatchObject({ edits });
  });

  it("are left by Escape without a question, since nothing was typed", async () => {
    const fake = show();
    await press("Nhập từ tệp…");
    await screen.findByRole("dialog", { name: "Nhập quy định từ tệp" });
    fireEvent.keyDown(document.activeElement ?? document.body, { key: "Escape" });
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(sent(fake, "rulesSave")).toHaveLength(0);
  });

  it("that cannot stand are refused in a sentence, and the screen stays", async () => {
    const fake = show({
      rulesFileRead: () => {
        throw refuse({ code: "rules-file-newer", params: { path } });
      },
    });
    await press("Nhập từ tệp…");
    expect(await screen.findByText(/do phiên bản mới hơn của chương trình xuất ra/)).toBeTruthy();
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(screen.getByText("Quyết định của tỉnh")).toBeTruthy();
    expect(sent(fake, "rulesSave")).toHaveLength(0);
  });

  it.each<[string, Partial<CallResult<"rulesFileRead">>]>([
    ["không có gì khác với sổ", {}],
    ["không có văn bản hay chức danh nào", { sets: [], posts: none }],
  ])("of which nothing is to be imported say so: %s", async (sentence, more) => {
    show({ rulesFileRead: () => ({ ...read, ...more, edits: [] }) });
    await press("Nhập từ tệp…");
    expect(await screen.findByText(new RegExp(`${path} ${sentence}`))).toBeTruthy();
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("are not read where the dialog was closed, nor where the roster is only looked at", async () => {
    const fake = show({ dialogOpenRules: () => null });
    await press("Nhập từ tệp…");
    await waitFor(() => expect(sent(fake, "dialogOpenRules")).toHaveLength(1));
    expect(sent(fake, "rulesFileRead")).toHaveLength(0);
  });
});

describe("rules into a file", () => {
  it("go out whole or one text alone, also from a roster that is only looked at", async () => {
    const fake = show({}, true);
    expect((await screen.findByRole<HTMLButtonElement>("button", { name: "Nhập từ tệp…" })).disabled).toBe(
      true,
    );
    await press("Xuất ra tệp…");
    expect(await screen.findByText(`Đã xuất quy định ra ${path}.`)).toBeTruthy();
    await press("Việc khác với Quyết định của tỉnh");
    fireEvent.click(await screen.findByRole("menuitem", { name: "Xuất văn bản này ra tệp…" }));
    await waitFor(() => expect(sent(fake, "rulesFileWrite")).toHaveLength(2));
    expect(sent(fake, "dialogSaveRules").map(({ args }) => args)).toEqual([
      { suggestedName: "quy-dinh.json" },
      { suggestedName: "qd-tinh.json" },
    ]);
    expect(sent(fake, "rulesFileWrite").map(({ args }) => args)).toEqual([
      { path, set: null, knownOn: null },
      { path, set: setId, knownOn: null },
    ]);
  });
});
