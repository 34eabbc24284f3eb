import { describe, expect, it } from "vitest";
import { AppError } from "../../shared/contract/errors";
import { createTranslate } from "../../shared/i18n";
import { readArguments } from "./arguments";
import type { CommandSpec } from "./command-spec";

const t = createTranslate("vi");
const spec: CommandSpec = {
  name: "edit",
  arguments: [
    { name: "roster", help: "roster" },
    { name: "fields", help: "assignments", many: true },
  ],
  options: {
    unit: { value: "code", help: "unit" },
    status: { value: "name", help: "status", choices: ["met", "notMet"] },
    complement: { value: null, help: "complement" },
    on: { value: "day", help: "onInit" },
    limit: { value: "number", help: "limit" },
    reason: { value: "text", help: "reason", required: true },
  },
};
const read = (...words: string[]) => readArguments(spec, [...words, "--reason=sửa"], t);

function complaint(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) {
      const data = error.toData();
      return data.code === "usage" ? data.params.detail : data.code;
    }
    throw error;
  }
  return "none";
}

describe("readArguments", () => {
  it("reads arguments and options in any order, with and without =", () => {
    const args = read("--unit", "08173", "so.scb", "--status=met", "a=1", "--complement", "b=--c");
    expect(args.argument("roster")).toBe("so.scb");
    expect(args.rest("fields")).toEqual(["a=1", "b=--c"]);
    expect(args.option("unit")).toBe("08173");
    expect(args.choice("status", ["met", "notMet"])).toBe("met");
    expect(args.flag("complement")).toBe(true);
    expect(args.required("reason")).toBe("sửa");
    expect(args.option("on")).toBeNull();
  });

  it.each(["", " ", "\u200b", "\u00ad\u2060 \ufeff"])(
    "takes a value of which nothing is seen for none: %j",
    (nothing) => {
      const complaintOf = (...words: string[]) =>
        complaint(() => readArguments(spec, ["so.scb", "a=1", ...words], t));
      for (const words of [
        ["--reason", nothing],
        [`--reason=${nothing}`],
        ["--reason", "x", "--unit", nothing],
      ])
        expect(complaintOf(...words)).toContain("cần một giá trị");
    },
  );

  it("takes what follows -- as arguments", () => {
    expect(readArguments(spec, ["--reason", "x", "--", "so.scb", "--a=1"], t).rest("fields")).toEqual([
      "--a=1",
    ]);
  });

  it("reads days as clerks and as scripts write them", () => {
    expect(read("so.scb", "a=1", "--on", "2021-10-01").day("on")).toBe("2021-10-01");
    expect(read("so.scb", "a=1", "--on", "1/10/2021").day("on")).toBe("2021-10-01");
    expect(read("so.scb", "a=1").day("on")).toBeNull();
  });

  it.each([
    [["--unit"], /--unit cần một giá trị/],
    [["--unit="], /--unit cần một giá trị/],
    [["--unit", "--complement"], /--unit cần một giá trị/],
    [["--complement=1"], /--complement không nhận giá trị/],
    [["--status", "xong"], /--status không nhận “xong”; các giá trị nhận được: met, notMet/],
    [["--colour", "red"], /không có tùy chọn --colour/],
    [["-x"], /không có tùy chọn -x/],
    [["--__proto__"], /không có tùy chọn --__proto__/],
    [["--unit=1", "--unit=2"], /--unit được viết hai lần/],
  ])("refuses %j in words", (words, sentence) => {
    expect(complaint(() => read("so.scb", "a=1", ...words))).toMatch(sentence);
  });

  it("says what is missing or too much", () => {
    expect(complaint(() => read())).toMatch(/thiếu <roster> \(đường dẫn tệp sổ/);
    expect(complaint(() => read("so.scb"))).toMatch(/thiếu <fields>/);
    expect(complaint(() => read("", "a=1"))).toMatch(/thiếu <roster>/);
    expect(complaint(() => readArguments(spec, ["so.scb", "a=1"], t))).toMatch(
      /thiếu tùy chọn --reason \(lý do/,
    );
    const one: CommandSpec = { name: "log", arguments: [{ name: "roster", help: "roster" }], options: {} };
    expect(complaint(() => readArguments(one, ["a.scb", "b.scb"], t))).toMatch(/thừa “b.scb”/);
  });

  it("refuses a day that the calendar lacks, and half a day", () => {
    expect(complaint(() => read("so.scb", "a=1", "--on", "31/02/2021").day("on"))).toBe("date-impossible");
    expect(complaint(() => read("so.scb", "a=1", "--on", "hôm qua").day("on"))).toBe("date-impossible");
    expect(complaint(() => read("so.scb", "a=1", "--on", "10/2021").day("on"))).toMatch(
      /--on cần đủ ngày, tháng, năm/,
    );
  });

  it.each(["0", "-1", "1.5", "1e3", "mười", "9".repeat(20)])(
    "refuses %s for a whole number from 1",
    (number) => {
      expect(complaint(() => read("so.scb", "a=1", `--limit=${number}`).whole("limit", 1))).toMatch(
        /số nguyên từ 1/,
      );
    },
  );

  it("asks for nothing else once help is asked for", () => {
    expect(readArguments(spec, ["--help"], t).flag("help")).toBe(true);
  });
});
