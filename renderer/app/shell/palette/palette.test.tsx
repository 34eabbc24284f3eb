import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { UnitOption } from "../../../../shared/contract/schemas/catalog";
import type { OfficialRow } from "../../../../shared/contract/schemas/officials";
import { type FakeHandlers, fakeApi, refuse } from "../../../testing/fake-api";
import { renderApp } from "../../../testing/render";
import { useCommand, useShellTools } from "../../commands/commands";
import { useHashLocation } from "../../navigation/navigation";
import { recents } from "../../session/recent";
import { Palette } from "./palette";

const officialId = "00000000-0000-4000-8000-000000000040";
const unitId = "00000000-0000-4000-8000-000000000050";

const person: OfficialRow = {
  id: officialId,
  fullName: "Nguyễn Văn An",
  birth: "1980-05",
  unitCode: "08173",
  unitName: "Xã Quảng Yên",
  postName: null,
  cells: [],
  outside: { kind: "later", day: "2021-11-01" },
};

const unit: UnitOption = {
  id: unitId,
  code: "08173",
  fullName: "Xã An Yên",
  level: "commune",
  validFrom: null,
  validTo: null,
};

const handlers: FakeHandlers = {
  officialsPage: ({ filter }) =>
    filter.search === "an" ? { total: 12, version: 1, rows: [person] } : { total: 0, version: 1, rows: [] },
  unitOptions: ({ query }) => (query === "an" ? [unit] : []),
};

/** A screen that answers one command of its own. */
function Screen({ onUndo }: { readonly onUndo: () => void }) {
  const location = useHashLocation();
  const nothing = () => undefined;
  useShellTools(
    {
      open: nothing,
      go: (href) => void location.go(href),
      newOfficial: nothing,
      receive: nothing,
      openRoster: nothing,
      reopenRoster: nothing,
      recoverRoster: nothing,
      saveRosterAs: nothing,
      closeRoster: nothing,
    },
    null,
  );
  useCommand("undo", onUndo);
  return <Palette />;
}

function show(more: FakeHandlers = {}, onUndo: () => void = () => undefined) {
  const fake = fakeApi({ ...handlers, ...more });
  renderApp(<Screen onUndo={onUndo} />, { fake });
  return fake;
}

const box = () => screen.getByRole("combobox", { name: "Tìm người, xã, màn hình, lệnh" });
const open = () => fireEvent.keyDown(document.body, { key: "k", ctrlKey: true });
const type = (value: string) => fireEvent.change(box(), { target: { value } });
const enter = () => fireEvent.keyDown(box(), { key: "Enter", code: "Enter" });
const offered = () => screen.getAllByRole("option").map(({ textContent }) => textContent);

beforeEach(() => recents.clear());

