import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import type { CallResult } from "../../../shared/contract/contract";
import { BridgeError } from "../../bridge/bridge";
import { ErrorNotice, ErrorSentence } from "../../components/error-notice";
import { type FakeHandlers, fakeApi, refuse } from "../../testing/fake-api";
import { renderApp, testSession } from "../../testing/render";
import { createTexts } from "../texts";
import type { ShellTools } from "../commands/command-entry";
import { useShellTools } from "../commands/commands";
import { PlacelessProgress } from "../feedback/progress";
import { WithRemedies } from "../feedback/remedies";
import { RecoveredWords } from "./recovered-words";
import { useRosterActions } from "./roster-actions";
import { openOrLook } from "./open-or-look";

const { t } = createTexts("vi");
const damaged = "/so/thanh-ba.scb";
const recovered: CallResult<"rosterRecover"> = {
  path: "/so/moi.scb",
  ops: 2103,
  lost: [
    {
      user: "Nguyễn Thị Lan",
      at: "2026-11-20T08:00:00.000Z",
      action: "edit",
      ops: 2,
      person: "Trần Thị Ánh",
    },
  ],
  unread: 0,
  lists: [],
  documents: 0,
};

it("leads from the damaged file to the recovered one: offered, under way, what was lost, opened", async () => {
  let finish: () => void = () => undefined;
  const fake = fakeApi({
    rosterOpen: ({ path }) => {
      if (path === damaged) throw refuse({ code: "roster-damaged", params: { path } });
      return testSession;
    },
    dialogSaveRoster: () => recovered.path,
    workCancel: () => null,
    rosterRecover: () => new Promise((resolve) => (finish = () => resolve(recovered))),
  });
  renderApp(<PlacelessProgress />, { fake });
  const opening = openOrLook(damaged, t);
  const offer = await screen.findByRole("dialog", { name: "Sổ bị hỏng hoặc bị sửa từ bên ngoài" });
  fireEvent.click(within(offer).getByRole("button", { name: "Khôi phục sang tệp mới…" }));
  await waitFor(() => expect(fake.calls.some(({ name }) => name === "rosterRecover")).toBe(true));
  act(() => fake.emit("progress", { work: "recover", done: 40, total: 200, finished: false }));
  const bar = (await screen.findByText(/Đang khôi phục sổ sang tệp mới/)).closest<HTMLElement>(
    "[role=status]",
  );
  expect(bar?.textContent).toContain("20 %");
  fireEvent.click(within(bar ?? document.body).getByRole("button", { name: "Dừng" }));
  await waitFor(() => expect(fake.calls.some(({ name }) => name === "workCancel")).toBe(true));
  await act(async () => {
    fake.emit("progress", { work: "recover", done: 0, total: 0, finished: true });
    finish();
  });
  const told = await screen.findByRole("dialog", { name: "Đã khôi phục sổ" });
  expect(told.textContent).toContain("Đã khôi phục 2.103 mục");
  expect(told.textContent).toContain("Nguyễn Thị Lan: Cập nhật Trần Thị Ánh");
  expect(within(told).getByText("Đóng")).toBeTruthy();
  expect(within(told).queryByRole("button", { name: "Hủy" })).toBeNull();
  expect(screen.queryByText(/Đang khôi phục/)).toBeNull();
  fireEvent.click(within(told).getByRole("button", { name: "Mở sổ đã khôi phục" }));
  expect(await opening).toBe(testSession);
  expect(fake.calls.filter(({ name }) => name === "rosterOpen").at(-1)?.args).toEqual({
    path: recovered.path,
  });
});

it("asks whose the roster is where nothing tells it any more, and recovers it as that office's", async () => {
  const choices = "232\tUBND huyện Mẫu\toffice\n08173\tMẫu\tunit";
  const fake = fakeApi({
    rosterOpen: ({ path }) => {
      if (path === damaged) throw refuse({ code: "roster-damaged", params: { path } });
      return testSession;
    },
    dialogSaveRoster: () => recovered.path,
    rosterRecover: ({ office }) => {
      if (office !== null) return recovered;
      throw refuse({ code: "recover-whose", params: { path: damaged, offices: "", choices } });
    },
  });
  renderApp(<main />, { fake });
  const opening = openOrLook(damaged, t);
  const offer = await screen.findByRole("dialog", { name: "Sổ bị hỏng hoặc bị sửa từ bên ngoài" });
  fireEvent.click(within(offer).getByRole("button", { name: "Khôi phục sang tệp mới…" }));
  const whose = await screen.findByRole("dialog", { name: "Sổ này của cơ quan nào?" });
  expect(within(whose).getByRole("button", { name: "Khôi phục" }).hasAttribute("disabled")).toBe(true);
  expect(whose.textContent).toContain("có thể không còn trong những cơ quan đọc được");
  fireEvent.click(within(whose).getByRole("combobox", { name: "Cơ quan" }));
  // The office that was read is not taken for the roster's, and that of another unit can be said.
  expect(await screen.findByText("Cơ quan còn đọc được trong sổ")).toBeTruthy();
  fireEvent.click(await screen.findByRole("option", { name: /08173/ }));
  fireEvent.click(within(whose).getByRole("button", { name: "Khôi phục" }));
  const told = await screen.findByRole("dialog", { name: "Đã khôi phục sổ" });
  fireEvent.click(within(told).getByRole("button", { name: "Mở sổ đã khôi phục" }));
  expect(await opening).toBe(testSession);
  expect(fake.calls.filter(({ name }) => name === "rosterRecover").map(({ args }) => args)).toMatchObject([
    { office: null },
    { office: "08173" },
  ]);
});

