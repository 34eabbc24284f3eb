import { act, screen, within } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";
import type { Proposed } from "../../../shared/contract/schemas/proposed";
import { fakeApi } from "../../testing/fake-api";
import { renderApp } from "../../testing/render";
import { toastSaved } from "./toast-saved";

const officialId = "00000000-0000-4000-8000-000000000040";
const whole: Proposed = { count: 1, whole: true, by: ["UBND huyện Thanh Ba"], officialId };

beforeEach(() => renderApp(<main />, { fake: fakeApi() }));
const say = (proposed: Proposed | null, text = "Đã lưu hồ sơ.") =>
  act(() => toastSaved(text, { proposed }, { undo: true }));

it("says what was saved and offers to take it back where all of it counts", () => {
  say(null);
  expect(screen.getByRole("alert").textContent).toMatch(/^Đã lưu hồ sơ\./);
  expect(screen.getByRole("button", { name: "Hoàn tác" })).toBeTruthy();
});

it("says in place of it that it waits, for whom, where it is seen, and offers to withdraw it by undo", () => {
  say(whole);
  const said = screen.getByRole("alert");
  expect(said.textContent).toMatch(/^Đã ghi là đề nghị, chờ UBND huyện Thanh Ba chấp nhận/);
  expect(within(said).getByRole("link").getAttribute("href")).toBe(
    `#/exchange/proposals?official=${officialId}`,
  );
  expect(screen.getByRole("button", { name: "Hoàn tác" })).toBeTruthy();
});

it("says of a part that it waits beside what is saved", () => {
  say({ count: 2, whole: false, by: [], officialId: null });
  const said = screen.getByRole("alert");
  expect(said.textContent).toMatch(
    /^Đã lưu hồ sơ\. 2 mục trong đó là đề nghị, chờ cơ quan có thẩm quyền chấp nhận/,
  );
  expect(within(said).getByRole("link").getAttribute("href")).toBe("#/exchange/proposals");
  expect(screen.getByRole("button", { name: "Hoàn tác" })).toBeTruthy();
});

it("ends one sentence before the next begins", () => {
  say({ count: 1, whole: false, by: [], officialId: null }, "Đã làm lại: Trần Thị Ánh");
  expect(screen.getByRole("alert").textContent).toMatch(/^Đã làm lại: Trần Thị Ánh\. 1 mục trong đó/);
});
