import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { CallResult } from "../../../../shared/contract/contract";
import type { AsideChange, ProposalData } from "../../../../shared/contract/schemas/proposals";
import { commune, personId } from "../../../testing/exchange-data";
import { type FakeHandlers, fakeApi, refuse } from "../../../testing/fake-api";
import { renderApp } from "../../../testing/render";
import { ProposalNotice } from "./proposal-notice";
import { ProposalsTab } from "./proposals-tab";

// The simulated page has no fonts, which a field that grows asks for.
Object.defineProperty(document, "fonts", { value: new EventTarget(), configurable: true });

const key = "a1".repeat(32);

function proposal(n: number, over: Partial<ProposalData> = {}): ProposalData {
  return {
    id: String(n).repeat(64),
    author: commune,
    key,
    user: "Nguyễn Thị Lan",
    at: "2026-11-20T08:00:00.000Z",
    entity: "official",
    rowId: personId,
    label: `Người Số ${n}`,
    rowLabel: "",
    officialId: personId,
    kind: "change",
    reason: "notItsPeople",
    canDecide: true,
    canWithdraw: false,
    writings: 1,
    values: [{ field: "phone", current: "0911", proposed: "0922" }],
    ...over,
  };
}

function asAside({
  reason: _reason,
  canDecide: _canDecide,
  canWithdraw: _canWithdraw,
  writings: _writings,
  ...what
}: ProposalData): AsideChange {
  return what;
}

function answer(proposals: readonly ProposalData[]): CallResult<"proposals"> {
  const [first] = proposals;
  const groups =
    first === undefined
      ? []
      : [{ author: first.author, key: first.key, reason: first.reason, count: proposals.length }];
  return { count: proposals.length, groups, proposals: [...proposals] };
}

function show(handlers: FakeHandlers = {}, officialId: string | null = null) {
  const fake = fakeApi({
    proposals: () => answer([proposal(1), proposal(2)]),
    decidedProposals: () => ({ total: 0, decided: [] }),
    asideChanges: () => ({ total: 0, changes: [] }),
    decideProposals: () => ({ decided: 1, left: 0, changeId: 9, proposed: null }),
    ...handlers,
  });
  renderApp(<ProposalsTab officialId={officialId} />, { fake });
  return fake;
}

const decisions = (fake: ReturnType<typeof show>) =>
  fake.calls.filter(({ name }) => name === "decideProposals").map(({ args }) => args);

