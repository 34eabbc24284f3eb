import { fireEvent, screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import type { UnreadableData } from "../../../../shared/contract/schemas/conflicts";
import { personId } from "../../../testing/exchange-data";
import { fakeApi } from "../../../testing/fake-api";
import { renderApp } from "../../../testing/render";
import { UnreadableNotice } from "./unreadable-notice";
import { UnreadableTab } from "./unreadable-tab";

const row: UnreadableData = {
  entity: "official",
  rowId: personId,
  officialId: personId,
  label: "Nguyễn Thị Hoà",
  rowLabel: "",
  field: "birth",
  text: "9999-99-99",
  shown: "12/05/1980",
  canKeep: true,
  office: "UBND xã Quảng Yên",
  user: "Nguyễn Thị Lan",
  at: "2026-11-20T08:00:00.000Z",
};

const show = (rows: UnreadableData[]) =>
  renderApp(<UnreadableTab />, { fake: fakeApi({ unreadablePage: () => ({ total: rows.length, rows }) }) });

it("names record, field, what came, what is shown instead and who wrote it, with the way to the record", async () => {
  show([
    row,
    {
      ...row,
      entity: "unit",
      officialId: null,
      label: "Quảng Yên",
      field: "name",
      text: null,
      shown: null,
      canKeep: false,
    },
  ]);
  const lines = within(await screen.findByRole("table", { name: "Giá trị không đọc được" })).getAllByRole(
    "row",
  );
  expect(lines[1]?.textContent).toMatch(
    /^Nguyễn Thị HoàNgày sinh9999-99-9912\/05\/1980UBND xã Quảng YênNguyễn Thị Lan, /,
  );
  expect(lines[2]?.textContent).toContain("(kiểu không rõ)");
  expect(screen.getAllByRole("link").map((link) => link.getAttribute("href"))).toEqual([
    `#/officials/${personId}`,
    "#/catalog/units",
  ]);
  expect(screen.getByRole("status").textContent).toBe("2 giá trị không đọc được");
});

it("is answered by keeping what is shown, where there is something to keep", async () => {
  let rows = [row, { ...row, entity: "unit" as const, field: "name", shown: null, canKeep: false }];
  const fake = fakeApi({
    unreadablePage: () => ({ total: rows.length, rows }),
    unreadableKeep: () => {
      rows = rows.slice(1);
      fake.emit("changed", { version: 2, session: false, parts: ["official", "log"], officials: null });
      return { changeId: 3, proposed: null };
    },
  });
  renderApp(<UnreadableTab />, { fake });
  const [keep, ...others] = await screen.findAllByRole("button", { name: /^Giữ giá trị đang hiện/ });
  expect(others).toEqual([]);
  if (keep !== undefined) fireEvent.click(keep);
  await screen.findByText("1 giá trị không đọc được");
  await screen.findByText("Đã giữ giá trị đang hiện của Nguyễn Thị Hoà.");
  expect(screen.queryByRole("button", { name: "Hoàn tác" })).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole("status"));
  expect(fake.calls.find(({ name }) => name === "unreadableKeep")?.args).toEqual({
    entity: "official",
    rowId: personId,
    field: "birth",
  });
});

it("says so where all of it can be read", async () => {
  show([]);
  expect(await screen.findByText("Mọi giá trị nhận được đều đọc được")).toBeTruthy();
});

it("of one person are named on their screen, and asked for alone", async () => {
  const fake = fakeApi({ unreadablePage: () => ({ total: 1, rows: [row] }) });
  renderApp(<UnreadableNotice officialId={personId} />, { fake });
  expect(await screen.findByText("Nơi khác ghi 1 giá trị của hồ sơ này mà sổ không đọc được.")).toBeTruthy();
  expect(screen.getByRole("link", { name: "Xem giá trị" }).getAttribute("href")).toBe(
    "#/exchange/unreadable",
  );
  expect(fake.calls[0]?.args).toMatchObject({ officialId: personId });
});
