/** What was typed before the program ended: offered, taken up into its form, thrown away; and kept while it is typed. */
import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { CallArgs } from "../../../shared/contract/contract";
import { formDraftSchema, type ToldFormDraft } from "../../../shared/contract/schemas/form-drafts";
import { OfficeTab } from "../../features/catalog/office-tab";
import { PostsTab } from "../../features/catalog/posts-tab";
import { PersonScreen } from "../../features/person/person-screen";
import { type FakeApi, fakeApi, refuse } from "../../testing/fake-api";
import { personId, record } from "../../testing/person-data";
import { editSections, personHandlers } from "../../testing/person-form";
import { renderApp, testSession } from "../../testing/render";
import { liveForms } from "../unsaved/live-forms";
import { DraftsNotice } from "./drafts-notice";

const draftId = "018f0000-0000-7000-8000-0000000000f1";
const newPersonId = "018f0000-0000-7000-8000-0000000000f2";
const rowId = "018f0000-0000-7000-8000-0000000000f3";
const officeId = "018f0000-0000-7000-8000-0000000000f4";

const told: ToldFormDraft = {
  id: draftId,
  form: "official",
  about: personId,
  rows: [
    {
      entity: "official",
      id: personId,
      isNew: false,
      began: { ...record.official, phone: "01" },
      fields: { phone: "0912", hometown: "Thanh Ba" },
      names: {},
    },
    {
      entity: "qualification",
      id: rowId,
      isNew: true,
      began: {},
      fields: { kind: "professional", level: "master" },
      names: {},
    },
  ],
  removed: [],
  correction: null,
  at: "2026-11-29T07:05:00.000Z",
  by: "Nguyễn Thị Lan",
  there: true,
  name: "Nguyễn Thị Hoà",
  joined: false,
  stored: false,
};

let fake: FakeApi;
let drafts: ToldFormDraft[];
/** As the main process keeps them. */
const changed = () =>
  fake.emit("changed", { version: 2, session: false, parts: ["formDrafts"], officials: [] });
beforeEach(() => {
  drafts = [];
  const written = { changeId: 7, proposed: null };
  fake = fakeApi({
    formDraftsList: () => drafts,
    formDraftsDrop: ({ ids }) => {
      drafts = drafts.filter(({ id }) => !ids.includes(id));
      changed();
      return null;
    },
    formDraftKeep: ({ id, draft, instead }) => {
      drafts = drafts.filter((one) => one.id !== id && !instead?.includes(one.id));
      drafts.push({ ...told, ...draft, id });
      changed();
      return null;
    },
    ...personHandlers,
    officeGet: () => ({ id: officeId, fields: { name: "UBND xã", signerName: "A" } }),
    officialSave: () => ({ id: personId, warnings: [], ...written }),
  });
});

const keptNow = () => drafts.map(({ form, rows }) => ({ form, fields: rows.map(({ fields }) => fields) }));
const sent = (name: string) => fake.calls.filter((call) => call.name === name).map(({ args }) => args);
const ui = (form: React.ReactNode) => (
  <>
    <DraftsNotice />
    {form}
  </>
);
const person = () =>
  renderApp(ui(<PersonScreen officialId={personId} />), { fake, hash: `#/officials/${personId}` });
const press = async (name: RegExp) => fireEvent.click(await screen.findByRole("button", { name }));
const takeUp = () => press(/^Dùng lại nội dung gõ dở/);
const field = (label: RegExp) => screen.findByLabelText<HTMLInputElement>(label);
function typeInto(input: HTMLInputElement, text: string): void {
  fireEvent.focus(input);
  fireEvent.change(input, { target: { value: text } });
  fireEvent.focusOut(input);
}

