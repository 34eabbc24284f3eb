// Guards that whoever looks at what was not taken as it stands sees whose it is, and needs no other program for it.
import { screen } from "@testing-library/react";
import { beforeAll, expect, it } from "vitest";
import { fakeApi } from "../../../testing/fake-api";
import { importSession } from "../../../testing/import-data";
import { renderApp } from "../../../testing/render";
import { ProblemsList } from "./problems-list";

beforeAll(() => {
  Object.defineProperty(HTMLElement.prototype, "clientHeight", { configurable: true, get: () => 400 });
});

it("names the person of each cell, in the list and beside it", async () => {
  const message = "Chức danh này chỉ dùng đến hết 30/06/2025, hãy kiểm tra lại.";
  const problem = {
    person: "Lê Thị Thử",
    sheet: "Danh sach",
    row: 26,
    column: "G",
    heading: "Chức vụ",
    value: "Công chức địa chính",
    severity: "warning" as const,
    message,
  };
  const rows = [problem, { ...problem, person: "", row: 27 }];
  renderApp(<ProblemsList session={importSession} run={1} />, {
    fake: fakeApi({ importProblems: () => ({ total: 2, rows }) }),
    hash: "#/import",
  });
  expect(await screen.findByRole("row", { name: /^G26 Lê Thị Thử .*chỉ dùng đến hết/ })).toBeTruthy();
  expect(screen.getByRole("row", { name: /^G27 \(chưa có họ tên\)/ })).toBeTruthy();
  expect(screen.getByRole("complementary").textContent).toBe(
    `Lê Thị ThửÔ G26 · Danh sach · Chức vụCông chức địa chính${message}`,
  );
});
