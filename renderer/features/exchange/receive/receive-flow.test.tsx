import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import {
  changedPerson,
  commune,
  district,
  foundPacket,
  personId,
  receivedFile,
  receiveSummary,
  reception,
} from "../../../testing/exchange-data";
import { type FakeApi, type FakeHandlers, fakeApi, refuse } from "../../../testing/fake-api";
import { renderApp } from "../../../testing/render";
import { ReceiveFlow } from "./receive-flow";

function show(handlers: FakeHandlers = {}) {
  const fake = fakeApi({
    reportTargets: () => [],
    packetsFind: () => ({ packets: [foundPacket()], cut: false }),
    receivePreview: () => receiveSummary(),
    receivePreviewPage: () => ({ total: 1, rows: [changedPerson] }),
    receiveKeep: () => ({ receptionId: 3, summary: receiveSummary() }),
    receiveDiscard: () => null,
    receptionsList: () => [],
    workCancel: () => null,
    windowCloseAllowed: () => null,
    ...handlers,
  });
  const view = renderApp(<ReceiveFlow />, { fake, hash: "#/exchange/transfer/receive" });
  return { fake, view };
}

const argsOf = (fake: FakeApi, name: string) =>
  fake.calls.filter((one) => one.name === name).map(({ args }) => args);

async function openPreview() {
  fireEvent.click(await screen.findByRole("button", { name: "Xem trước" }));
  await screen.findByRole("heading", { name: "Xem trước khi nhận" });
  await screen.findByText(/Nếu nhận, sổ sẽ|không có gì mới|Không có tệp nào/);
}

describe("choosing files", () => {
  it("leaves the focus where it is while files are looked for again, which begins by itself too", async () => {
    let asked = 0;
    show({
      // The second answer never comes.
      packetsFind: () =>
        asked++ === 0 ? { packets: [foundPacket()], cut: false } : new Promise(() => undefined),
    });
    const again = await screen.findByRole<HTMLButtonElement>("button", { name: "Tìm lại" });
    await waitFor(() => expect(again.getAttribute("aria-busy")).toBeNull());
    again.focus();
    fireEvent.click(again);
    await waitFor(() => expect(again.getAttribute("aria-busy")).toBe("true"));
    expect(asked).toBe(2);
    expect(again.disabled).toBe(false);
    expect(document.activeElement).toBe(again);
  });

  it("searches by itself, ticks what is new, and says of each other file why it cannot be received", async () => {
    const { fake } = show({
      packetsFind: () => ({
        packets: [
          foundPacket(),
          foundPacket({ path: "/m/held", fileName: "held.scbsync", state: "held", number: 6 }),
          foundPacket({
            path: "/m/unknown",
            fileName: "la.scbsync",
            state: "unknownSender",
            sender: { ...commune, confirmed: false },
          }),
          foundPacket({
            path: "/m/broken",
            fileName: "hong.scbsync",
            state: "damaged",
            sender: null,
            number: null,
            at: null,
          }),
        ],
        cut: false,
      }),
    });
    await screen.findByText("Tìm thấy 4 tệp");
    expect(argsOf(fake, "packetsFind")).toEqual([{ folder: null }]);
    expect(
      screen.getByRole<HTMLInputElement>("checkbox", { name: "Chọn tệp 233-000007.scbsync" }).checked,
    ).toBe(true);
    expect(screen.getByRole<HTMLInputElement>("checkbox", { name: "Chọn tệp held.scbsync" }).checked).toBe(
      false,
    );
    const unknown = screen.getByRole("row", { name: /la\.scbsync/ });
    expect(within(unknown).queryByRole("checkbox")).toBeNull();
    // Not the digits of the file: they would be compared with themselves.
    expect(unknown.textContent).not.toContain(commune.fingerprint);
    expect(within(unknown).getByRole("link", { name: "Thêm thẻ khóa" }).getAttribute("href")).toBe(
      "#/exchange/card",
    );
    expect(screen.getByRole("row", { name: /hong\.scbsync/ }).textContent).toContain("Hỏng hoặc bị cụt");
    fireEvent.click(screen.getByRole("checkbox", { name: "Chọn tệp held.scbsync" }));
    fireEvent.click(screen.getByRole("button", { name: "Xem trước" }));
    await screen.findByText(/Nếu nhận, sổ sẽ/);
    expect(argsOf(fake, "receivePreview")).toMatchObject([{ paths: [foundPacket().path, "/m/held"] }]);
  });

  it("lets a file of another copy of our own roster be chosen, and one that brings nothing not", async () => {
    const { fake } = show({
      packetsFind: () => ({
        packets: [
          foundPacket({ path: "/m/ban-kia", fileName: "ban-kia.scbsync", state: "ownNew" }),
          foundPacket({ path: "/m/cua-minh", fileName: "cua-minh.scbsync", state: "own" }),
        ],
        cut: false,
      }),
    });
    const row = await screen.findByRole("row", { name: /ban-kia/ });
    expect(row.textContent).toContain("Bản khác của chính cơ quan này");
    expect(within(screen.getByRole("row", { name: /cua-minh\.scbsync/ })).queryByRole("checkbox")).toBeNull();
    const box = within(row).getByRole<HTMLInputElement>("checkbox");
    // Somebody who went back on purpose must not have it all brought back by a press of the button.
    expect(box.checked).toBe(false);
    fireEvent.click(box);
    fireEvent.click(screen.getByRole("button", { name: "Xem trước" }));
    await screen.findByText(/Nếu nhận, sổ sẽ/);
    expect(argsOf(fake, "receivePreview")).toMatchObject([{ paths: ["/m/ban-kia"] }]);
  });

  it("looks in a folder that was picked", async () => {
    const { fake } = show({
      dialogPickFolder: () => "/mnt/thu",
      packetsFind: () => ({ packets: [], cut: false }),
    });
    await screen.findByText("Chưa thấy tệp trao đổi nào");
    fireEvent.click(screen.getByRole("button", { name: "Chọn thư mục khác…" }));
    await screen.findByText("Tìm thấy 0 tệp trong /mnt/thu");
    expect(argsOf(fake, "packetsFind")).toEqual([{ folder: null }, { folder: "/mnt/thu" }]);
  });

  it("comes back with the sentence when reading was stopped", async () => {
    show({
      receivePreview: () => {
        throw refuse({ code: "cancelled", params: {} });
      },
    });
    fireEvent.click(await screen.findByRole("button", { name: "Xem trước" }));
    expect((await screen.findByRole("alert")).textContent).toContain("Đã dừng theo yêu cầu");
    expect(screen.getByRole("button", { name: "Xem trước" })).toBeTruthy();
  });
});