describe("what was typed and not saved", () => {
  it("is offered by time, by whom and of whom, with the keyboard's own buttons", async () => {
    drafts = [told];
    person();
    const said = await screen.findByText(
      "Có nội dung gõ dở lúc 29/11/2026 14:05, chưa lưu (Nguyễn Thị Lan): hồ sơ Nguyễn Thị Hoà (Điện thoại, Quê quán, Trình độ, văn bằng).",
    );
    const buttons = within(said.parentElement ?? said).getAllByRole("button");
    expect(buttons.map(({ textContent }) => textContent)).toEqual(["Dùng lại", "Bỏ"]);
  });

  it("is taken up into the form, open for typing, with what the roster changed meanwhile, and saved by the usual way", async () => {
    drafts = [told];
    person();
    await takeUp();
    expect((await field(/^Điện thoại/)).value).toBe("0912");
    expect((await field(/^Quê quán/)).value).toBe("Thanh Ba");
    await waitFor(async () => expect(document.activeElement).toBe(await field(/^Quê quán/)));
    const notice = screen.getByRole("status", { name: "Nội dung gõ dở đã đưa lại" });
    expect(notice.textContent).toContain("Điện thoại: sổ hiện ghi “chưa ghi”.");
    expect(notice.textContent).not.toContain("Quê quán");
    expect(screen.queryByText(/^Có nội dung gõ dở/)).toBeNull();
    expect(sent("officialSave")).toEqual([]);
    await press(/^Lưu$/);
    await waitFor(() => expect(sent("officialSave")).toHaveLength(1));
    expect(sent("officialSave")[0]).toMatchObject({
      official: { fields: { phone: "0912", hometown: "Thanh Ba" } },
      rows: [{ entity: "qualification", id: rowId, isNew: true, fields: { level: "master" } }],
    });
    await waitFor(() => expect(drafts).toEqual([]));
  });

  it("gives a field back to the roster where somebody wants that", async () => {
    drafts = [told];
    person();
    await takeUp();
    await press(/^Lấy theo sổ: Điện thoại/);
    expect((await field(/^Điện thoại/)).value).toBe("");
    expect((await field(/^Quê quán/)).value).toBe("Thanh Ba");
  });

  it("of somebody new comes back in the form of a new person, under the id that they were to have", async () => {
    const [own] = told.rows;
    if (own === undefined) throw new Error("A row");
    const fields = { fullName: "Lê Văn Mới" };
    const rows = [{ ...own, id: newPersonId, isNew: true, began: {}, fields }];
    drafts = [{ ...told, about: newPersonId, rows, there: false, name: "Lê Văn Mới" }];
    renderApp(ui(<PersonScreen officialId="new" />), { fake, hash: "#/officials/new" });
    await screen.findByText(/hồ sơ mới Lê Văn Mới/);
    await takeUp();
    await waitFor(async () => expect((await field(/^Họ và tên/)).value).toBe("Lê Văn Mới"));
    await press(/^Lưu$/);
    await waitFor(() => expect(sent("officialSave")).toHaveLength(1));
    expect(sent("officialSave")[0]).toMatchObject({ officialId: newPersonId, action: "add" });
  });

  it("of somebody who was removed is shown all the same, and becomes a new record", async () => {
    drafts = [{ ...told, there: false }];
    renderApp(ui(<PersonScreen officialId="new" />), { fake, hash: "#/officials/new" });
    await screen.findByText(/hồ sơ Nguyễn Thị Hoà, nay đã bị xóa/);
    await takeUp();
    await waitFor(async () => expect((await field(/^Họ và tên/)).value).toBe("Nguyễn Thị Hoà"));
    expect((await field(/^Điện thoại/)).value).toBe("0912");
  });

  it("is taken up once, however fast the button is pressed again", async () => {
    drafts = [{ ...told, there: false }];
    const take = vi.spyOn(liveForms, "take");
    renderApp(ui(<PersonScreen officialId="new" />), { fake, hash: "#/officials/new" });
    const button = await screen.findByRole("button", { name: /^Dùng lại nội dung gõ dở/ });
    fireEvent.click(button);
    fireEvent.click(button);
    await waitFor(async () => expect((await field(/^Họ và tên/)).value).toBe("Nguyễn Thị Hoà"));
    expect(take.mock.calls.filter(([draft]) => draft !== null)).toHaveLength(1);
    take.mockRestore();
  });

  it("is thrown away for good only after a second question", async () => {
    drafts = [told];
    person();
    await press(/^Bỏ nội dung gõ dở/);
    const dialog = await screen.findByRole("dialog", { name: "Bỏ hẳn nội dung gõ dở?" });
    expect(drafts).toHaveLength(1);
    fireEvent.click(within(dialog).getByRole("button", { name: "Bỏ hẳn" }));
    await waitFor(() => expect(drafts).toEqual([]));
    await waitFor(() => expect(screen.queryByText(/^Có nội dung gõ dở/)).toBeNull());
  });

  it("is not offered where nothing can be edited, nor where the program does not know all of it", async () => {
    drafts = [{ ...told, form: "salary" }];
    person();
    await screen.findByRole("heading", { level: 1, name: "Nguyễn Thị Hoà" });
    expect(screen.queryByText(/^Có nội dung gõ dở/)).toBeNull();
    expect(drafts).toHaveLength(1);
    drafts = [told];
    renderApp(ui(<h1>xem</h1>), { fake, session: { ...testSession, readOnly: true } });
    await screen.findByText("xem");
    expect(screen.queryByText(/^Có nội dung gõ dở/)).toBeNull();
  });

  it("that was saved before the program ended goes without a question", async () => {
    drafts = [{ ...told, stored: true }];
    person();
    await waitFor(() => expect(drafts).toEqual([]));
    expect(screen.queryByText(/^Có nội dung gõ dở/)).toBeNull();
  });
});

