import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { ErrorData } from "../../../shared/contract/errors";
import { type FakeHandlers, fakeApi, refuse } from "../../testing/fake-api";
import { renderApp, testSession } from "../../testing/render";
import { WelcomeScreen } from "./welcome-screen";

const recent = [
  {
    path: "/a/thanh-ba.scb",
    fileName: "thanh-ba.scb",
    unitName: "Huyện Thanh Ba",
    openedAt: "2026-11-20T08:00:00Z",
    exists: true,
  },
  {
    path: "/usb/yen.scb",
    fileName: "yen.scb",
    unitName: "Xã Quảng Yên",
    openedAt: "2026-11-20T08:00:00Z",
    exists: false,
  },
];

const unit = {
  id: "00000000-0000-4000-8000-000000000009",
  code: "08173",
  fullName: "Xã Quảng Yên",
  path: "tỉnh Phú Thọ",
  level: "commune" as const,
  validFrom: "2025-07-01",
  validTo: null,
};

function show(handlers: FakeHandlers = {}) {
  const fake = fakeApi({ recentList: () => recent, ...handlers });
  renderApp(<WelcomeScreen />, { fake, session: null });
  return fake;
}

describe("WelcomeScreen", () => {
  it("opens a recent roster and does not offer one whose file is gone", async () => {
    const fake = show({ rosterOpen: () => testSession });
    const gone = await screen.findByRole<HTMLButtonElement>("button", { name: /Xã Quảng Yên/ });
    expect(gone.disabled).toBe(true);
    expect(gone.textContent).toContain("không tìm thấy tệp");
    fireEvent.click(screen.getByRole("button", { name: /Huyện Thanh Ba.*thanh-ba.scb/ }));
    await waitFor(() =>
      expect(fake.calls).toContainEqual({ name: "rosterOpen", args: { path: "/a/thanh-ba.scb" } }),
    );
  });

  it("says in a sentence why a roster was not opened", async () => {
    show({
      dialogOpenRoster: () => "/a/photo.scb",
      rosterOpen: () => {
        throw refuse({ code: "roster-foreign", params: { path: "/a/photo.scb" } });
      },
    });
    fireEvent.click(screen.getByRole("button", { name: /Mở sổ/ }));
    expect((await screen.findByRole("alert")).textContent).toContain("/a/photo.scb");
  });

  it("offers to recover a damaged roster into a new file, and says so in a sentence when nobody wants to", async () => {
    const fake = show({
      dialogOpenRoster: () => "/a/old.scb",
      dialogSaveRoster: () => "/a/new.scb",
      rosterRecover: () => ({ path: "/a/new.scb", ops: 12, lost: [], unread: 0, lists: [], documents: 0 }),
      rosterOpen: ({ path }) => {
        if (path === "/a/new.scb") return testSession;
        throw refuse({ code: "roster-damaged", params: { path: "/a/old.scb" } });
      },
    });
    fireEvent.click(screen.getByRole("button", { name: /Mở sổ/ }));
    expect((await screen.findByRole("dialog")).textContent).toContain("/a/old.scb");
    fireEvent.keyDown(document.activeElement ?? document.body, { key: "Escape" });
    expect((await screen.findByRole("alert")).textContent).toContain("/a/old.scb");

    fireEvent.click(screen.getByRole("button", { name: /Mở sổ/ }));
    fireEvent.click(await screen.findByRole("button", { name: /^Khôi phục/ }));
    fireEvent.click(await screen.findByRole("button", { name: /^Mở sổ đã khôi phục|^Mở sổ mới/ }));
    await waitFor(() =>
      expect(fake.calls).toContainEqual({ name: "rosterOpen", args: { path: "/a/new.scb" } }),
    );
    expect(fake.calls).toContainEqual({
      name: "rosterRecover",
      args: { path: "/a/old.scb", to: "/a/new.scb", office: null },
    });
  });

  const heldBy = { user: "An", host: "MAY-2", since: "08:00" };
  const notWritable: readonly ErrorData[] = [
    { code: "roster-readonly", params: { path: "/a/x.scb" } },
    { code: "folder-readonly", params: { path: "/a" } },
    { code: "home-unusable", params: { path: "/home" } },
    { code: "disk-full", params: { path: "/a/x.scb" } },
    { code: "roster-left", params: { path: "/a/x.scb", ...heldBy } },
  ];
  it.each(notWritable)("offers to look at a roster that cannot be written: $code", async (refusal) => {
    const fake = show({
      dialogOpenRoster: () => "/a/x.scb",
      rosterOpen: ({ readOnly }) => {
        if (readOnly === true) return { ...testSession, readOnly: true };
        throw refuse(refusal);
      },
    });
    fireEvent.click(screen.getByRole("button", { name: /Mở sổ/ }));
    fireEvent.click(await screen.findByRole("button", { name: "Mở để xem" }));
    await waitFor(() =>
      expect(fake.calls).toContainEqual({ name: "rosterOpen", args: { path: "/a/x.scb", readOnly: true } }),
    );
  });

  it("takes over what another machine left only when the user says so", async () => {
    const fake = show({
      dialogOpenRoster: () => "/a/x.scb",
      rosterOpen: ({ takeOver }) => {
        if (takeOver === true) return testSession;
        throw refuse({ code: "roster-left", params: { path: "/a/x.scb", ...heldBy } });
      },
    });
    fireEvent.click(screen.getByRole("button", { name: /Mở sổ/ }));
    fireEvent.click(await screen.findByRole("button", { name: /^Máy kia không còn mở/ }));
    await waitFor(() =>
      expect(fake.calls).toContainEqual({ name: "rosterOpen", args: { path: "/a/x.scb", takeOver: true } }),
    );
  });

  it.each([
    { code: "roster-missing", params: { path: "/usb/x.scb" } },
    { code: "roster-damaged", params: { path: "/usb/x.scb" } },
    {
      code: "roster-locked",
      params: { path: "/usb/x.scb", user: "An", host: "MAY-2", since: "08:00" },
    },
  ] satisfies readonly ErrorData[])(
    "says in one sentence, and asks nothing, why the roster of the last time is not open: $code",
    async (refusal) => {
      const wanted = [{ path: "/usb/x.scb", byItself: true }];
      const fake = show({
        openRequestTake: () => wanted.shift() ?? null,
        rosterOpen: () => {
          throw refuse(refusal);
        },
      });
      expect((await screen.findByRole("alert")).textContent).toContain("/usb/x.scb");
      expect(screen.queryByRole("dialog")).toBeNull();
      expect(fake.calls.filter(({ name }) => name === "rosterOpen")).toHaveLength(1);
      expect(screen.getByRole("button", { name: /Tạo sổ mới/ })).toBeTruthy();
    },
  );

  it("opens what the system asks for, when it starts and later", async () => {
    const wanted = ["/a/one.scb", "/a/two.scb"].map((path) => ({ path, byItself: false }));
    const fake = show({
      openRequestTake: () => wanted.shift() ?? null,
      rosterOpen: () => {
        throw refuse({ code: "roster-missing", params: { path: "/a/one.scb" } });
      },
    });
    expect((await screen.findByRole("alert")).textContent).toContain("/a/one.scb");
    act(() => fake.emit("openRequested", {}));
    await waitFor(() =>
      expect(fake.calls.filter(({ name }) => name === "rosterOpen").map(({ args }) => args)).toEqual([
        { path: "/a/one.scb" },
        { path: "/a/two.scb" },
      ]),
    );
  });

  it("offers to look at a roster that another program holds", async () => {
    let asked = 0;
    const fake = show({
      dialogOpenRoster: () => "/a/held.scb",
      rosterOpen: ({ readOnly }) => {
        asked += 1;
        if (readOnly === true) return { ...testSession, readOnly: true };
        throw refuse({
          code: "roster-locked",
          params: { path: "/a/held.scb", user: "An", host: "MAY-2", since: "08:00" },
        });
      },
    });
    fireEvent.click(screen.getByRole("button", { name: /Mở sổ/ }));
    fireEvent.click(await screen.findByRole("button", { name: "Mở để xem" }));
    await waitFor(() => expect(asked).toBe(2));
    expect(fake.calls).toContainEqual({ name: "rosterOpen", args: { path: "/a/held.scb", readOnly: true } });
  });

  it("shows how far the tables of an older roster are, and lets the user stop that", async () => {
    let stopped = (_error: Error): void => undefined;
    const fake = show({
      dialogOpenRoster: () => "/a/old.scb",
      rosterOpen: () => new Promise((_resolve, reject) => (stopped = reject)),
      workCancel: () => {
        stopped(refuse({ code: "cancelled", params: {} }));
        return null;
      },
    });
    fireEvent.click(screen.getByRole("button", { name: /Mở sổ/ }));
    expect(await screen.findByText("Đang mở sổ…")).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Dừng" })).toBe(null);
    act(() => fake.emit("progress", { work: "project", done: 30, total: 120, finished: false }));
    expect((await screen.findByRole("status")).textContent).toContain("Đang lập lại sổ từ nhật ký25 %");
    fireEvent.click(screen.getByRole("button", { name: "Dừng" }));
    await waitFor(() => expect(screen.queryByRole("status")).toBe(null));
    expect(fake.calls.map(({ name }) => name)).toContain("workCancel");
  });

  it("makes a roster for a unit found by typing, where the user wants it", async () => {
    const fake = show({
      shippedUnitsSearch: ({ query }) => (query === "quang" ? [unit] : []),
      dialogSaveRoster: ({ suggestedName }) => `/docs/${suggestedName}`,
      rosterCreate: () => testSession,
    });
    fireEvent.click(screen.getByRole("button", { name: /Tạo sổ mới/ }));
    const field = await screen.findByRole("combobox", { name: /Đơn vị lập sổ/ });
    fireEvent.click(screen.getByRole("button", { name: "Tạo sổ" }));
    expect(await screen.findByText("Chưa chọn đơn vị lập sổ")).toBeTruthy();
    fireEvent.change(field, { target: { value: "quang" } });
    fireEvent.click(await screen.findByRole("option", { name: /Xã Quảng Yên/ }));
    fireEvent.click(screen.getByRole("button", { name: "Tạo sổ" }));
    await waitFor(() =>
      expect(fake.calls).toContainEqual({
        name: "rosterCreate",
        args: { path: "/docs/Xã Quảng Yên.scb", unitId: unit.id },
      }),
    );
  });
});
