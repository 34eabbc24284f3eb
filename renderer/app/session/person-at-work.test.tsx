import { fireEvent, screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { SettingsData } from "../../../shared/contract/schemas/roster";
import { defaultSettings } from "../../../shared/contract/settings";
import { fakeApi, refuse } from "../../testing/fake-api";
import { renderApp } from "../../testing/render";
import { NameQuestion, SwitchPersonDialog } from "./person-at-work";

function pc(settings: SettingsData) {
  let kept = settings;
  return fakeApi({
    settingsGet: () => kept,
    settingsSet: ({ userName = "" }) => {
      kept = { ...kept, userName, people: [userName, ...kept.people] };
      return kept;
    },
  });
}

describe("the name of the person at work", () => {
  it("is asked for until it is given, and cannot be passed over", async () => {
    const fake = pc({ ...defaultSettings, userName: "", people: [] });
    renderApp(<NameQuestion />, { fake, session: null });
    const question = await screen.findByRole("dialog", { name: "Ai đang làm việc trên máy này?" });
    fireEvent.keyDown(question, { key: "Escape" });
    fireEvent.click(screen.getByRole("button", { name: "Tiếp tục" }));
    expect(screen.getByText("Chưa nhập họ và tên")).toBeDefined();
    fireEvent.change(screen.getByRole("textbox"), { target: { value: "  Nguyễn  Thị Lan " } });
    fireEvent.click(screen.getByRole("button", { name: "Tiếp tục" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(fake.calls.findLast(({ name }) => name === "settingsSet")?.args).toEqual({
      userName: "Nguyễn Thị Lan",
    });
  });

  it("is not asked for again", async () => {
    const fake = pc({ ...defaultSettings, userName: "Nguyễn Thị Lan", people: ["Nguyễn Thị Lan"] });
    renderApp(<NameQuestion />, { fake, session: null });
    await waitFor(() => expect(fake.calls.map(({ name }) => name)).toContain("settingsGet"));
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("keeps nobody from working where it cannot be kept", async () => {
    const fake = fakeApi({
      settingsGet: () => defaultSettings,
      settingsSet: () => {
        throw refuse({ code: "home-unusable", params: { path: "/home" } });
      },
    });
    renderApp(<NameQuestion />, { fake, session: null });
    fireEvent.change(await screen.findByRole("textbox"), { target: { value: "Lan" } });
    fireEvent.click(screen.getByRole("button", { name: "Tiếp tục" }));
    expect(await screen.findByText(/Không dùng được thư mục cài đặt/)).toBeDefined();
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("changes with one press to somebody who worked here before", async () => {
    const fake = pc({ ...defaultSettings, userName: "Lê Hoa", people: ["Lê Hoa", "Nguyễn Thị Lan"] });
    renderApp(<SwitchPersonDialog opened onClose={() => undefined} />, { fake });
    expect(await screen.findByText("Người đang làm việc: Lê Hoa")).toBeDefined();
    fireEvent.click(await screen.findByRole("button", { name: "Nguyễn Thị Lan" }));
    await waitFor(() =>
      expect(fake.calls.at(-1)).toEqual({ name: "settingsSet", args: { userName: "Nguyễn Thị Lan" } }),
    );
  });
});