describe("while somebody types", () => {
  it("a person's form is kept, is not offered beside itself, and leaves nothing once its changes are discarded", async () => {
    person();
    await press(/^Sửa mục Nơi ở, liên hệ$/);
    typeInto(await field(/^Điện thoại/), "0912");
    await waitFor(() => expect(keptNow()).toEqual([{ form: "official", fields: [{ phone: "0912" }] }]));
    expect(screen.queryByText(/^Có nội dung gõ dở/)).toBeNull();
    await press(/^Bỏ thay đổi$/);
    await waitFor(() => expect(keptNow()).toEqual([]));
  });

  it("a text that is too long to be kept is told of, and leaves the others kept", async () => {
    fake = fakeApi({
      ...handlers(),
      formDraftKeep: (args) => {
        if (!formDraftSchema.safeParse(args.draft).success)
          throw refuse({ code: "bad-request", params: { detail: "fields" } });
        return handlers().formDraftKeep(args);
      },
    });
    person();
    await screen.findByRole("button", { name: /^Sửa mục Lý lịch$/ });
    editSections();
    typeInto(await field(/^Điện thoại/), "0912");
    typeInto(await field(/^Quê quán/), "chữ ".repeat(30_000));
    expect(await screen.findByText(/^Chưa giữ tạm được ô Quê quán vì quá dài/)).toBeTruthy();
    await waitFor(() => expect(keptNow()).toEqual([{ form: "official", fields: [{ phone: "0912" }] }]));
  });

  it("the row of an open dialog is kept with it, and goes with the dialog", async () => {
    person();
    await press(/^Thêm trình độ/);
    const dialog = await screen.findByRole("dialog");
    typeInto(within(dialog).getByLabelText<HTMLInputElement>(/^Cơ sở đào tạo/), "Đại học X");
    await waitFor(() => expect(drafts[0]?.rows[0]).toMatchObject({ entity: "qualification", isNew: true }));
    expect(JSON.stringify(drafts)).toContain("Đại học X");
    fireEvent.click(within(dialog).getByRole("button", { name: "Hủy" }));
    await waitFor(() => expect(keptNow()).toEqual([]));
  });

  it("nothing is left of it when the window is closed on purpose", async () => {
    fake = fakeApi({ ...handlers(), windowCloseAllowed: () => null });
    person();
    await press(/^Sửa mục Nơi ở, liên hệ$/);
    typeInto(await field(/^Điện thoại/), "0912");
    await waitFor(() => expect(drafts).toHaveLength(1));
    act(() => fake.emit("closeRequested", {}));
    const dialog = await screen.findByRole("dialog", { name: "Có thay đổi chưa lưu" });
    fireEvent.click(within(dialog).getByRole("button", { name: "Bỏ thay đổi" }));
    await waitFor(() => expect(sent("windowCloseAllowed")).toEqual([{ allowed: true }]));
    expect(drafts).toEqual([]);
  });

  it("the editor of a post is kept and comes back", async () => {
    const posts = renderApp(ui(<PostsTab />), { fake });
    // What a new post begins with is asked for first.
    const add = await screen.findByRole<HTMLButtonElement>("button", { name: "Thêm chức danh" });
    await waitFor(() => expect(add.disabled).toBe(false));
    fireEvent.click(add);
    typeInto(await field(/^Tên chức danh/), "Chức danh gõ dở");
    await waitFor(() => expect(drafts[0]?.form).toBe("post"));
    const [kept] = drafts;
    posts.unmount();
    await waitFor(() => expect(drafts).toEqual([]));
    drafts = [{ ...told, ...kept, id: draftId, there: false, name: "Chức danh gõ dở" }];
    renderApp(ui(<PostsTab />), { fake });
    await takeUp();
    const dialog = await screen.findByRole("dialog");
    expect(within(dialog).getByDisplayValue("Chức danh gõ dở")).toBeDefined();
  });

  it("the office's details come back", async () => {
    const row = { entity: "office", id: officeId, isNew: false, began: {}, names: {} };
    const rows = [{ ...row, fields: { signerName: "Trần Văn Ký" } }];
    drafts = [{ ...told, form: "office", about: officeId, rows, name: "UBND xã" }];
    renderApp(ui(<OfficeTab />), { fake });
    await takeUp();
    expect(await screen.findByDisplayValue("Trần Văn Ký")).toBeDefined();
  });
});

function handlers() {
  return {
    formDraftsList: () => drafts,
    formDraftsDrop: ({ ids }: CallArgs<"formDraftsDrop">) => {
      drafts = drafts.filter(({ id }) => !ids.includes(id));
      return null;
    },
    formDraftKeep: ({ id, draft }: CallArgs<"formDraftKeep">) => {
      drafts = [{ ...told, ...draft, correction: null, id }];
      return null;
    },
    ...personHandlers,
  };
}
