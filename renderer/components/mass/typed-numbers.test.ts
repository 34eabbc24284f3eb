import { describe, expect, it } from "vitest";
import type { MassCount } from "../../../shared/domain/mass-change";
import { agreesTo, numbersText } from "./typed-numbers";

const one: readonly MassCount[] = [{ kind: "removed", count: 1200 }];
const two: readonly MassCount[] = [
  { kind: "ended", count: 12 },
  { kind: "figures", count: 3 },
];

describe("numbers typed to agree", () => {
  it.each(["1200", "1.200", "1 200", " 1200 "])("takes %j for 1.200", (text) => {
    expect(agreesTo(text, one)).toBe(true);
  });

  it.each(["", "120", "12000", "1200 3", "-1200", "một nghìn hai", "1,200"])(
    "refuses %j for 1.200",
    (text) => {
      expect(agreesTo(text, one)).toBe(false);
    },
  );

  it.each(["12 3", "12, 3", "12;3", "12 và 3", "12\u00a03"])("takes %j for 12 and 3", (text) => {
    expect(agreesTo(text, two)).toBe(true);
  });

  it.each(["12", "3 12", "123", "12 3 0", "15"])("refuses %j for 12 and 3", (text) => {
    expect(agreesTo(text, two)).toBe(false);
  });

  it("asks for them in the words' order", () => {
    expect([numbersText(one), numbersText(two)]).toEqual(["1.200", "12 3"]);
  });
});
