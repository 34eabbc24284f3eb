/** What imports left as a file: every place with its sheet, row, column and reason, of the last import and of all. */
import { existsSync, readFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import type { Environment } from "../environment";
import { closeImportOffices, importOffice, pasted } from "../../testing/import-office";
import type { WindowCalls } from "../../testing/window-calls";

afterEach(closeImportOffices);

async function office(name: string | null, more: Partial<Environment> = {}) {
  const suggested: string[] = [];
  const calls = await importOffice(
    (folder) => ({
      saveTableDialog: (suggestion) => {
        suggested.push(suggestion);
        return Promise.resolve(name === null ? null : `${folder}/${name}`);
      },
    }),
    more,
  );
  const take = async (...lines: readonly (readonly string[])[]) => {
    const { session } = await calls.ask("importOpen", pasted(...lines));
    return calls.ask("importApply", { session });
  };
  return { ...calls, suggested, take };
}

const heads = ["Họ và tên", "Ngày sinh", "Chức vụ", "Ngày vào Đảng"];
const known = ["Nguyễn Văn Mẫu", "25/12/1980", "Chủ tịch UBND", ""];
const doubtful = ["Nguyễn Văn Mẫu", "25/12/1980", "Bí thư Đảng ủy", ""];
const unread = ["Lê Thị Thử", "1985", "Thú y", "31/02/2010"];

/** Lines of a file of separated text without its mark. */
const linesOf = (path: string) => readFileSync(path, "utf8").replace("\uFEFF", "").trim().split("\r\n");

it("holds each place of the last import with its sheet, row, column, text and reason", async () => {
  const { ask, take, suggested } = await office("con-lai.csv");
  await take(heads, known);
  expect(await take(heads, doubtful, unread)).toMatchObject({ added: 1, duplicates: 1, told: 3 });
  const file = await ask("importLeftoversSave", { of: "last" });
  expect(suggested).toEqual(["con-lai-sau-khi-nhap.xlsx"]);
  expect(linesOf(file?.path ?? "")).toEqual([
    "Tệp;Trang;Hàng;Cột;Tiêu đề cột;Nội dung;Người;Xử lý;Vì sao",
    "Dán;;2;;;Nguyễn Văn Mẫu;Nguyễn Văn Mẫu;Không nhập;trùng họ tên và ngày sinh",
    'Dán;;3;C;Chức vụ;Thú y;Lê Thị Thử;Giữ nguyên văn;"Chưa rõ nội dung này nghĩa là gì; đã giữ nguyên văn, hãy cho biết giá trị đúng một lần cho mọi người."',
    'Dán;;3;D;Ngày vào Đảng;31/02/2010;Lê Thị Thử;Giữ nguyên văn;"Lịch không có ngày này; đã giữ nguyên văn."',
  ]);
});

it("holds all that waits, of an import before as well, with file and row apart", async () => {
  const { ask, take } = await office("con-lai.csv");
  await take(heads, known, unread);
  await take(heads, doubtful);
  const file = await ask("importLeftoversSave", { of: "all" });
  const [head, ...lines] = linesOf(file?.path ?? "").map((line) => line.split(";").slice(0, 6));
  expect(head).toEqual(["Tệp", "Trang", "Hàng", "Tiêu đề cột", "Nội dung", "Người"]);
  expect(lines.sort()).toEqual([
    ["Dán", "", "2", "", "Nguyễn Văn Mẫu", ""],
    ["Dán", "", "3", "Chức vụ", "Thú y", "Lê Thị Thử"],
    ["Dán", "", "3", "Ngày vào Đảng", "31/02/2010", "Lê Thị Thử"],
  ]);
});

it("is a workbook that the import reads as text, and nothing where the dialog was closed", async () => {
  const { ask, take } = await office("con-lai.xlsx");
  await take(heads, unread);
  const file = await ask("importLeftoversSave", { of: "last" });
  const { session } = await ask("importOpen", { path: file?.path ?? "" });
  const { rows } = await ask("importRows", { session, sheet: "Danh_sach", offset: 0, limit: 5 });
  expect(rows[1]?.cells.map(({ text }) => text).slice(0, 4)).toEqual(["Dán", "2", "C", "Chức vụ"]);
  const closed = await office(null);
  expect(await closed.ask("importLeftoversSave", { of: "all" })).toBe(null);
  const other = await office("con-lai.doc");
  expect(await other.send("importLeftoversSave", { of: "all" })).toMatchObject({
    ok: false,
    error: { code: "format-unknown" },
  });
});

describe("saving very much", () => {
  const count = 1200;
  const many = Array.from({ length: count }, (_, place) => [
    `Nguyễn Văn ${"ABCDEG"[place % 6]}`,
    String(1960 + (place % 30)),
    "Thú y",
    "",
  ]);
  async function saving(onTurn: (turn: number, ask: WindowCalls["ask"]) => void) {
    let [turns, isSaving] = [0, false];
    const made = await office("con-lai.csv", {
      pause: () => {
        if (isSaving) onTurn(++turns, made.ask);
        return Promise.resolve();
      },
    });
    await made.take(heads, ...many);
    isSaving = true;
    const answer = await made.send("importLeftoversSave", { of: "all" });
    return { turns, answer, path: `${made.folder}/con-lai.csv` };
  }

  it("lets other work run all along, and takes whoever waits to the end", async () => {
    const { turns, answer, path } = await saving(() => undefined);
    expect(answer.ok).toBe(true);
    expect(linesOf(path).length).toBeGreaterThan(count);
    // Lines put together, and lines written.
    expect(turns).toBeGreaterThanOrEqual(count / 200 + count / 500 - 1);
  });

  it("is ended where somebody says so, and leaves no file", async () => {
    const { answer, path } = await saving((turn, ask) => {
      if (turn === 4) void ask("workCancel", {});
    });
    expect(answer).toMatchObject({ ok: false, error: { code: "cancelled" } });
    expect(existsSync(path)).toBe(false);
  });
});
