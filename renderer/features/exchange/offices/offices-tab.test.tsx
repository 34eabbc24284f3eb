import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { CallResult } from "../../../../shared/contract/contract";
import { createI18n } from "../../../../shared/i18n";
import { commune, district, officeState } from "../../../testing/exchange-data";
import { fakeApi } from "../../../testing/fake-api";
import { renderApp } from "../../../testing/render";
import { noticesOf } from "./office-notices";
import { OfficesTab } from "./offices-tab";

const copies: CallResult<"exchangeOffices">["copies"] = [
  {
    name: "1a2b3c4d",
    lastAt: "2026-11-20T08:00:00.000Z",
    ops: 420,
    current: true,
    active: true,
    branches: 1,
  },
  {
    name: "99999999",
    lastAt: "2026-11-19T08:00:00.000Z",
    ops: 30,
    current: false,
    active: true,
    branches: 1,
  },
];

function show(proposals = 0) {
  const fake = fakeApi({
    exchangeOffices: () => ({
      offices: [
        officeState({
          lastReceived: {
            number: 7,
            at: "2099-01-01T00:00:00.000Z",
            receivedAt: "2026-11-20T08:00:00.000Z",
            clockSuspect: true,
          },
          lastSent: { number: 12, at: "2026-11-21T08:00:00.000Z" },
          notYetThere: 1234,
        }),
        officeState({ ...commune, standing: "own", role: null }),
        officeState({
          fingerprint: null,
          unitCode: "",
          office: "UBND xã Quảng Yên",
          standing: "ownElsewhere",
          role: null,
          trustedAt: null,
        }),
      ],
      copies,
    }),
    officeSetRole: () => null,
    officeRevoke: () => ({ proposals }),
    rosterTidy: () => ({ documents: 3, bytes: 50_000 }),
  });
  renderApp(<OfficesTab />, { fake });
  return fake;
}

describe("offices", () => {
  it("say what was received and sent, and what the other side lacks", async () => {
    show();
    const table = await screen.findByRole("table", { name: "Các cơ quan" });
    const rows = within(table).getAllByRole("row");
    expect(rows).toHaveLength(3);
    expect(rows[2]?.textContent).toContain("cơ quan mình, máy khác");
    expect(rows[2]?.textContent).not.toContain("mã");
    const text = rows[1]?.textContent ?? "";
    for (const part of ["tệp số 7", "đồng hồ nghi sai", "tệp số 12", "1.234 thay đổi"]) {
      expect(text).toContain(part);
    }
  });

  it("warn of a copy of our own roster that goes on elsewhere", async () => {
    show();
    const table = await screen.findByRole("table", { name: "Các bản sổ của cơ quan mình" });
    expect(within(table).getByText("Bản đang dùng trên máy này.")).toBeTruthy();
    expect(within(table).getByText(/Bản khác vẫn đang được dùng để nhập/)).toBeTruthy();
  });

  it("take another role, and lose trust only after a question", async () => {
    const fake = show();
    fireEvent.change(await screen.findByRole("combobox", { name: "Vai trò của UBND huyện Thanh Ba" }), {
      target: { value: "neighbour" },
    });
    await waitFor(() =>
      expect(fake.calls.find(({ name }) => name === "officeSetRole")?.args).toEqual({
        fingerprint: district.fingerprint,
        role: "neighbour",
      }),
    );
    fireEvent.click(await screen.findByRole("button", { name: /^Thu hồi khóa của/ }));
    const question = await screen.findByRole("dialog", { name: "Thu hồi khóa" });
    expect(fake.calls.some(({ name }) => name === "officeRevoke")).toBe(false);
    fireEvent.click(within(question).getByRole("button", { name: "Thu hồi khóa" }));
    await screen.findByText("Đã thu hồi khóa của UBND huyện Thanh Ba.");
    expect(fake.calls.find(({ name }) => name === "officeRevoke")?.args).toEqual({
      fingerprint: district.fingerprint,
      from: null,
      reason: null,
    });
  });

  it("are asked from which day a stolen key does not count, and say how many changes wait since", async () => {
    const fake = show(12);
    fireEvent.click(await screen.findByRole("button", { name: /^Thu hồi khóa của/ }));
    const question = await screen.findByRole("dialog", { name: "Thu hồi khóa" });
    const day = within(question).getByRole("textbox", { name: /Không tính những gì nhận từ ngày/ });
    fireEvent.change(day, { target: { value: "20/11/2026" } });
    fireEvent.blur(day);
    fireEvent.change(within(question).getByRole("textbox", { name: "Lý do" }), {
      target: { value: "Máy bị lấy cắp" },
    });
    fireEvent.click(within(question).getByRole("button", { name: "Thu hồi khóa" }));
    await screen.findByText(/12 thay đổi không còn được tính/);
    expect(fake.calls.find(({ name }) => name === "officeRevoke")?.args).toEqual({
      fingerprint: district.fingerprint,
      from: "2026-11-20",
      reason: "Máy bị lấy cắp",
    });
  });
});

describe("unused documents", () => {
  it("are cleared only after a question, and it is said what was cleared", async () => {
    const fake = show();
    fireEvent.click(await screen.findByRole("button", { name: "Dọn tài liệu thừa…" }));
    const question = await screen.findByRole("dialog", { name: "Dọn tài liệu thừa" });
    expect(fake.calls.some(({ name }) => name === "rosterTidy")).toBe(false);
    fireEvent.click(within(question).getByRole("button", { name: "Dọn tài liệu thừa" }));
    await screen.findByText("Đã dọn 3 tài liệu không còn dùng, khoảng 49 KB.");
  });
});

describe("noticesOf", () => {
  const { t } = createI18n("vi");
  const none = { office: "UBND xã X", gaps: [], waiting: 0, branches: 1 };

  it("is silent while nothing is missing", () => {
    expect(noticesOf(t, none)).toEqual([]);
  });

  it("names missing files by number where they have one", () => {
    const gaps = [
      { fromFile: 7, toFile: 7, missing: 12 },
      { fromFile: 9, toFile: 11, missing: 3400 },
      { fromFile: null, toFile: null, missing: 5 },
    ];
    expect(noticesOf(t, { ...none, gaps })).toEqual([
      "Thiếu tệp số 7 của UBND xã X (12 thay đổi).",
      "Thiếu tệp số 9 đến số 11 của UBND xã X (3.400 thay đổi).",
      "Thiếu 5 thay đổi của UBND xã X.",
      "Đề nghị nơi gửi xuất lại tệp là đủ.",
    ]);
  });

  it("explains two branches under one key", () => {
    expect(noticesOf(t, { ...none, branches: 2 })[0]).toContain(
      "Có 2 bản sổ cùng dùng một khóa: có thể sổ đã được chép hoặc phục hồi trên máy khác.",
    );
  });
});
