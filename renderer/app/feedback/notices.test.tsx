import { act, screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import type { NoticeData } from "../../../shared/contract/schemas/notices";
import { fakeApi } from "../../testing/fake-api";
import { renderApp } from "../../testing/render";
import { notices } from "./notice-store";
import { Notices } from "./notices";
import { toastDone, toastFailed } from "./toast";

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
