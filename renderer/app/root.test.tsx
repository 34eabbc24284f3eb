import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import type { SessionData } from "../../shared/contract/schemas/roster";
import { fakeApi } from "../testing/fake-api";
import { renderApp } from "../testing/render";
import { Root } from "./root";

it("shows how far the tables of the roster it was started with are, and lets the user stop that", async () => {
  let opened = (_session: SessionData | null): void => undefined;
  const fake = fakeApi({
    sessionGet: () => new Promise<SessionData | null>((resolve) => (opened = resolve)),
    recentList: () => [],
    workCancel: () => {
      opened(null);
      return null;
    },
  });
  renderApp(<Root />, { fake, session: null });
  await waitFor(() => expect(fake.calls.map(({ name }) => name)).toContain("sessionGet"));
  expect(screen.queryByRole("status")).toBe(null);
  const news = { work: "project", total: 120, finished: false };
  act(() => fake.emit("progress", { ...news, done: 30 }));
  act(() => fake.emit("progress", { ...news, done: 60 }));
  expect((await screen.findByRole("status")).textContent).toContain("Đang lập lại sổ từ nhật ký50 %");
  fireEvent.click(screen.getByRole("button", { name: "Dừng" }));
  expect(await screen.findByRole("button", { name: /Tạo sổ mới/ })).toBeTruthy();
});