it("ends in the refusal itself where nothing is chosen", async () => {
  const fake = fakeApi({
    rosterOpen: ({ path }) => {
      throw refuse({ code: "roster-damaged", params: { path } });
    },
  });
  renderApp(<main />, { fake });
  const opening = openOrLook(damaged, t).catch((error: unknown) => error);
  await screen.findByRole("dialog");
  fireEvent.keyDown(document.activeElement ?? document.body, { key: "Escape" });
  expect(await opening).toMatchObject({ code: "roster-damaged" });
});

it("names all that was lost where somebody wants to see more than the first, and copies the whole list", async () => {
  const [one] = recovered.lost;
  const at = (n: number) => new Date(Date.UTC(2026, 10, 20, 8, n)).toISOString();
  const lost = Array.from({ length: 45 }, (_, n) => ({
    user: null,
    action: null,
    person: null,
    ops: 3,
    ...one,
    at: at(n),
  }));
  const fake = fakeApi({ textCopy: () => null });
  renderApp(<RecoveredWords recovered={{ ...recovered, lost }} />, { fake });
  expect(screen.getAllByRole("listitem")).toHaveLength(20);
  fireEvent.click(screen.getByRole("button", { name: "Xem 25 dòng còn lại" }));
  expect(screen.getAllByRole("listitem")).toHaveLength(45);
  fireEvent.click(screen.getByRole("button", { name: "Chép danh sách" }));
  await screen.findByText(/^Đã chép danh sách/);
  const [copied] = fake.calls.filter(({ name }) => name === "textCopy");
  const text = String((copied?.args as { text?: string } | undefined)?.text);
  expect(text.split("\n")).toHaveLength(47);
  expect(text).toContain(recovered.path);
});

it("says of what was lost which work it was, of whom, and those that read alike once", () => {
  const [one] = recovered.lost;
  const nobody = { user: null, at: null, action: null, ops: 1, person: null };
  const lost = [...(one === undefined ? [] : [one, one, one]), nobody];
  renderApp(<RecoveredWords recovered={{ ...recovered, lost }} />, { fake: fakeApi() });
  expect(screen.getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual([
    "20/11/2026 15:00, Nguyễn Thị Lan: Cập nhật Trần Thị Ánh – 3 lần, 6 mục",
    "không rõ lúc nào, không rõ ai: không rõ việc gì – 1 mục",
  ]);
  expect(screen.getByText(`Tệp mới: ${recovered.path}`)).toBeTruthy();
});

function Actions({ failed }: { readonly failed: (error: unknown) => void }) {
  const { recover } = useRosterActions(failed);
  useShellTools({ recoverRoster: () => void recover() } as ShellTools, null);
  return (
    <WithRemedies>
      <ErrorNotice error={new BridgeError({ code: "roster-damaged", params: { path: testSession.path } })} />
    </WithRemedies>
  );
}

describe("damage that is found while a roster is open", () => {
  const show = (rosterRecover: FakeHandlers["rosterRecover"] = () => recovered) => {
    const failed = vi.fn<(error: unknown) => void>();
    const fake = fakeApi({
      sessionGet: () => testSession,
      recentList: () => [],
      dialogSaveRoster: () => recovered.path,
      rosterClose: () => null,
      rosterOpen: () => testSession,
      rosterRecover,
    });
    renderApp(<Actions failed={failed} />, { fake });
    const names = () => fake.calls.map(({ name }) => name).filter((name) => name.startsWith("roster"));
    return { failed, names };
  };
  const begin = async () => {
    fireEvent.click(screen.getByRole("button", { name: "Khôi phục sổ hoặc mở bản sao" }));
    return await screen.findByRole("dialog", { name: "Sổ bị hỏng hoặc bị sửa từ bên ngoài" });
  };

  it("is offered to be recovered where it is said, and the roster is closed before that", async () => {
    const { failed, names } = show();
    fireEvent.click(within(await begin()).getByRole("button", { name: "Khôi phục sang tệp mới…" }));
    const told = await screen.findByRole("dialog", { name: "Đã khôi phục sổ" });
    fireEvent.click(within(told).getByRole("button", { name: "Mở sổ đã khôi phục" }));
    await waitFor(() => expect(names()).toEqual(["rosterClose", "rosterRecover", "rosterOpen"]));
    expect(failed).not.toHaveBeenCalled();
  });

  it("leaves the roster open without a word where nothing is chosen", async () => {
    const { failed, names } = show();
    await begin();
    fireEvent.keyDown(document.activeElement ?? document.body, { key: "Escape" });
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect([names(), failed.mock.calls]).toEqual([[], []]);
  });

  it("is said to be beyond recovery where the log itself is gone", async () => {
    const beyond = { code: "roster-beyond-recovery", params: { path: testSession.path } } as const;
    const { failed } = show(() => {
      throw refuse(beyond);
    });
    fireEvent.click(within(await begin()).getByRole("button", { name: "Khôi phục sang tệp mới…" }));
    await waitFor(() => expect(failed).toHaveBeenCalledTimes(1));
    renderApp(<ErrorSentence error={failed.mock.calls[0]?.[0]} />, { fake: fakeApi() });
    expect(screen.getByText(/Không khôi phục được sổ .* mở bản sao lưu gần nhất/)).toBeTruthy();
  });
});
