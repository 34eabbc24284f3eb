/** Rules go out to a file and come in from one, by keys alone: seen before they are written, taken back by one undo. */
import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "../fixtures";
import { screensOf } from "../pages/screens";
import { expectAccessible } from "../support/axe";
import { readCommandLine } from "../support/command-line";
import { sha256Of } from "../support/hash";
import { answerDialogs, resizeWindow } from "../support/program";
import { expectNothingCutOff, zoomTwice } from "../support/zoom";

interface RulesDocument {
  readonly standardSets: { key: string; rules: Record<string, unknown>[] }[];
}
interface Change {
  readonly changes: readonly { readonly person: string }[];
}

test("a text asked for less in a file: told per commune with a warning, written once, undone once", async ({
  program,
  place,
  sample,
}) => {
  await resizeWindow(program.app, { width: 1366, height: 768 });
  const { page, shell } = screensOf(program.page);
  await page.evaluate(() => {
    location.hash = "#/catalog/standards";
  });
  const press = (name: string) => page.getByRole("button", { name, exact: true }).press("Enter");
  const path = place.path("quy-dinh.json");
  await answerDialogs(program, { save: path, open: path });
  await press("Xuất ra tệp…");
  await expect(shell.notice(/^Đã xuất quy định ra .*quy-dinh\.json/)).toBeVisible();
  const document = JSON.parse(readFileSync(path, "utf8")) as RulesDocument;

  const before = sha256Of(sample);
  writeFileSync(path, JSON.stringify({ ...document, version: 2 }));
  await press("Nhập từ tệp…");
  await expect(shell.notice(/do phiên bản mới hơn của chương trình xuất ra/)).toBeVisible();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  expect(sha256Of(sample)).toBe(before);

  const province = {
    key: "qd-tinh",
    name: "Quyết định của tỉnh (thử)",
    validFrom: "2021-01-01",
    basedOn: "tt-13-2019",
    rules: [
      {
        standard: "professional",
        postGroups: ["civilServant"],
        clause: "Điều 2",
        minimumLevel: "intermediate",
      },
    ],
  };
  writeFileSync(path, JSON.stringify({ ...document, standardSets: [...document.standardSets, province] }));
  const { changes } = await readCommandLine<Change>(place, "rules-preview", sample, path);
  const people = new Set(changes.map(({ person }) => person)).size;
  await press("Nhập từ tệp…");
  const dialog = page.getByRole("dialog", { name: "Nhập quy định từ tệp" });
  await expect(
    dialog.getByRole("row", { name: /^Quyết định của tỉnh \(thử\) thêm mới thêm 1/ }),
  ).toBeVisible();
  await expect(dialog.getByRole("status")).toContainText(`${people} người đổi tình trạng`);
  await expect(dialog.getByText(/thấp hơn Đại học ở/)).toBeVisible();
  await dialog.getByText(/^Theo từng đơn vị/).press("Enter");
  await dialog
    .getByRole("button", { name: /xem danh sách/ })
    .first()
    .press("Enter");
  await expect(dialog.getByRole("table").last().getByRole("row").nth(1)).toBeVisible();
  await expectAccessible(page, "rules from a file");
  await zoomTwice(program);
  await expectNothingCutOff(program, "rules from a file");
  await program.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(1);
  });
  await page.keyboard.press("Control+Enter");
  const question = page.getByRole("dialog", { name: "Lưu quy định thấp hơn văn bản gốc?" });
  await question.getByRole("button", { name: "Vẫn lưu" }).press("Enter");
  await expect(shell.notice(/^Đã nhập quy định từ tệp/)).toBeVisible();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await zoomTwice(program);
  await expectNothingCutOff(program, "rules");
  await program.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(1);
  });
  const text = page.getByText("Quyết định của tỉnh (thử)").first();
  await expect(text).toBeVisible();
  await expect(page.getByRole("button", { name: "Nhập từ tệp…" })).toBeFocused();
  await page.keyboard.press("Control+z");
  await expect(text).toBeHidden();
});
