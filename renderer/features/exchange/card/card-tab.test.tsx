import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { ReadCardData } from "../../../../shared/contract/schemas/exchange";
import { commune, district, officeState } from "../../../testing/exchange-data";
import { type FakeHandlers, fakeApi, refuse } from "../../../testing/fake-api";
import { renderApp } from "../../../testing/render";
import { CardTab } from "./card-tab";

const card: ReadCardData = {
  ...district,
  fingerprint: "10001-20002-30003-40004-50005-60006-70007-80008",
  path: "/media/K/233.scbkey",
  madeAt: "2026-11-01T08:00:00.000Z",
  standing: "unknown",
  renews: null,
  revocations: [],
  suggestedRole: "superior",
};

function show(handlers: FakeHandlers = {}) {
  const fake = fakeApi({
    keyCard: () => ({
      ...commune,
      madeAt: "2026-11-01T08:00:00.000Z",
      renews: null,
      qr: ["101", "010", "111"],
      text: "SCBKEY1 08173",
    }),
    dialogOpenCard: () => card.path,
    keyCardRead: () => card,
    officeTrust: () => officeState(),
    reportTargets: () => [{ path: "/media/K", label: "K", removable: true, freeBytes: null }],
    keyCardSave: ({ folder, formats }) => ({
      files: formats.map((format) => ({ path: `${folder}/08173.${format}`, sha256: "00", bytes: 800 })),
      removable: true,
    }),
    ...handlers,
  });
  renderApp(<CardTab />, { fake });
  return fake;
}

async function openTrust() {
  fireEvent.click(await screen.findByRole("button", { name: "Chọn tệp thẻ…" }));
  return await screen.findByRole("dialog", { name: "Thêm thẻ khóa" });
}
const group = (dialog: HTMLElement, n: number) =>
  within(dialog).getByRole<HTMLInputElement>("textbox", { name: `Nhóm ${n}` });
const trusted = (fake: ReturnType<typeof fakeApi>) =>
  fake.calls.filter(({ name }) => name === "officeTrust").map(({ args }) => args);

