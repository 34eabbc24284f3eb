import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { OfficeState } from "../../../../shared/contract/schemas/exchange";
import { commune, district, fingerprintOf, officeState, overview } from "../../../testing/exchange-data";
import { type FakeHandlers, fakeApi } from "../../../testing/fake-api";
import { renderApp } from "../../../testing/render";
import { SendDialog } from "./send-dialog";

const stick = { path: "/media/KINGSTON", label: "KINGSTON", removable: true, freeBytes: 7_000_000_000 };

function show(offices: readonly OfficeState[], handlers: FakeHandlers = {}) {
  const fake = fakeApi({
    exchangeOffices: () => ({ offices: [...offices], copies: [] }),
    exchangeOverview: () => overview,
    missingChanges: () => null,
    reportTargets: () => [stick],
    packetContents: ({ for: wanted }) =>
      wanted.map((fingerprint) => {
        const office = offices.find((one) => one.fingerprint === fingerprint) ?? officeState();
        return {
          to: [{ ...district, fingerprint, office: office.office, role: office.role ?? "neighbour" }],
          people: 33,
          fresh: { values: 2, people: 1 },
          whole: true,
          catalog: true,
          questions: 2,
        };
      }),
    packetSend: ({ for: wanted, folder }) => ({
      files: wanted.map((fingerprint, n) => ({
        path: `${folder}/08173-00000${n}.scbsync`,
        sha256: "00",
        bytes: 6600,
        people: 33,
        fresh: { values: 2, people: 1 },
        to: [fingerprint],
      })),
      removable: true,
    }),
    ...handlers,
  });
  renderApp(<SendDialog onClose={() => undefined} />, { fake });
  return fake;
}

function communes(count: number): OfficeState[] {
  return Array.from({ length: count }, (_, n) =>
    officeState({
      fingerprint: fingerprintOf(3).replace(/^33333/, String(10_000 + n)),
      office: `UBND xã Số ${n + 1}`,
      unitCode: String(10_000 + n),
      role: "subordinate",
    }),
  );
}

