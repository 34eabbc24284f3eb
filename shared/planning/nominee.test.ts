// Guards how a nominee stands for a title: judged as if they held it, with age, discipline and the nomination's own end.

import { describe, expect, it } from "vitest";
import type { PostOption } from "../contract/schemas/catalog";
import type { RowFields } from "../domain/checks/reading";
import { ruleBookOf } from "../standards/from-rows";
import { sentCatalog } from "../standards/read";
import { readNominee, termYears } from "./nominee";

const post = (id: string, group: string, category: string, order: number): PostOption => ({
  id,
  key: id,
  name: id,
  isOurs: true,
  group,
  category,
  order,
  validFrom: null,
  validTo: null,
});
const posts = [post("clerk", "civilServant", "congChuc", 30), post("head", "departmentHead", "congChuc", 20)];
const today = 20261130;
const rule = (standard: string, minimumLevel: string) => ({
  id: standard,
  fields: {
    set: "s",
    standard,
    postGroups: "departmentHead",
    minimumLevel,
    clause: "Điều 1",
    verified: true,
    order: 1,
  },
});
const book = ruleBookOf(
  [
    {
      id: "s",
      fields: { key: "s", name: "Quy định", validFrom: "2025-07-01", validTo: null, verified: true },
      rules: [rule("professional", "university"), rule("politicalTheory", "intermediate")],
    },
  ],
  today,
);
const unit = { namedId: "u", id: "u", fullName: "Xã Quảng Yên", areaFlags: "", validFrom: null };
const degree = { kind: "professional", level: "university", granted: "2010-06-30" };
const theory = { kind: "politicalTheory", level: "intermediate", granted: "2018-06-30" };

interface Given {
  readonly own?: RowFields;
  readonly qualification?: readonly RowFields[];
  readonly discipline?: readonly RowFields[];
  readonly nomination?: RowFields;
  readonly servesIn?: string | null;
}

/** A man born in 1985, a clerk with both levels, nominated for a head of 2025–2030. */
function read({
  own = {},
  qualification = [degree, theory],
  discipline = [],
  nomination = {},
  servesIn = "u",
}: Given) {
  const rows = (given: readonly RowFields[], name: string) =>
    given.map((fields, at) => ({ id: `${name}${at}`, fields, recordedOn: null }));
  const held = { unit: "u", post: "clerk", from: "2012-01-01", main: true };
  return readNominee(
    {
      fields: { birth: "1985-03-02", sex: "male", ...own },
      rows: {
        assignment: rows([held], "a"),
        qualification: rows(qualification, "q"),
        discipline: rows(discipline, "d"),
      },
    },
    { term: "2025-2030", post: "head", unit: "u", ...nomination },
    {
      today,
      book,
      catalog: sentCatalog([unit], posts),
      postOf: (id) => posts.find((one) => one.id === id) ?? null,
      servesIn,
    },
  );
}

describe("a nominee", () => {
  it("is ready who has what the title asks and works for the whole term", () => {
    expect(read({})).toMatchObject({ status: "ready", wholeTerm: "yes", barredUntil: null, until: "2030" });
  });

  it("lacks what the title asks, and not what their own post does", () => {
    const { status, findings } = read({ qualification: [degree] });
    expect(status).toBe("unknown");
    expect(findings.map((one) => [one.standard, one.status])).toContainEqual(["politicalTheory", "unknown"]);
    const low = read({ qualification: [degree, { ...theory, level: "elementary" }] });
    expect(low.status).toBe("lacking");
    expect(low.findings.find((one) => one.standard === "politicalTheory")).toMatchObject({
      status: "notMet",
      required: "intermediate",
      actual: "elementary",
    });
  });

  it.each([
    // 62 years since 2028, at the end of the month.
    ["1968-06-15", "lastYear", "ready", 20300630],
    ["1967-06-15", "no", "age", 20290630],
    ["1969-06-15", "yes", "ready", 20310630],
  ])("born on %s: %s", (birth, whole, status, retires) => {
    expect(read({ own: { birth } })).toMatchObject({
      wholeTerm: whole === "lastYear" ? "unclear" : whole,
      status,
      retires,
    });
  });

  it("is not known to be ready without birth and sex", () => {
    expect(read({ own: { sex: null } })).toMatchObject({
      status: "unknown",
      retires: null,
      wholeTerm: "unclear",
    });
  });

  it("is barred while a discipline is in force, whatever else is fulfilled", () => {
    const discipline = [{ side: "government", form: "warning", from: "2026-03-01" }];
    expect(read({ discipline })).toMatchObject({ status: "barred", barredUntil: 20270228 });
    expect(read({ discipline: [{ ...discipline[0], from: "2025-11-30" }] }).status).toBe("ready");
  });

  it("is out where the nomination or its term is over, or they serve no more", () => {
    expect(read({ nomination: { to: "2026-11-29" } })).toMatchObject({ status: "over", until: "2026-11-29" });
    expect(read({ nomination: { to: "2026-11-30" } }).status).toBe("ready");
    expect(read({ nomination: { term: "2020-2025" } }).status).toBe("over");
    expect(read({ servesIn: null }).status).toBe("left");
  });

  it("is not judged for a title that no post of the roster says", () => {
    expect(read({ nomination: { post: null, title: "Bí thư chi bộ" } })).toMatchObject({
      status: "unknown",
      findings: [],
    });
  });
});

describe("the years of a term", () => {
  it.each([
    ["2025-2030", { from: 2025, to: 2030 }],
    ["2025", null],
    [null, null],
  ])("of %j", (term, years) => {
    expect(termYears(term)).toEqual(years);
  });
});