describe("a preview", () => {
  it("shows people with each field before and after, then keeps it and leads to the conflicts", async () => {
    const { fake } = show();
    await openPreview();
    expect(screen.getByText("Nếu nhận, sổ sẽ thêm 1 người, cập nhật 1 người.")).toBeTruthy();
    expect(screen.getByText("Sau khi nhận: có 1 mâu thuẫn cần giải quyết.")).toBeTruthy();
    fireEvent.click(await screen.findByRole("button", { name: /Nguyễn Văn An/, expanded: false }));
    const details = await screen.findByRole("table", { name: /Nguyễn Văn An/ });
    expect(
      within(details)
        .getAllByRole("row")
        .map((row) => row.textContent),
    ).toEqual([
      "MụcỞ sổ nàyTệp mang đếnSau khi nhận",
      "Ngày sinh198005/198005/1980",
      "Điện thoạimâu thuẫn0912 345 6780987 654 3210912 345 678",
    ]);
    fireEvent.click(screen.getByRole("button", { name: "Nhận vào sổ" }));
    await screen.findByRole("heading", { name: "Đã nhận vào sổ" });
    expect(argsOf(fake, "receiveKeep")).toEqual([{ confirmed: [] }]);
    expect(screen.getByRole("link", { name: "Giải quyết 1 mâu thuẫn" }).getAttribute("href")).toBe(
      "#/exchange/conflicts",
    );
    expect(argsOf(fake, "receiveDiscard")).toEqual([]);
  });

  it("refuses to be applied until the numbers of a large change are typed", async () => {
    const mass = [
      { kind: "removed", count: 1200 },
      { kind: "figures", count: 3 },
    ] as const;
    const { fake } = show({ receivePreview: () => receiveSummary({ removed: 1200, mass: [...mass] }) });
    await openPreview();
    expect(
      screen.getByText(
        "Thay đổi lớn: 1.200 hồ sơ bị xóa, 3 đơn vị có số người đạt chuẩn đổi từ một phần mười trở lên.",
      ),
    ).toBeTruthy();
    // Under the field appears what is wrong there, and hides nothing.
    const otherwise = screen.getByText(/^Nếu không đúng như vậy/);
    const typed = screen.getByRole("textbox", { name: /^Số để đồng ý/ });
    expect(otherwise.compareDocumentPosition(typed)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    const field = screen.getByRole("textbox", { name: /Số để đồng ý/ });
    for (const typed of ["", "1200", "3 1200"]) {
      fireEvent.change(field, { target: { value: typed } });
      fireEvent.click(screen.getByRole("button", { name: "Nhận vào sổ" }));
      expect(await screen.findByText("Hãy gõ đúng 1.200 3 để đồng ý")).toBeTruthy();
      expect(document.activeElement).toBe(field);
    }
    expect(argsOf(fake, "receiveKeep")).toEqual([]);
    fireEvent.change(field, { target: { value: "1.200, 3" } });
    fireEvent.click(screen.getByRole("button", { name: "Nhận vào sổ" }));
    await screen.findByRole("heading", { name: "Đã nhận vào sổ" });
    expect(argsOf(fake, "receiveKeep")).toEqual([{ confirmed: mass }]);
  });

  it("says why a file was refused, and offers nothing to apply when none is left", async () => {
    show({
      receivePreview: () =>
        receiveSummary({
          files: [
            receivedFile({
              result: "refused",
              error: { code: "packet-truncated", params: { path: "/a" } },
              added: 0,
              changed: 0,
              conflicts: 0,
            }),
          ],
          added: 0,
          changed: 0,
          conflicts: 0,
          people: 0,
        }),
    });
    await openPreview();
    expect(screen.getByText(/Tệp trao đổi 233-000007\.scbsync bị cụt/)).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Nhận vào sổ" })).toBeNull();
  });

  it("stays on screen with the sentence when applying was refused", async () => {
    const { fake } = show({
      receiveKeep: () => {
        throw refuse({ code: "disk-full", params: { path: "/so.scb" } });
      },
    });
    await openPreview();
    fireEvent.click(screen.getByRole("button", { name: "Nhận vào sổ" }));
    expect((await screen.findByRole("alert")).textContent).toContain("đã đầy");
    fireEvent.click(screen.getByRole("button", { name: "Không nhận" }));
    await screen.findByRole("heading", { name: "Chọn tệp để nhận" });
    expect(argsOf(fake, "receiveDiscard")).toHaveLength(1);
  });
});

it("counts what waits to be looked at as news: a reception that brings proposals is none with nothing new", async () => {
  show({
    receiveKeep: () => ({
      receptionId: 3,
      summary: receiveSummary({
        added: 0,
        changed: 0,
        conflicts: 0,
        proposals: 4,
        decided: 1,
        unreadable: 2,
      }),
    }),
    receptionsList: () => [reception(3, { proposals: 4 })],
  });
  await openPreview();
  fireEvent.click(screen.getByRole("button", { name: "Nhận vào sổ" }));
  expect(
    await screen.findByText(
      "Kết quả: có 4 đề nghị chờ quyết định, có 1 đề nghị của cơ quan mình đã được quyết định, có 2 giá trị không đọc được.",
    ),
  ).toBeTruthy();
  expect(screen.queryByText(/không có gì mới/)).toBeNull();
});

it("says of a pair that was kept apart here which office joined it, before and after, and opens the record then", async () => {
  const summary = receiveSummary({
    apartJoined: [{ office: district.office, joined: "Lê Thị Ba", into: "Lê Thị Bà", officialId: personId }],
  });
  show({ receivePreview: () => summary, receiveKeep: () => ({ receptionId: 3, summary }) });
  await openPreview();
  const told = `${district.office} đã gộp hai hồ sơ mà ở đây đã để riêng: Lê Thị Ba vào Lê Thị Bà.`;
  expect(screen.getByText(told, { exact: false })).toBeTruthy();
  expect(screen.queryByRole("link", { name: "Mở hồ sơ Lê Thị Bà" })).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "Nhận vào sổ" }));
  const link = await screen.findByRole("link", { name: "Mở hồ sơ Lê Thị Bà" });
  expect(screen.getByText(told, { exact: false })).toBeTruthy();
  expect(link.getAttribute("href")).toBe(`#/officials/${personId}`);
});

