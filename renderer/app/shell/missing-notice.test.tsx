// An older copy in the roster's place: what it lacks is said, and what was saved in it meanwhile is not left behind unsaid.
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import type { MissingData } from "../../../shared/contract/schemas/roster";
import { fakeApi } from "../../testing/fake-api";
import { renderApp } from "../../testing/render";
import type { ShellTools } from "../commands/command-entry";
import { useShellTools } from "../commands/commands";
import { MissingNotice } from "./missing-notice";

const missing: MissingData = { changes: 3, lastAt: "2026-11-20T08:00:00.000Z", since: null };
const since = { changes: 12, firstAt: "2026-11-21T01:00:00.000Z", lastAt: "2026-11-23T09:30:00.000Z" };

function Notice({ tools }: { readonly tools: Pick<ShellTools, "open" | "openRoster"> }) {
  useShellTools(tools as ShellTools, null);
  return <MissingNotice />;
}

function show(data: MissingData) {
  const tools = { open: vi.fn<ShellTools["open"]>(), openRoster: vi.fn<() => void>() };
  renderApp(<Notice tools={tools} />, { fake: fakeApi({ missingChanges: () => data }) });
  return tools;
}
const press = async (name: string) => fireEvent.click(await screen.findByRole("button", { name }));

it("leads to the newer copy at once where nothing was saved in the older one", async () => {
  const { openRoster } = show(missing);
  expect((await screen.findByRole("alert")).textContent).toContain("thiếu 3 thay đổi");
  expect(screen.getByRole("alert").textContent).not.toContain("đã lưu thêm");
  await press("Mở bản mới hơn…");
  expect(openRoster).toHaveBeenCalledTimes(1);
});

it("says how much was saved in the older copy and when, and offers to take it along by a file", async () => {
  const { open, openRoster } = show({ ...missing, since });
  expect((await screen.findByRole("alert")).textContent).toMatch(
    /đã lưu thêm 12 thay đổi vào đây \(21\/11\/2026 .*23\/11\/2026/,
  );
  await press("Mở bản mới hơn…");
  const asked = await screen.findByRole("dialog", { name: "Giữ lại 12 thay đổi đã lưu ở bản này" });
  expect(openRoster).not.toHaveBeenCalled();
  fireEvent.click(within(asked).getByRole("button", { name: "Xuất tệp trao đổi trước…" }));
  await waitFor(() => expect(open).toHaveBeenCalledWith("send"));
  await press("Mở bản mới hơn…");
  const again = await screen.findByRole("dialog");
  fireEvent.click(within(again).getByRole("button", { name: "Mở bản mới hơn…" }));
  await waitFor(() => expect(openRoster).toHaveBeenCalledTimes(1));
});