describe("the palette", () => {
  it("finds people, then units, by what was typed, and opens them", async () => {
    show();
    open();
    expect(document.activeElement).toBe(box());
    type("an");
    await screen.findByRole("option", { name: /Xã An Yên/ });
    expect(offered().slice(0, 3)).toEqual([
      expect.stringContaining("Nguyễn Văn An"),
      "Xem tất cả 12 người tìm thấy",
      expect.stringContaining("Xã An Yên08173"),
    ]);
    fireEvent.click(screen.getByText("Nguyễn Văn An"));
    expect(window.location.hash).toBe(`#/officials/${officialId}`);
    type("an");
    fireEvent.click(await screen.findByText("Xã An Yên"));
    expect(window.location.hash).toBe(`#/officials?unit=${unitId}&link=1`);
  });

  it("leads to the whole list of who was found", async () => {
    show();
    type("an");
    fireEvent.click(await screen.findByText("Xem tất cả 12 người tìm thấy"));
    expect(window.location.hash).toBe("#/officials?q=an&serving=all&link=1");
  });

  it("offers no list where every hit is shown", async () => {
    show({ officialsPage: () => ({ total: 1, version: 1, rows: [person] }) });
    type("an");
    expect(await screen.findByText("Nguyễn Văn An")).toBeTruthy();
    expect(screen.queryByText(/^Xem tất cả/)).toBeNull();
  });

  it("does not say of somebody whose post is to come that they hold none any more", async () => {
    show({
      officialsPage: () => ({
        total: 2,
        version: 1,
        rows: [
          { ...person, unitName: null },
          {
            ...person,
            id: `${officialId.slice(0, -1)}f`,
            unitName: null,
            outside: { kind: "earlier", day: "2020-06-30" },
          },
        ],
      }),
    });
    type("an");
    expect(await screen.findByText(/ngoài ngày đang xem: giữ chức danh từ 01\/11\/2021/)).toBeTruthy();
    expect(screen.getByText(/không còn giữ chức danh, đến hết 30\/06\/2020/)).toBeTruthy();
  });

  it("finds screens and commands by their words without marks, with their keys, only those that would answer", async () => {
    const onUndo = vi.fn<() => void>();
    show({}, onUndo);
    open();
    type("nhat ky");
    await screen.findByRole("option", { name: /^Nhật ký/ });
    enter();
    await waitFor(() => expect(window.location.hash).toBe("#/changes"));

    open();
    type("hoan tac");
    expect((await screen.findByRole("option", { name: /Hoàn tác/ })).textContent).toContain("Ctrl + Z");
    enter();
    await waitFor(() => expect(onUndo).toHaveBeenCalledTimes(1));

    open();
    type("cho khop");
    await screen.findByRole("option", { name: /Nội dung chờ khớp/ });
    enter();
    await waitFor(() => expect(window.location.hash).toBe("#/import/kept"));

    // A part of a screen has an address of its own; what people call a thing need not be its name.
    open();
    type("quy dinh");
    await screen.findByRole("option", { name: /Quy định tiêu chuẩn/ });
    enter();
    await waitFor(() => expect(window.location.hash).toBe("#/catalog/standards"));

    open();
    type("sao luu");
    await screen.findByRole("option", { name: /^Lưu sổ thành tệp khác/ });

    // To save a record there would have to be one on screen.
    open();
    type("luu");
    await screen.findByRole("option", { name: /^Lưu sổ thành tệp khác/ });
    expect(offered()).toEqual(["Lưu sổ thành tệp khác…"]);
    type("khong co gi nhu vay");
    expect(await screen.findByText("Không tìm thấy gì")).toBeTruthy();
  });

  it.each([
    ["in", "Xem trước và in…"],
    ["sao luu", "Lưu sổ thành tệp khác…"],
    ["nop cap tren", "Gửi tệp trao đổi…"],
  ])("finds commands by everyday words: %s", async (typed, label) => {
    show();
    open();
    type(typed);
    expect(await screen.findByText(label)).toBeTruthy();
  });

  it("leads to the list for what is done with whom is chosen there, and offers nothing that only a row answers", async () => {
    show();
    open();
    type("sua nhieu");
    await waitFor(() => expect(offered()).toEqual([expect.stringContaining("Sửa nhiều người…")]));
    enter();
    await waitFor(() => expect(window.location.hash).toBe("#/officials"));
    open();
    type("dien xuong");
    await screen.findByText(/^Không tìm thấy/);
  });

  it("takes Enter for what was typed, also where the answer comes later", async () => {
    let answer = () => undefined as void;
    const later = new Promise<void>((resolve) => (answer = resolve));
    show({
      officialsPage: async ({ filter }) => {
        await later;
        return { total: 1, version: 1, rows: filter.search === "an" ? [person] : [] };
      },
    });
    open();
    type("an");
    enter();
    expect(window.location.hash).toBe("");
    await act(async () => answer());
    await waitFor(() => expect(window.location.hash).toBe(`#/officials/${officialId}`));
  });

  it("begins with what was opened last, and forgets people whose records changed", async () => {
    const fake = show();
    type("an");
    fireEvent.click(await screen.findByText("Xã An Yên"));
    type("an");
    fireEvent.click(await screen.findByText("Nguyễn Văn An"));
    open();
    expect(offered().slice(0, 2)).toEqual([
      expect.stringContaining("Nguyễn Văn An"),
      expect.stringContaining("Xã An Yên"),
    ]);
    act(() =>
      fake.emit("changed", { version: 2, session: false, parts: ["official"], officials: [officialId] }),
    );
    expect(screen.queryByText("Nguyễn Văn An")).toBeNull();
    expect(screen.getByText("Xã An Yên")).toBeTruthy();
  });

  it("says why nobody was found where the roster could not be asked", async () => {
    show({
      officialsPage: () => {
        throw refuse({ code: "roster-missing", params: { path: "/a/x.scb" } });
      },
    });
    type("an");
    expect(await screen.findByText(/x\.scb/)).toBeTruthy();
  });
});
