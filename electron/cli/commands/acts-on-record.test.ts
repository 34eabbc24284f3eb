// Guards that what is on record, and would be refused if somebody wrote it today, holds up nobody who edits something else of
// its row, and is still refused where it is what somebody edits.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CliPlace, cliPlace, expectSentence } from "../../testing/command-line";

interface Row {
  readonly id: string;
  readonly fields: Readonly<Record<string, string | null>>;
}
interface Shown {
  readonly rows: Readonly<Record<string, readonly Row[]>>;
}

let place: CliPlace;
let roster: string;
beforeAll(async () => {
  place = cliPlace();
  roster = await place.thanhBa();
});
afterAll(() => place.remove());

const edit = (...words: string[]) => place.run("edit", roster, ...words, "--user", "Thử");

async function firstOf(test: (record: Shown) => boolean): Promise<Shown> {
  const { people } = await place.json<{ people: { id: string }[] }>("people", roster);
  for (const { id } of people) {
    const record = await place.json<Shown>("show", roster, id);
    if (test(record)) return record;
  }
  return expect.fail("nobody is so");
}
const rowsOf = ({ rows }: Shown, entity: string) => rows[entity] ?? [];

describe("an act that the law bars, on record", () => {
  it("lets the rest of its row be edited and the post be ended, and is refused where it is chosen", async () => {
    const isOpen = ({ fields }: Row) => fields["kind"] === "elected" && fields["to"] === null;
    const record = await firstOf((one) => rowsOf(one, "assignment").some(isOpen));
    const row = rowsOf(record, "assignment").find(isOpen);
    const [id, post] = [row?.id ?? "", row?.fields["post"] ?? ""];
    expect((await edit("post", post, "category=congChuc")).code).toBe(0);
    expect(await edit("assignment", id, "decisionNumber=12/QĐ")).toMatchObject({ code: 0 });
    expect(await edit("assignment", id, "to=2021-09-30", "endReason=termEnded")).toMatchObject({ code: 0 });
    expect((await edit("assignment", id, "kind=appointed")).code).toBe(0);
    const chosen = await edit("assignment", id, "kind=elected");
    expect(chosen.code).toBe(1);
    expectSentence(chosen.stderr);
  });
});

describe("a learner of a class", () => {
  it("is not put into it a second time by an edit of either row", async () => {
    const record = await firstOf((one) => rowsOf(one, "enrolment").length > 1);
    const [one, other] = rowsOf(record, "enrolment");
    for (const [edited, kept] of [
      [one, other],
      [other, one],
    ]) {
      const word = `trainingClass=${kept?.fields["trainingClass"] ?? ""}`;
      const { code, stderr } = await edit("enrolment", edited?.id ?? "", word);
      expect([code, stderr.includes("đã có trong danh sách")]).toEqual([1, true]);
      expectSentence(stderr);
    }
  });
});