describe("proposals", () => {
  it("stand by office with the reason in words, each with who, when and what would be written", async () => {
    show();
    expect(await screen.findByText("2 đề nghị chờ quyết định")).toBeTruthy();
    const group = await screen.findByRole("region", { name: "UBND xã Quảng Yên: 2 đề nghị" });
    expect(group.textContent).toContain("UBND xã Quảng Yên sửa hồ sơ của người không thuộc đơn vị mình");
    const table = await within(group).findByRole("table", { name: /Người Số 1/ });
    expect(
      within(table)
        .getAllByRole("row")
        .map((row) => row.textContent),
    ).toEqual(["MụcĐang ghiĐề nghị", "Điện thoại09110922"]);
    expect(
      within(group)
        .getAllByRole("link", { name: /^Mở hồ sơ/ })[0]
        ?.getAttribute("href"),
    ).toBe(`#/officials/${personId}`);
  });

  it("that were decided say by whom and why, also to whoever proposed them", async () => {
    const what = asAside(proposal(3));
    const decidedBy = {
      office: "UBND huyện Thanh Ba",
      user: "Trần Quốc Hưng",
      at: "2026-11-21T08:00:00.000Z",
    };
    show({
      proposals: () => answer([]),
      decidedProposals: () => ({
        total: 2,
        decided: [
          { ...what, verdict: "refuse", note: "Chưa có quyết định", ours: true, decidedBy },
          { ...what, id: "4".repeat(64), verdict: "accept", note: null, ours: true, decidedBy },
        ],
      }),
    });
    const [refused, accepted] = await within(
      await screen.findByRole("list", { name: "Đề nghị đã quyết định" }),
    ).findAllByRole("listitem");
    expect(refused?.textContent).toMatch(
      /Từ chối.*Trần Quốc Hưng, UBND huyện Thanh Ba từ chối lúc .*Lý do: Chưa có quyết định/,
    );
    expect(refused?.textContent).toContain("Đề nghị của UBND xã Quảng Yên");
    expect(accepted?.textContent).toMatch(/Chấp nhận.*UBND huyện Thanh Ba chấp nhận lúc/);
    expect(accepted?.textContent).not.toContain("Lý do");
  });

  it("leave what is set aside in sight, with who wrote it", async () => {
    const what = asAside(proposal(5));
    show({ proposals: () => answer([]), asideChanges: () => ({ total: 1, changes: [what] }) });
    const list = await screen.findByRole("list", { name: "Để riêng: 1 thay đổi" });
    expect(list.textContent).toContain("Do UBND xã Quảng Yên ghi");
    expect(within(list).queryByRole("button")).toBeNull();
  });

  it("are accepted one by one without a question, and refused with a reason", async () => {
    const fake = show();
    fireEvent.click(await screen.findByRole("button", { name: "Chấp nhận: Sửa: Người Số 1" }));
    await screen.findByText("Đã chấp nhận 1 đề nghị.");
    fireEvent.click(screen.getByRole("button", { name: "Từ chối: Sửa: Người Số 2" }));
    const question = await screen.findByRole("dialog", { name: "Từ chối đề nghị: Sửa: Người Số 2" });
    fireEvent.change(within(question).getByRole("textbox"), { target: { value: "Chưa có quyết định" } });
    fireEvent.click(within(question).getByRole("button", { name: "Từ chối" }));
    await waitFor(() => expect(decisions(fake)).toHaveLength(2));
    expect(decisions(fake)).toMatchObject([
      { which: { ids: ["1".repeat(64)] }, verdict: "accept", note: null },
      { which: { ids: ["2".repeat(64)] }, verdict: "refuse", note: "Chưa có quyết định" },
    ]);
  });

  it("say what would be added, so that a posting is not taken for a new person", async () => {
    const added = { entity: "assignment", kind: "add", label: "Trần Thị Ánh" } as const;
    show({ proposals: () => answer([proposal(1, added)]) });
    expect(
      await screen.findByRole("heading", { name: "Thêm quá trình công tác: Trần Thị Ánh" }),
    ).toBeTruthy();
  });

  it("are decided as ticked, or all of one office and reason at once", async () => {
    const fake = show();
    fireEvent.click(await screen.findByRole("checkbox", { name: "Chọn đề nghị Sửa: Người Số 2" }));
    fireEvent.click(screen.getByRole("button", { name: /^Chấp nhận 1 đề nghị đã chọn/ }));
    await waitFor(() => expect(decisions(fake)).toHaveLength(1));
    fireEvent.click(screen.getByRole("checkbox", { name: "Chọn đề nghị Sửa: Người Số 2" }));
    fireEvent.click(screen.getByRole("button", { name: /^Chấp nhận cả 2 đề nghị/ }));
    const question = await screen.findByRole("dialog", { name: "Chấp nhận 2 đề nghị" });
    fireEvent.click(within(question).getByRole("button", { name: "Chấp nhận" }));
    await waitFor(() => expect(decisions(fake)).toHaveLength(2));
    expect(decisions(fake)).toMatchObject([
      { which: { ids: ["2".repeat(64)] } },
      { which: { author: key, reason: "notItsPeople" }, verdict: "accept" },
    ]);
  });

  it("ask for the numbers where accepting them changes much", async () => {
    const fake = show({
      decideProposals: ({ confirmed }) => {
        if ((confirmed ?? []).length > 0) return { decided: 1, left: 0, changeId: 9, proposed: null };
        throw refuse({ code: "mass-unconfirmed", params: { what: "12 người", asked: "ended=12" } });
      },
    });
    fireEvent.click(await screen.findByRole("button", { name: "Chấp nhận: Sửa: Người Số 1" }));
    const field = await screen.findByRole("textbox", { name: /Số để đồng ý/ });
    fireEvent.change(field, { target: { value: "12" } });
    fireEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Chấp nhận" }));
    await screen.findByText("Đã chấp nhận 1 đề nghị.");
    expect(decisions(fake).at(-1)).toMatchObject({ confirmed: [{ kind: "ended", count: 12 }] });
  });

  it("that a higher office decides about are shown, and cannot be decided here", async () => {
    show({ proposals: () => answer([proposal(1, { canDecide: false, author: null })]) });
    const group = await screen.findByRole("region", { name: "Nơi chưa đối chiếu (a1a1a1a1…): 1 đề nghị" });
    await within(group).findByText(/do cấp trên quyết định/);
    expect(within(group).queryByRole("button", { name: /Chấp nhận|Từ chối/ })).toBeNull();
  });

  it("of our own office are taken back by those who wrote them, alone or together", async () => {
    const own = { canDecide: false, canWithdraw: true };
    const fake = show({ proposals: () => answer([proposal(1, { ...own, writings: 2 }), proposal(2, own)]) });
    await screen.findByText(/Gồm 2 lần ghi liên tiếp/);
    expect(screen.queryByRole("button", { name: /Chấp nhận|Từ chối/ })).toBeNull();
    fireEvent.click(screen.getByRole("button", { name: "Rút lại đề nghị: Sửa: Người Số 1" }));
    await screen.findByText("Đã rút lại 1 đề nghị.");
    fireEvent.click(screen.getByRole("button", { name: /^Rút lại cả 2 đề nghị/ }));
    const question = await screen.findByRole("dialog", { name: "Rút lại 2 đề nghị" });
    fireEvent.click(within(question).getByRole("button", { name: "Rút lại" }));
    await waitFor(() => expect(decisions(fake)).toHaveLength(2));
    expect(decisions(fake)).toMatchObject([
      { which: { ids: ["1".repeat(64)] }, verdict: "withdraw" },
      { which: { author: key, reason: "notItsPeople" }, verdict: "withdraw" },
    ]);
  });

  it("of one person are named on their screen, and asked for alone", async () => {
    const fake = fakeApi({ proposals: () => answer([proposal(1)]) });
    renderApp(<ProposalNotice officialId={personId} />, { fake });
    expect(await screen.findByText("1 thay đổi của hồ sơ này đang chờ quyết định.")).toBeTruthy();
    expect(screen.getByRole("link", { name: "Xem đề nghị" }).getAttribute("href")).toBe(
      `#/exchange/proposals?official=${personId}`,
    );
    expect(fake.calls[0]?.args).toMatchObject({ officialId: personId });
  });
});