describe("sending", () => {
  it("has the superior chosen, and says in words what its file holds before anything is written", async () => {
    const fake = show([
      officeState(),
      officeState({ ...communes(1)[0], role: "recovery", office: "Sở Nội vụ" }),
    ]);
    const box = await screen.findByRole<HTMLInputElement>("checkbox", { name: "UBND huyện Thanh Ba (233)" });
    expect(box.checked).toBe(true);
    expect(screen.queryByRole("checkbox", { name: /Sở Nội vụ/ })).toBeNull();
    const contents = await screen.findByRole("region", { name: "Tệp sẽ có gì" });
    await waitFor(() =>
      expect(contents.textContent).toContain(
        "Mới so với lần gửi trước: 2 mục của 1 người. Kèm toàn bộ sổ: 33 người.",
      ),
    );
    expect(contents.textContent).toContain(
      "Chỉ UBND huyện Thanh Ba và chính cơ quan mình mở được; ngoài ra Sở Nội vụ mở được khi có nơi mất khóa.",
    );
    expect(fake.calls.some(({ name }) => name === "packetSend")).toBe(false);
  });

  it("writes to the stick, names the files and says that the stick may go", async () => {
    const fake = show([officeState()]);
    await screen.findByRole("radio", { name: /KINGSTON/ });
    fireEvent.click(screen.getByRole("button", { name: "Xuất tệp" }));
    expect(await screen.findByText(/Có thể rút USB/)).toBeTruthy();
    expect(screen.getByText("/media/KINGSTON/08173-000000.scbsync")).toBeTruthy();
    expect(
      screen.getByText(
        /gửi UBND huyện Thanh Ba: mới so với lần gửi trước: 2 mục của 1 người; tệp có 33 người/,
      ),
    ).toBeTruthy();
    expect(fake.calls.find(({ name }) => name === "packetSend")?.args).toEqual({
      for: [district.fingerprint],
      folder: "/media/KINGSTON",
    });
  });

  it("ticks all communes of a district at once, draws a hundred of them and finds one without marks", async () => {
    const fake = show(communes(330));
    const all = await screen.findByRole("checkbox", { name: "Chọn tất cả (330)" });
    const list = screen.getByRole("group", { name: "Cấp dưới" });
    expect(within(list).getAllByRole("listitem")).toHaveLength(100);
    fireEvent.click(screen.getByRole("button", { name: "Xuất tệp" }));
    expect(await screen.findByText("Hãy chọn ít nhất một cơ quan")).toBeTruthy();
    fireEvent.click(all);
    expect(screen.getByText("Đã chọn 330 cơ quan")).toBeTruthy();
    fireEvent.change(screen.getByRole("searchbox", { name: "Tìm cơ quan" }), {
      target: { value: "xa so 217" },
    });
    fireEvent.click(screen.getByRole("checkbox", { name: "UBND xã Số 217 (10216)" }));
    await screen.findByRole("radio", { name: /KINGSTON/ });
    fireEvent.click(screen.getByRole("button", { name: "Xuất tệp" }));
    await screen.findByText(/Có thể rút USB/);
    const sent = fake.calls.find(({ name }) => name === "packetSend")?.args as { for: string[] };
    expect(sent.for).toHaveLength(329);
  });

  it("leads to the key cards while no office is trusted", async () => {
    show([officeState({ standing: "unknown", role: null })]);
    const link = await screen.findByRole("link", { name: "Đến Thẻ khóa" });
    expect(link.getAttribute("href")).toBe("#/exchange/card");
  });

  it("writes for our own office while no other is known, so that another copy can take it in", async () => {
    const fake = show([]);
    fireEvent.click(await screen.findByRole("button", { name: "Xuất tệp cho cơ quan mình…" }));
    const box = await screen.findByRole<HTMLInputElement>("checkbox", {
      name: `${commune.office}, bản khác của chính sổ này (${commune.unitCode})`,
    });
    expect(box.checked).toBe(true);
    await screen.findByRole("radio", { name: /KINGSTON/ });
    fireEvent.click(screen.getByRole("button", { name: "Xuất tệp" }));
    expect(await screen.findByText(/Hãy mở bản kia của sổ/)).toBeTruthy();
    expect(fake.calls.find(({ name }) => name === "packetSend")?.args).toMatchObject({
      for: [commune.fingerprint],
    });
  });

  it("is for our own office first where the open roster is an older copy, whoever else may know the whole", async () => {
    const at = "2026-11-21T01:00:00.000Z";
    show([officeState()], {
      missingChanges: () => ({ changes: 3, lastAt: at, since: { changes: 1, firstAt: at, lastAt: at } }),
    });
    const own = await screen.findByRole<HTMLInputElement>("checkbox", { name: /bản khác của chính sổ này/ });
    expect(own.checked).toBe(true);
    expect(screen.getByRole<HTMLInputElement>("checkbox", { name: /UBND huyện Thanh Ba/ }).checked).toBe(
      false,
    );
  });

  it("is for our own office at once where the open roster is an older copy and no other office is known", async () => {
    const at = "2026-11-21T01:00:00.000Z";
    show([], {
      missingChanges: () => ({ changes: 3, lastAt: at, since: { changes: 1, firstAt: at, lastAt: at } }),
    });
    const own = await screen.findByRole<HTMLInputElement>("checkbox", { name: /bản khác của chính sổ này/ });
    expect(own.checked).toBe(true);
    expect(await screen.findByText(/Chỉ chính cơ quan mình mở được\./)).toBeTruthy();
  });

  it("leads to the offices where those that were trusted are no more", async () => {
    show([officeState({ standing: "revoked" })]);
    expect(await screen.findByText("Không còn cơ quan nào được tin cậy")).toBeTruthy();
    const link = screen.getByRole("link", { name: "Đến Các cơ quan" });
    expect(link.getAttribute("href")).toBe("#/exchange/offices");
  });

  it("offers our own office where nobody else may know the whole roster, and not otherwise", async () => {
    show(communes(1));
    const own = await screen.findByRole<HTMLInputElement>("checkbox", { name: /bản khác của chính sổ này/ });
    expect(own.checked).toBe(false);
    cleanup();
    show([officeState()]);
    await screen.findByRole("checkbox", { name: /UBND huyện Thanh Ba/ });
    expect(screen.queryByRole("checkbox", { name: /bản khác của chính sổ này/ })).toBeNull();
  });
});