describe("leaving with a preview open", () => {
  it("asks in its own words, stays when told to, and gives the preview up when not", async () => {
    const { fake, view } = show();
    await openPreview();
    const first = view.location.go("#/changes");
    const question = await screen.findByRole("dialog", { name: "Đang xem trước một lần nhận" });
    expect(question.textContent).toContain("Chưa có gì được ghi vào sổ");
    fireEvent.click(within(question).getByRole("button", { name: "Ở lại" }));
    expect(await first).toBe(false);
    expect(argsOf(fake, "receiveDiscard")).toEqual([]);
    const second = view.location.go("#/changes");
    fireEvent.click(await screen.findByRole("button", { name: "Không nhận, rời đi" }));
    expect(await second).toBe(true);
    expect(argsOf(fake, "receiveDiscard")).toHaveLength(1);
  });

  it("asks before the window closes", async () => {
    const { fake } = show();
    await openPreview();
    act(() => fake.emit("closeRequested", {}));
    fireEvent.click(await screen.findByRole("button", { name: "Không nhận, rời đi" }));
    await waitFor(() => expect(argsOf(fake, "windowCloseAllowed")).toEqual([{ allowed: true }]));
    expect(argsOf(fake, "receiveDiscard")).toHaveLength(1);
  });

  it("gives the preview up when the screen is taken away, even one that comes afterwards", async () => {
    let answer: (summary: ReturnType<typeof receiveSummary>) => void = () => undefined;
    const { fake, view } = show({
      receivePreview: () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    });
    fireEvent.click(await screen.findByRole("button", { name: "Xem trước" }));
    await screen.findByText("Đang đọc tệp và so với sổ…");
    view.unmount();
    await waitFor(() => expect(argsOf(fake, "workCancel")).toHaveLength(1));
    answer(receiveSummary());
    await waitFor(() => expect(argsOf(fake, "receiveDiscard")).toHaveLength(2));
  });
});
