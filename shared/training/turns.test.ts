// Guards the two numbers of training that lists mix up: turns and people, by a table worked out by hand.
import { describe, expect, it } from "vitest";
import { countTraining, isWithin } from "./turns";

const learners = (...of: string[]) =>
  of.map((text) => {
    const [person = "", result = null] = text.split("/");
    return { person, result };
  });

describe("turns and people", () => {
  it.each([
    ["nothing", [], { classes: 0, turns: 0, elsewhere: 0, people: 0 }],
    [
      "a class of strangers",
      [{ fields: { learnersElsewhere: 40 }, learners: [] }],
      { classes: 1, turns: 40, elsewhere: 40, people: 0 },
    ],
    [
      "one person in three classes",
      [
        { fields: {}, learners: learners("a/passed") },
        { fields: {}, learners: learners("a/failed") },
        { fields: {}, learners: learners("a") },
      ],
      { classes: 3, turns: 3, elsewhere: 0, people: 1 },
    ],
    [
      "several people, some of them twice, beside strangers",
      [
        { fields: { learnersElsewhere: 10 }, learners: learners("a/passed", "b/withdrawn") },
        { fields: { learnersElsewhere: 5 }, learners: learners("b/passed", "c/deferred") },
      ],
      { classes: 2, turns: 19, elsewhere: 15, people: 3 },
    ],
    [
      "somebody who never came",
      [{ fields: { learnersElsewhere: 1 }, learners: learners("a/absent", "b/passed") }],
      { classes: 1, turns: 2, elsewhere: 1, people: 1 },
    ],
    [
      "the same person twice in one class, as two offices may have written them",
      [{ fields: {}, learners: learners("a/passed", "a/passed") }],
      { classes: 1, turns: 1, elsewhere: 0, people: 1 },
    ],
  ])("of %s", (_name, classes, expected) => {
    expect(countTraining(classes)).toEqual(expected);
  });

  it.each([
    [{ from: "2019-03-05", to: "2019-12-01" }, true],
    [{ from: "2018-10", to: "2019-01" }, true],
    [{ from: "2019" }, true],
    [{ to: "2019-06" }, true],
    [{ from: "2018-10-01" }, false],
    [{ from: "2020-01-01", to: "2020-02-01" }, false],
    [{}, false],
  ])("are of the time in which a class runs: %j", (fields, is) => {
    expect(isWithin(fields, 20_190_101, 20_191_231)).toBe(is);
  });
});
