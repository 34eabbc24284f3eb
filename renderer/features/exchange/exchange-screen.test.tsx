import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { Rail } from "../../app/shell/rail";
import { officeState, overview, reception } from "../../testing/exchange-data";
import { fakeApi } from "../../testing/fake-api";
import { renderApp, testSession } from "../../testing/render";
import { ExchangeScreen } from "./exchange-screen";

const receptionRow = reception(3, {
  offices: ["UBND xã Quảng Yên", "UBND xã Đồng Xuân"],
  files: 2,
  added: 4,
  conflicts: 1,
});

function show(
  options: { readonly offices?: ReturnType<typeof officeState>[]; readonly readOnly?: boolean } = {},
) {
  const fake = fakeApi({
    exchangeOverview: () => overview,
    exchangeOffices: () => ({ offices: options.offices ?? [officeState()], copies: [] }),
    receptionsList: () => [
      receptionRow,
      { ...receptionRow, id: 2, canUndo: false, undone: { at: "2026-11-21T08:00:00.000Z", user: "hoa" } },
    ],
    receptionUndo: () => null,
  });
  renderApp(
    <>
      <Rail />
      <ExchangeScreen tab="transfer" />
    </>,
    { fake, hash: "#/exchange/transfer", session: { ...testSession, readOnly: options.readOnly === true } },
  );
  return fake;
}

describe("the exchange screen", () => {
  it("counts what waits for somebody in the rail and on the tabs", async () => {
    show();
    const link = screen.getByRole("link", { name: /^Trao đổi/ });
    await waitFor(() => expect(link.textContent).toContain("4 việc cần xem"));
    expect(link.getAttribute("aria-current")).toBe("page");
    expect(screen.getByRole("tab", { name: /^Mâu thuẫn/ }).textContent).toBe("Mâu thuẫn2");
    expect(screen.getByRole("tab", { name: "Thẻ khóa" })).toBeTruthy();
  });

  it("offers to send and to receive", async () => {
    show();
    expect(await screen.findByRole("button", { name: "Gửi lên cấp trên" })).toBeTruthy();
    expect(screen.getByRole("button", { name: "Nhận tệp" })).toBeTruthy();
  });

  it("leads to the key cards first where nobody is trusted", async () => {
    show({ offices: [] });
    expect(await screen.findByRole("link", { name: "Đến Thẻ khóa" })).toBeTruthy();
    expect(screen.queryByRole("button", { name: /^Gửi/ })).toBeNull();
  });

  it("only looks on where the roster is only looked at", async () => {
    show({ readOnly: true });
    expect((await screen.findByRole<HTMLButtonElement>("button", { name: "Nhận tệp" })).disabled).toBe(true);
    expect((await screen.findByRole<HTMLButtonElement>("button", { name: /^Bỏ lần nhận/ })).disabled).toBe(
      true,
    );
  });

  it("undoes the last reception after a question, and no other", async () => {
    const fake = show();
    const table = await screen.findByRole("table", { name: "Các lần nhận trước" });
    expect(table.textContent).toContain("thêm 4 người, có 1 mâu thuẫn cần giải quyết");
    const buttons = within(table).getAllByRole("button", { name: /^Bỏ lần nhận/ });
    expect(buttons).toHaveLength(1);
    for (const button of buttons) fireEvent.click(button);
    const question = await screen.findByRole("dialog", { name: "Bỏ lần nhận này" });
    expect(question.textContent).toContain(
      "2 tệp của UBND xã Quảng Yên và UBND xã Đồng Xuân: thêm 4 người, có 1 mâu thuẫn cần giải quyết",
    );
    fireEvent.click(within(question).getByRole("button", { name: "Bỏ lần nhận" }));
    await screen.findByText("Đã bỏ lần nhận; sổ trở lại như trước đó.");
    expect(fake.calls.find(({ name }) => name === "receptionUndo")?.args).toMatchObject({ id: 3 });
  });
});
