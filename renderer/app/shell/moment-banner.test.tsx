/** The day and the knowledge that screens show: set in the top bar, held by the address, said in the banner. */
import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { SessionData } from "../../../shared/contract/schemas/roster";
import { useReadOnly } from "../session/session";
import { fakeApi } from "../../testing/fake-api";
import { renderApp, testSession } from "../../testing/render";
import { MomentBanner } from "./moment-banner";
import { TopBar } from "./top-bar";

const real: SessionData = { ...testSession, isSample: false, defaultAsOf: "2026-11-28" };

function Editing() {
  return <p>{useReadOnly() ? "không sửa được" : "sửa được"}</p>;
}

function show(
  session: SessionData = testSession,
  hash = "#/statistics",
  past: { doubted: number; began: string } | null = {
    doubted: 0,
    began: "2020-01-01",
  },
) {
  const fake = fakeApi({
    undoState: () => ({ undo: null, redo: null, settled: false }),
    workCancel: () => null,
    pastKnowledge: () => past,
  });
  const { location } = renderApp(
    <>
      <TopBar />
      <MomentBanner />
      <Editing />
    </>,
    { fake, session, hash },
  );
  return { fake, location };
}

function type(label: string, text: string): void {
  const field = screen.getByLabelText<HTMLInputElement>(label);
  fireEvent.change(field, { target: { value: text } });
  fireEvent.keyDown(field, { key: "Enter" });
}

describe("the moment shown", () => {
  it("is not spoken of on the roster's own day, by all that is known", () => {
    show();
    expect(screen.queryByRole("status")).toBeNull();
    expect(screen.getByText("sửa được")).toBeTruthy();
  });

  it("is said over the screen for another day, and left with one click", () => {
    const { location } = show();
    type("Tính đến ngày", "28/2/2022");
    expect(screen.getByRole("status").textContent).toContain("Đang xem tính đến ngày 28/02/2022.");
    expect(location.read()).toBe("/statistics?on=2022-02-28");
    expect(screen.getByText("sửa được")).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: "Về ngày 01/10/2021 của sổ mẫu" }));
    expect(screen.queryByRole("status")).toBeNull();
    expect(location.read()).toBe("/statistics");
  });

  it("says where this PC's clock was wrong", async () => {
    show(real, "#/statistics?known=2020-10-01", { doubted: 2, began: "2020-01-01" });
    expect(await screen.findByText(/Đồng hồ của máy này từng sai; 2 lần ghi, lần nhận/)).toBeTruthy();
  });

  it("says of a day before the roster was made that nothing was recorded then", async () => {
    show(real, "#/officials?known=2020-10-01", { doubted: 0, began: "2026-11-28" });
    expect(await screen.findByText(/Sổ này lập ngày 28\/11\/2026; trước đó chưa ghi gì\./)).toBeTruthy();
  });

  it("allows no editing while an earlier knowledge counts, and says so", async () => {
    const { fake, location } = show(real);
    type("Theo sổ ngày", "1/10/2020");
    expect(location.read()).toBe("/statistics?known=2020-10-01");
    const status = screen.getByRole("status");
    expect(status.textContent).toContain(
      "theo những gì đã có trong sổ đến hết ngày 01/10/2020. Chỉ xem được; muốn sửa, hãy để “Theo sổ ngày” là “như hiện nay”.",
    );
    expect(screen.getByText("không sửa được")).toBeTruthy();
    fireEvent.keyDown(document.body, { key: "z", ctrlKey: true });
    await waitFor(() => expect(screen.getAllByText(/^Chỉ xem được/)).toHaveLength(1));
    expect(fake.calls.some(({ name }) => name === "changeUndo")).toBe(false);
    fireEvent.click(screen.getByRole("button", { name: "Về hôm nay" }));
    expect(screen.queryByRole("status")).toBeNull();
    expect(screen.getByText("sửa được")).toBeTruthy();
  });

  it("is all that is known again when the field is emptied", () => {
    const { location } = show(real, "#/statistics?known=2020-10-01");
    const field = screen.getByLabelText<HTMLInputElement>("Theo sổ ngày");
    expect(field.value).toBe("01/10/2020");
    expect(field.placeholder).toBe("như hiện nay");
    type("Theo sổ ngày", "");
    expect(location.read()).toBe("/statistics");
  });

  it("goes along to other screens, and is read as the roster's own where the address is nonsense", async () => {
    const { location } = show(real, "#/statistics?on=2025-13-40&known=2026-10");
    expect(screen.queryByRole("status")).toBeNull();
    type("Tính đến ngày", "1/1/2025");
    await act(() => location.go("#/officials?q=an"));
    expect(location.read()).toBe("/officials?q=an&on=2025-01-01");
    expect(screen.getByRole("status").textContent).toContain("01/01/2025");
  });

  it("says how far the roster of that day is made, and can stop it", () => {
    const { fake, location } = show(real, "#/statistics?known=2020-10-01");
    act(() => fake.emit("progress", { work: "past", done: 30, total: 120, finished: false }));
    expect(screen.getByRole("status").textContent).toContain("25 %");
    fireEvent.click(screen.getByRole("button", { name: "Dừng" }));
    expect(fake.calls.some(({ name }) => name === "workCancel")).toBe(true);
    expect(location.read()).toBe("/statistics");
  });
});
