import { describe, expect, it } from "vitest";
import { AppError, appError } from "../../shared/contract/errors";
import { createTranslate } from "../../shared/i18n";
import { Refusal } from "./command";
import { failureOf, failureText } from "./failure";

const t = createTranslate("vi");
const noBug = (): string => {
  throw new Error("nothing unexpected here");
};

describe("a failure", () => {
  it("is one line, with days and instants as an office writes them", () => {
    const failure = failureOf(appError("unit-unknown", { code: "99999", on: "2021-10-01" }), t, noBug);
    expect(failure.exitCode).toBe(1);
    expect(failureText(failure, false)).toBe(
      "Không có đơn vị mang mã 99999 vào ngày 01/10/2021; chưa lưu gì, hãy kiểm tra lại mã và ngày.\n",
    );
    const at = "2021-10-01T07:05:00.000Z";
    expect(
      failureOf(appError("undo-blocked", { at, by: "Hoa", laterChangeId: 7 }), t, noBug).sentence,
    ).toContain("01/10/2021 14:05");
  });

  it("names the command by which a damaged roster is recovered, where the window has a button", () => {
    const { sentence } = failureOf(appError("roster-damaged", { path: "so.scb" }), t, noBug);
    expect(sentence).toContain("bằng lệnh recover “so.scb” --to");
    expect(t("errors:roster-damaged", { path: "so.scb" })).toContain("hãy khôi phục sang tệp mới");
    const altered = { path: "so.scb", name: "t", what: "foreign" } as const;
    expect(failureOf(appError("roster-altered", altered), t, noBug).sentence).toContain("lệnh recover");
  });

  it("never advises to recover once that was tried in vain, and says what is left to do", () => {
    const { sentence } = failureOf(appError("roster-beyond-recovery", { path: "so.scb" }), t, noBug);
    expect(sentence).not.toMatch(/lệnh recover|Khôi phục sang tệp mới/);
    for (const said of ["so.scb", "được giữ nguyên", "bản sao lưu gần nhất", "gửi lại"])
      expect(sentence).toContain(said);
  });

  it("keeps codes, parameters and issues as they are for a script", () => {
    const issue = {
      entity: "official",
      rowId: "r",
      field: "birth",
      reason: "birthFuture",
      severity: "error",
    } as const;
    const warning = { ...issue, field: "phone", reason: "required", severity: "warning" } as const;
    const failure = failureOf(
      new AppError({ code: "validation", params: { count: 1 }, issues: [issue, warning] }),
      t,
      noBug,
    );
    const text = failureText(failure, true);
    expect(text.trimEnd().split("\n")).toHaveLength(1);
    expect(JSON.parse(text)).toEqual({
      error: {
        code: "validation",
        params: { count: 1 },
        issues: [issue, warning],
        message: "Còn 1 mục chưa đúng nên chưa lưu gì: Ngày sinh: Ngày sinh không được sau hôm nay.",
      },
    });
  });

  it("of usage ends with 2", () => {
    expect(failureOf(appError("usage", { detail: "x" }), t, noBug).exitCode).toBe(2);
  });

  it("may bring its own sentence", () => {
    const failure = failureOf(new Refusal(appError("roster-damaged", { path: "/a" }), "Sổ\nhỏng."), t, noBug);
    expect(failure).toMatchObject({ exitCode: 1, sentence: "Sổ hỏng.", error: { code: "roster-damaged" } });
  });

  it("that nobody expected is written down and told by its reference, without its text", () => {
    const seen: unknown[] = [];
    const bug = new Error("Nguyễn Văn An 012345678901");
    const failure = failureOf(bug, t, (error) => {
      seen.push(error);
      return "M4X";
    });
    expect(seen).toEqual([bug]);
    expect(failure).toMatchObject({ exitCode: 1, error: { code: "internal", params: { reference: "M4X" } } });
    expect(failureText(failure, true)).not.toContain("Nguyễn");
  });
});