describe("another office's card", () => {
  it("never shows its digits before they are typed, and is trusted when all eight groups match", async () => {
    const fake = show();
    const dialog = await openTrust();
    expect(dialog.textContent).toContain("UBND huyện Thanh Ba");
    expect(dialog.textContent).not.toMatch(/10001|80008/);
    fireEvent.change(group(dialog, 1), {
      target: { value: "10001 20002-30003 40004 50005 60006 70007 80008" },
    });
    expect(group(dialog, 8).value).toBe("80008");
    expect(within(dialog).getByText("Cả tám nhóm đều khớp.")).toBeTruthy();
    fireEvent.change(within(dialog).getByRole("combobox", { name: "Vai trò của cơ quan này" }), {
      target: { value: "neighbour" },
    });
    fireEvent.click(within(dialog).getByRole("button", { name: "Tin cậy cơ quan này" }));
    await screen.findByText("Đã tin cậy UBND huyện Thanh Ba.");
    expect(trusted(fake)).toEqual([
      { path: card.path, fingerprint: card.fingerprint, role: "neighbour", revocations: 0 },
    ]);
  });

  it("says who revoked its key, and is trusted only against what the clerk ticked", async () => {
    const said = { office: "UBND tỉnh Phú Thọ", user: "Lê Thị Tỉnh", at: "2026-10-03T02:05:00.000Z" };
    const revocations = [{ ...said, reason: "Máy bị lấy cắp" }];
    const fake = show({ keyCardRead: () => ({ ...card, standing: "revoked", revocations }) });
    const dialog = await openTrust();
    // Once: a second notice would say the same in other words.
    expect(within(dialog).getAllByText(/Khóa này đã bị thu hồi/)).toHaveLength(1);
    expect(dialog.textContent).toMatch(/UBND tỉnh Phú Thọ, lúc .*03\/10\/2026.*, lý do: Máy bị lấy cắp/);
    fireEvent.change(group(dialog, 1), { target: { value: card.fingerprint.replaceAll("-", " ") } });
    const trust = within(dialog).getByRole("button", { name: "Tin cậy cơ quan này" });
    fireEvent.click(trust);
    expect(within(dialog).getByText("Cần đánh dấu ô này, hoặc bấm Hủy.")).toBeTruthy();
    expect(trusted(fake)).toEqual([]);
    fireEvent.click(within(dialog).getByRole("checkbox"));
    fireEvent.click(trust);
    await screen.findByText("Đã tin cậy UBND huyện Thanh Ba.");
    expect(trusted(fake)).toMatchObject([{ revocations: 1 }]);
  });

  it("marks wrong groups, but only after all eight are typed", async () => {
    const fake = show();
    const dialog = await openTrust();
    for (let n = 1; n <= 7; n++) fireEvent.change(group(dialog, n), { target: { value: "99999" } });
    expect(within(dialog).queryByText("không khớp")).toBeNull();
    fireEvent.click(within(dialog).getByRole("button", { name: "Tin cậy cơ quan này" }));
    expect(within(dialog).getByText("Hãy gõ đủ tám nhóm, mỗi nhóm năm chữ số")).toBeTruthy();
    fireEvent.change(group(dialog, 1), { target: { value: "10001" } });
    fireEvent.change(group(dialog, 8), { target: { value: "80008" } });
    expect(within(dialog).getAllByText("không khớp")).toHaveLength(6);
    expect(within(dialog).getByText(/nhóm 2, 3, 4, 5, 6, 7\./)).toBeTruthy();
    expect(group(dialog, 2).getAttribute("aria-invalid")).toBe("true");
    fireEvent.click(within(dialog).getByRole("button", { name: "Tin cậy cơ quan này" }));
    expect(trusted(fake)).toEqual([]);
  });

  it("goes on from box to box while typing", async () => {
    show();
    const dialog = await openTrust();
    fireEvent.change(group(dialog, 1), { target: { value: "1000" } });
    fireEvent.change(group(dialog, 1), { target: { value: "10001" } });
    expect(document.activeElement).toBe(group(dialog, 2));
    fireEvent.keyDown(group(dialog, 2), { key: "Backspace" });
    expect(document.activeElement).toBe(group(dialog, 1));
  });

  it("explains a renewed key, and says so when the card is our own", async () => {
    show({ keyCardRead: () => ({ ...card, renews: district }) });
    expect((await openTrust()).textContent).toContain("UBND huyện Thanh Ba thay khóa");
  });

  it("says in a sentence why a file is no card", async () => {
    show({
      keyCardRead: () => {
        throw refuse({ code: "card-foreign", params: { path: "/a.txt" } });
      },
    });
    fireEvent.click(await screen.findByRole("button", { name: "Chọn tệp thẻ…" }));
    expect(await screen.findByText(/không phải thẻ khóa/)).toBeTruthy();
  });
});

describe("our own card", () => {
  it("shows fingerprint and code, and goes onto a stick or to the printer", async () => {
    const fake = show();
    expect(await screen.findByRole("img", { name: /Mã QR/ })).toBeTruthy();
    expect(screen.getAllByText("22222")).toHaveLength(8);
    fireEvent.click(screen.getByRole("button", { name: "In thẻ" }));
    await screen.findByRole("radio", { name: /K/ });
    fireEvent.click(screen.getByRole("button", { name: "Xuất tệp PDF" }));
    expect(await screen.findByText("/media/K/08173.pdf")).toBeTruthy();
    expect(fake.calls.find(({ name }) => name === "keyCardSave")?.args).toEqual({
      folder: "/media/K",
      formats: ["pdf"],
    });
  });

  it("gets a new key only after the question", async () => {
    const fake = show({
      keyRenew: () => ({ ...commune, madeAt: "2026-11-01T08:00:00.000Z", renews: null, qr: ["1"], text: "" }),
    });
    fireEvent.click(await screen.findByRole("button", { name: "Thay khóa…" }));
    const question = await screen.findByRole("dialog", { name: "Thay khóa của cơ quan" });
    expect(fake.calls.some(({ name }) => name === "keyRenew")).toBe(false);
    fireEvent.click(within(question).getByRole("button", { name: "Thay khóa" }));
    await waitFor(() => expect(fake.calls.some(({ name }) => name === "keyRenew")).toBe(true));
  });
});
