// Guards that `plan-training` is about the people whom the figures say to lack a standard, keeps a plan as one change that
// the files of its people show and an undo takes back, and refuses a question that cannot be meant in one sentence.
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CliPlace, cliPlace, expectSentence } from "../../testing/command-line";

interface Told {
  readonly reached: boolean;
  readonly total: {
    readonly whole: number;
    readonly met: number;
    readonly wanted: number;
    readonly reached: number;
  };
  readonly classes: readonly { readonly id: string; readonly taken: number; readonly seats: number | null }[];
  readonly thoughtOf: boolean;
  readonly undated: number;
  readonly assignments: readonly {
    readonly person: { readonly id: string; readonly unitCode: string };
    readonly classes: readonly string[];
    readonly unclear: boolean;
  }[];
  readonly cannot: readonly {
    readonly person: { readonly id: string };
    readonly reason: string;
    readonly why: string;
  }[];
  readonly spare: number;
  readonly kept: { readonly id: string; readonly changeId: number } | null;
}

let place: CliPlace;
let roster: string;
beforeAll(async () => {
  place = cliPlace();
  roster = await place.thanhBa();
});
afterAll(() => place.remove());

/** The day of the sample's figures, and the first one on which a class can be over: nobody has retired meanwhile. */
const today = "2021-10-01";
const tomorrow = "2021-10-02";
const asked = (target: number, ...more: string[]) =>
  place.json<Told>(
    "plan-training",
    roster,
    "--standard",
    "professional",
    "--target",
    String(target),
    "--by",
    tomorrow,
    ...more,
  );

