import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { useState } from "react";
import { expect, it } from "vitest";
import type { NoticeData } from "../../../shared/contract/schemas/notices";
import { BridgeError, call } from "../../bridge/bridge";
import { fakeApi, refuse } from "../../testing/fake-api";
import { renderApp } from "../../testing/render";
import { notices } from "./notice-store";
import { Notices } from "./notices";
import { Dialog } from "../../components/dialog";
import { WithStatusLine } from "./status-line";
import { toastDone, toastFailed, toastNotice } from "./toast";

it("shows what was said before the page was there, and what is said later, each once", async () => {
  let waiting: NoticeData[] = [{ name: "settings-unkept" }];
  const fake = fakeApi({ noticesTake: () => waiting.splice(0) });
  renderApp(<Notices />, { fake });
  const notice = /^Chưa ghi được cài đặt của máy này/;
  expect(await screen.findByText(notice)).toBeTruthy();
  waiting = [{ name: "settings-unkept" }];
  act(() => fake.emit("notices", {}));
  await waitFor(() => expect(waiting).toEqual([]));
  expect(screen.getAllByText(notice).length).toBe(1);
});

it("takes what failed away once something was done by hand", () => {
  notices.clear();
  toastFailed(new Error("so"));
  expect(notices.read().map(({ kind }) => kind)).toEqual(["failed"]);
  toastDone("Đã nhận");
  expect(notices.read().map(({ kind }) => kind)).toEqual(["done"]);
  toastFailed(new Error("so"));
  expect(notices.read().map(({ kind }) => kind)).toEqual(["done", "failed"]);
  notices.clear();
});

it("does not leave what failed in a dialog that was left beside the next one, and keeps what failed on a screen", async () => {
  const screenOf = (title: string | null) => (
    <WithStatusLine>
      {title === null ? null : (
        <Dialog key={title} title={title} onClose={() => undefined}>
          in
        </Dialog>
      )}
    </WithStatusLine>
  );
  function Page() {
    const [title, setTitle] = useState<string | null>(null);
    return (
      <>
        <button type="button" onClick={() => setTitle("one")}>
          one
        </button>
        <button type="button" onClick={() => setTitle(null)}>
          none
        </button>
        <button type="button" onClick={() => setTitle("two")}>
          two
        </button>
        {screenOf(title)}
      </>
    );
  }
  renderApp(<Page />, { fake: fakeApi() });
  const press = (name: string) => fireEvent.click(screen.getByRole("button", { name, hidden: true }));
  act(() => toastFailed(new Error("of the screen")));
  press("one");
  await screen.findByRole("dialog", { name: "one" });
  expect(notices.read().length).toBe(1);
  notices.clear();
  act(() => toastFailed(new Error("of the dialog")));
  expect(notices.read().length).toBe(1);
  press("none");
  expect(notices.read().length).toBe(1);
  press("two");
  await screen.findByRole("dialog", { name: "two" });
  expect(notices.read()).toEqual([]);
});

it("leaves what was said of the roster before, and not what was said while another one was opened", () => {
  notices.clear();
  toastNotice("of the one before");
  const before = notices.read();
  toastNotice("of the one that opens");
  notices.leaveRoster(before);
  expect(notices.read().map(({ text }) => text)).toEqual(["of the one that opens"]);
  notices.clear();
});

it("leaves what failed with the screen where it did, but not what fails the roster everywhere", () => {
  notices.clear();
  toastFailed(new BridgeError({ code: "cancelled", params: {} }));
  toastFailed(new BridgeError({ code: "roster-damaged", params: { path: "a.scb" } }));
  notices.leave();
  expect(notices.read().map(({ key }) => key)).toEqual(["failed roster-damaged"]);
  notices.clear();
});

it("takes away what failed when the same call is done, and not when another one is", async () => {
  const said = /^Đã dừng theo yêu cầu/;
  let isRefused = true;
  const fake = fakeApi({
    workCancel: () => {
      if (isRefused) throw refuse({ code: "cancelled", params: {} });
      return null;
    },
    noticesTake: () => [],
  });
  renderApp(<p>in</p>, { fake });
  await act(() => call("workCancel", {}).then(() => undefined, toastFailed));
  expect(await screen.findByText(said)).toBeTruthy();
  await act(() => call("noticesTake", {}));
  expect(screen.queryByText(said)).not.toBeNull();
  isRefused = false;
  await act(() => call("workCancel", {}));
  expect(screen.queryByText(said)).toBeNull();
});
