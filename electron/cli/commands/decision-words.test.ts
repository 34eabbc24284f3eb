/** Decisions about proposals as the log, its details and previews tell them: whose proposal, about what, never by a hash. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ChangeDetail, ChangeRow } from "../../../shared/contract/schemas/changes";
import { changeDetails } from "../../services/changes";
import { catalogEdit } from "../../services/catalog";
import type { Office } from "../../testing/offices";
import { type Proposing, proposing, waitingAt } from "../../testing/proposing";

let played: Proposing;
let up: Proposing["up"];
let down: Proposing["down"];
let district: Office;
let commune: Office;
let other = "";
/** What the commune is called. */
let name = "";

type Line = Pick<ChangeRow, "id" | "action" | "summary" | "refused" | "withdrawn"> & {
  official: { fullName: string } | null;
};
const linesOf = async (office: Office) =>
  (await office.json<{ changes: Line[] }>("log", office.roster)).changes;
const newest = async (office: Office) => (await linesOf(office))[0];
const decide = async (office: Office, ...words: string[]) =>
  office.json("sync", "decide", office.roster, (await waitingAt(office))[0]?.id ?? "", ...words);
const undo = async (office: Office, id?: number) =>
  office.json("undo", office.roster, ...(id === undefined ? [] : [String(id)]));
const detailsAt = (office: Office, id: number): Promise<ChangeDetail[]> =>
  office.opened((roster) => changeDetails(roster, roster.catalog(), office.environment.t, id).details);

beforeEach(async () => {
  played = await proposing("Trần Thị Ánh");
  ({ district, commune, other, up, down } = played);
  await commune.edits("official", other, "phone=0900000001");
  name = (await waitingAt(commune))[0]?.author?.office ?? "";
});
afterEach(() => played.offices.remove());

describe("a decision about a proposal", () => {
  it.each([
    ["--accept", "chấp nhận", "thôi chấp nhận"],
    ["--refuse", "từ chối", "thôi từ chối"],
  ])(
    "%s says what was decided, whose and about whom; undo and redo likewise",
    async (verdict, done, undone) => {
      await up();
      await decide(district, verdict);
      const what = `đề nghị của ${name}: đổi Điện thoại của Trần Thị Ánh`;
      const decided = await newest(district);
      expect(decided?.summary).toBe(`${done} ${what}`);
      const details = await detailsAt(district, decided?.id ?? 0);
      const shown = details.map(({ rowLabel, fields }) => ({ rowLabel, fields }));
      expect(JSON.stringify(shown)).not.toMatch(/[0-9a-f-]{30}/);
      expect(details[0]?.rowLabel).toContain("đổi Điện thoại của Trần Thị Ánh");
      await undo(district);
      const taken = await newest(district);
      expect(taken?.summary).toBe(`${undone} ${what}`);
      await undo(district, taken?.id);
      expect((await newest(district))?.summary).toBe(`${done} ${what}`);
      await down();
      const [received] = (await linesOf(commune)).filter(({ action }) => action === "receive");
      expect(received?.summary).toContain(`${done} ${what}`);
    },
  );

  it("is a withdrawal where its own office took the proposal back, and no refusal", async () => {
    const before = await newest(commune);
    expect(before).toMatchObject({ refused: 0, withdrawn: 0, official: { fullName: "Trần Thị Ánh" } });
    await decide(commune, "--withdraw");
    const what = `rút lại đề nghị của ${name}: đổi Điện thoại của Trần Thị Ánh`;
    const [said, proposed] = await linesOf(commune);
    expect(said?.summary).toBe(what);
    expect(proposed).toMatchObject({ id: before?.id, refused: 1, withdrawn: 1 });
    await undo(commune);
    expect((await linesOf(commune))[0]?.summary).toBe(`thôi ${what}`);
    expect((await linesOf(commune)).at(2)).toMatchObject({ id: before?.id, refused: 0, withdrawn: 0 });
    await undo(commune, (await newest(commune))?.id);
    expect((await newest(commune))?.summary).toBe(what);
  });

  it("that another office refused is no withdrawal", async () => {
    const before = await newest(commune);
    await up();
    await decide(district, "--refuse");
    await down();
    const proposed = (await linesOf(commune)).find(({ id }) => id === before?.id);
    expect(proposed).toMatchObject({ refused: 1, withdrawn: 0 });
  });
});

describe("a change of which nothing counts", () => {
  it("says that it proposes, with the person's name, and what it would bring", async () => {
    await commune.opened((roster) =>
      roster.write({
        action: "add",
        reason: null,
        edits: [
          {
            kind: "create",
            entity: "assignment",
            id: "018f0000-0000-7000-8000-0000000000aa",
            fields: {
              official: other,
              unit: roster.catalog().units.find(({ code }) => code === "08203")?.id ?? null,
              post: roster.catalog().posts[0]?.id ?? null,
            },
          },
        ],
      }),
    );
    const line = await newest(commune);
    expect(line?.summary).toMatch(/^đề nghị thêm quá trình công tác/);
    expect(line?.official?.fullName).toBe("Trần Thị Ánh");
    const [detail] = await detailsAt(commune, line?.id ?? 0);
    expect(detail?.kind).toBe("proposesAdd");
    expect(detail?.rowLabel).toBe("Trần Thị Ánh");
    expect(detail?.fields.find(({ field }) => field === "unit")).toMatchObject({ before: null });
  });

  it("calls a row that would be renamed by the name in force", async () => {
    await decide(commune, "--withdraw");
    const unit = await commune.opened(
      (roster) => roster.catalog().units.find(({ code }) => code === "08173") ?? null,
    );
    await commune.opened((roster) =>
      catalogEdit(roster, "unit", unit?.id ?? "", { name: "Tên Chưa Có" }, null),
    );
    expect((await newest(commune))?.summary).toBe(`đề nghị sửa đơn vị ${unit?.fullName}: Tên đơn vị`);
    const [proposal] = await waitingAt(commune);
    expect(proposal).toMatchObject({ entity: "unit", label: unit?.fullName });
  });
});