describe("plan-training", () => {
  it("is about the 92 people who lack the professional standard", async () => {
    const told = await asked(100, "--dry-run");
    // One of them is past the age and in service by the record: no class is for them.
    expect(told).toMatchObject({
      reached: true,
      total: { whole: 477, met: 386, wanted: 477, reached: 477 },
      cannot: [{ reason: "retires" }],
    });
    expect(told.assignments.filter(({ unclear }) => unclear)).toHaveLength(15);
    expect(told.kept).toBeNull();
    const lacking = ["--standard", "professional", "--status", "notMet,unknown,grace"];
    const { people } = await place.json<{ people: { id: string }[] }>("people", roster, ...lacking);
    expect(people).toHaveLength(92);
    const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id).sort();
    expect(ids([...told.assignments, ...told.cannot].map(({ person }) => person))).toEqual(ids(people));
  });

  it("says of a name that cannot be kept, before anything is solved", async () => {
    const target = ["--standard", "professional", "--target", "100", "--by", "2023-12-31"];
    for (const more of [[], ["--dry-run"]]) {
      const { code, stderr } = await place.run(
        "plan-training",
        roster,
        ...target,
        "--name",
        "x".repeat(201),
        ...more,
      );
      expect([code, stderr.includes("200")]).toEqual([1, true]);
      expectSentence(stderr);
    }
  });

  it("sends no more than the target needs, and no more than there are seats", async () => {
    const enough = await asked(90, "--dry-run");
    expect(enough).toMatchObject({ reached: true, total: { wanted: 430, reached: 430 }, spare: 91 - 44 });
    expect(enough.assignments).toHaveLength(44);
    expect(enough.assignments.some(({ unclear }) => unclear)).toBe(false);
    const full = await asked(100, "--seats", "10", "--dry-run");
    expect(full.reached).toBe(false);
    for (const { taken, seats } of full.classes) expect({ taken, seats }).toEqual({ taken: 10, seats: 10 });
    expect(new Set(full.cannot.map(({ reason }) => reason))).toEqual(new Set(["noSeat", "retires"]));
    expect(full.assignments.length + full.cannot.length).toBe(92);
  });

  it("keeps to the money", async () => {
    const { assignments, cannot } = await asked(100, "--cost", "2000000", "--budget", "7000000", "--dry-run");
    expect(assignments).toHaveLength(3);
    expect(cannot.filter(({ reason }) => reason === "noBudget")).toHaveLength(88);
    expect(cannot.find(({ reason }) => reason === "noBudget")?.why).toBe("Hết kinh phí");
  });

  it("sends nobody to a class that cannot be over by the day, supposed as it is", async () => {
    const left = async (by: string, ...more: string[]) => {
      const target = ["--standard", "professional", "--target", "100", "--by", by, "--dry-run"];
      const told = await place.json<Told>("plan-training", roster, ...target, ...more);
      return [told.assignments.length, new Set(told.cannot.map(({ reason }) => reason)).has("tooLate")];
    };
    expect(await left(today)).toEqual([0, true]);
    expect(await left(tomorrow, "--months", "1")).toEqual([0, true]);
    expect(await left("2022-09-30", "--months", "12")).toEqual([0, true]);
    const [sent, late] = await left("2022-10-01", "--months", "12");
    expect([Number(sent) > 0, late]).toEqual([true, false]);
  });

  it("keeps no plan that sends nobody", async () => {
    const target = ["--standard", "professional", "--target", "1", "--by", tomorrow, "--user", "Thử"];
    const { stdout, stderr } = await place.run("plan-training", roster, ...target, "--json");
    expect((JSON.parse(stdout) as Told).kept).toBeNull();
    expect(stderr).toContain("không lưu kế hoạch nào");
  });

  it("of one unit is about its people alone", async () => {
    const { assignments } = await asked(100, "--unit", "08173", "--dry-run");
    expect(assignments).toHaveLength(2);
    expect(assignments.every(({ person }) => person.unitCode === "08173")).toBe(true);
  });

  it("keeps a plan as one change, which the person's file shows and undo takes back", async () => {
    const { kept, assignments } = await asked(
      100,
      "--unit",
      "08173",
      "--name",
      "Quảng Yên 2021",
      "--user",
      "Thử",
    );
    const [first] = assignments;
    const shown = async () => (await place.run("show", roster, first?.person.id ?? "")).stdout;
    expect(kept?.changeId).toBeGreaterThan(0);
    expect(await shown()).toContain("Quảng Yên 2021");
    await place.run("undo", roster, "--user", "Thử");
    expect(await shown()).not.toContain("Quảng Yên 2021");
  });

  it("takes a kept plan off again with everybody's part in it, and nothing that something else refers to", async () => {
    const { kept, assignments } = await asked(
      100,
      "--unit",
      "08173",
      "--name",
      "Kế hoạch bỏ",
      "--user",
      "Thử",
    );
    const shown = async () => (await place.run("show", roster, assignments[0]?.person.id ?? "")).stdout;
    expect(await shown()).toContain("Kế hoạch bỏ");
    const gone = await place.run("remove", roster, "trainingPlan", kept?.id ?? "", "--reason", "lập nhầm");
    expect([gone.code, gone.stderr]).toEqual([0, ""]);
    expect(await shown()).not.toContain("Kế hoạch bỏ");
    await place.run("undo", roster, "--user", "Thử");
    expect(await shown()).toContain("Kế hoạch bỏ");
    const words = ["name=Lớp một người", "kind=professional", "from=2021-01-04", "to=2021-03-05"];
    const course = await place.json<{ id: string }>(
      "add",
      roster,
      "trainingClass",
      ...words,
      "--user",
      "Thử",
    );
    const learner = [`official=${assignments[0]?.person.id ?? ""}`, `trainingClass=${course.id}`];
    await place.json("add", roster, "enrolment", ...learner, "--user", "Thử");
    for (const [entity, named] of [
      ["trainingClass", course.id],
      ["post", "partySecretary"],
    ] as const) {
      const before = readFileSync(roster);
      const used = await place.run("remove", roster, entity, named, "--reason", "thử");
      expect([used.code, used.stderr]).toEqual([1, expect.stringContaining("đang được dùng")]);
      expectSentence(used.stderr);
      expect(readFileSync(roster).equals(before)).toBe(true);
    }
  });

  it("prints how near it comes, who is sent, and who cannot be", async () => {
    const words = [
      "--standard",
      "professional",
      "--target",
      "100",
      "--by",
      tomorrow,
      "--seats",
      "10",
      "--dry-run",
    ];
    const { stdout } = await place.run("plan-training", roster, ...words);
    expect(stdout).toContain("Chưa đạt chỉ tiêu: nhiều nhất");
    expect(stdout).toContain("Cử đi học:");
    expect(stdout).toContain("Không đưa vào được:");
    expect(stdout).toContain("Lớp giả định: Chuyên môn – Đại học");
    expect(stdout).toContain("chưa kiểm chứng");
  });

  it("chooses among the classes on record that begin later, as far as they have seats and time", async () => {
    const add = (name: string, from: string, to: string, ...more: string[]) => {
      const fields = ["kind=professional", "provesKind=professional", "provesLevel=university", ...more];
      const words = [`name=${name}`, ...fields, `from=${from}`, `to=${to}`];
      return place.run("add", roster, "trainingClass", ...words, "--user", "Thử");
    };
    await add("Lớp đã mở", "2021-09-01", "2022-06-30", "seats=50");
    await add("Lớp kịp", "2022-01-01", "2022-06-30", "seats=5", "learnersElsewhere=2", "budget=10000000");
    await add("Lớp chưa rõ ngày", "2022-02-01", "", "seats=50");
    await add("Lớp muộn", "2022-01-01", "2025-06-30", "seats=50");
    const options = [
      "--standard",
      "professional",
      "--target",
      "100",
      "--by",
      "2022-12-31",
      "--unit",
      "08161",
    ];
    const told = await place.json<Told>("plan-training", roster, ...options, "--dry-run");
    const [sent] = told.classes.filter(({ taken }) => taken > 0);
    expect(told).toMatchObject({ thoughtOf: false, undated: 1, cost: 3 * 2_000_000 });
    expect(sent).toMatchObject({ name: "Lớp kịp", seats: 3, taken: 3 });
    expect(told.assignments).toHaveLength(3);
    const { kept } = await place.json<Told>("plan-training", roster, ...options, "--user", "Thử");
    expect(kept).not.toBeNull();
    const shown = await place.run("show", roster, told.assignments[0]?.person.id ?? "");
    expect(shown.stdout).toContain("Lớp kịp");
  });
});

describe("a question that cannot be meant", () => {
  it.each([
    ["an unknown standard", ["x", "90", "2022-12-31"], "“x”"],
    ["a standard that is not counted", ["it", "90", "2022-12-31"], "Tin học"],
    ["a target of 0", ["professional", "0", "2022-12-31"], "“0”"],
    ["a target of 101", ["professional", "101", "2022-12-31"], "“101”"],
    ["a target in words", ["professional", "all", "2022-12-31"], "“all”"],
    ["a day that is over", ["professional", "90", "2021-09-30"], "30/09/2021"],
    ["a day that is none", ["professional", "90", "2022-02-30"], "2022-02-30"],
    ["a month", ["professional", "90", "2022-02"], "2022-02"],
  ])("%s ends with 1 and one sentence", async (_what, [standard = "", target = "", by = ""], said) => {
    for (const more of [["--dry-run"], []]) {
      const words = ["--standard", standard, "--target", target, "--by", by, ...more];
      const { code, stdout, stderr } = await place.run("plan-training", roster, ...words);
      expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
      expectSentence(stderr);
      expect(stderr).toContain(said);
    }
  });
});
