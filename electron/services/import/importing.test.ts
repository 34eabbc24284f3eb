/** An import between its preview and its writing: what changes meanwhile, and what ends it. */
import { afterEach, describe, expect, it } from "vitest";
import { decodeWorkbook } from "../../../shared/import/decode-cells";
import { createTranslate } from "../../../shared/i18n";
import type { Workbook } from "../../../shared/import/workbook";
import { sheetOfTexts } from "../../../shared/testing/read-table";
import { officialCount, officialKeys } from "../../roster/read/officials";
import { stateName } from "../../roster/read/state-name";
import { verifyRoster } from "../../roster/verify";
import { openThanhBa, type TestPlace, testPlace } from "../../testing/sample-roster";
import type { Environment } from "../environment";
import { OpenRoster } from "../open-roster";
import { choiceLabel, questionMessage } from "./document";
import { undoPause } from "../undo-watch";
import { Importing } from "./importing";

const vietnamese = createTranslate("vi");

const open: { place: TestPlace; roster: OpenRoster }[] = [];
afterEach(async () => {
  for (const { place, roster } of open.splice(0)) {
    await roster.close();
    place.remove();
  }
});

const watch = () => ({ signal: new AbortController().signal });

function workbook(...rows: readonly (readonly string[])[]): Workbook {
  const sheets = [{ ...sheetOfTexts(rows), name: "Trang 1" }];
  return { format: "csv", date1904: false, left: [], sheets };
}

async function importing(rows: readonly (readonly string[])[], more: Partial<Environment> = {}) {
  const place = testPlace();
  const roster = await openThanhBa(place);
  open.push({ place, roster });
  const environment = { ...place.environment, ...more };
  const source = { name: "danh-sach.csv", decoded: decodeWorkbook(workbook(...rows)) };
  return { roster, session: new Importing(roster, environment, source, "2021-10-01") };
}

const heading = ["Họ và tên", "Ngày sinh", "Số CCCD", "Điện thoại"];
const someone = ["Nguyễn Văn Mẫu", "05/06/1980", "025080001234", "0912345678"];
const other = ["Lê Thị Thử", "07/08/1985", "025085004321", ""];

function enter(roster: OpenRoster, name: string, number: string): void {
  const fields = { fullName: name, birth: "1980-06-05", identityNumber: number };
  roster.write({
    action: "edit",
    edits: [{ kind: "create", entity: "official", id: roster.newId(), fields }],
  });
}

const holders = (roster: OpenRoster, number: string) =>
  officialKeys(roster.db, 0, 1000).filter(({ identityNumber }) => identityNumber === number);

describe("an import whose roster changes after the preview", () => {
  it("refuses to write what nobody saw, shows what would come of it now, and writes that", async () => {
    const { roster, session } = await importing([heading, someone, other]);
    expect((await session.plan(watch())).people.map(({ outcome }) => outcome)).toEqual(["added", "added"]);
    enter(roster, "Nguyễn Văn Mẫu", "025080001234");
    await expect(session.apply(watch())).rejects.toMatchObject({ code: "import-changed" });
    expect(holders(roster, "025085004321")).toEqual([]);
    const plan = await session.plan(watch());
    expect(plan.people.map(({ outcome }) => outcome)).toEqual(["changed", "added"]);
    const { done } = await session.apply(watch());
    expect(done?.changeId).not.toBe(null);
    expect(holders(roster, "025080001234")).toHaveLength(1);
  });

  it("goes on where what was written meanwhile changes nothing in it", async () => {
    const { roster, session } = await importing([heading, someone]);
    await session.plan(watch());
    enter(roster, "Trần Văn Khác", "025070009999");
    const { plan, done } = await session.apply(watch());
    expect(plan.people.map(({ outcome }) => outcome)).toEqual(["added"]);
    expect(done?.changeId).not.toBe(null);
  });

  it("plans once more where somebody writes while it plans", async () => {
    let between = (): void => undefined;
    const { roster, session } = await importing([heading, someone], {
      pause: () => {
        between();
        return Promise.resolve();
      },
    });
    between = () => {
      between = () => undefined;
      enter(roster, "Nguyễn Văn Mẫu", "025080001234");
    };
    const { people } = await session.plan(watch());
    expect(people.map(({ outcome }) => outcome)).toEqual(["changed"]);
  });
});

it("follows a row to whom the row above it was said to be", async () => {
  const line = ["Nguyễn Văn Mẫu", "25/06/1980", "", ""];
  const { session } = await importing([heading, line, line, line]);
  session.answer([
    ["duplicate:Trang 1!4", "same:Trang 1!3"],
    ["duplicate:Trang 1!3", "same:Trang 1!2"],
  ]);
  const { people } = await session.plan(watch());
  expect(people.map(({ outcome, lines }) => [outcome, lines.length])).toEqual([["added", 3]]);
});

it("takes the number of an old card, and remarks on it", async () => {
  const { session } = await importing([heading, ["Lê Thị Thử", "25/08/1985", "131234567", ""], someone]);
  const { people } = await session.plan(watch());
  expect(people.map(({ warnings }) => warnings.map(({ reason }) => reason))).toEqual([["identityOld"], []]);
  expect(people[0]?.writes[0]?.fields["identityNumber"]).toBe("131234567");
});

it("asks in words whether who has no cross is the other one, and changes nobody who is on record", async () => {
  const rows = [
    ["Họ và tên", "Số CCCD", "Nữ"],
    ["Nguyễn Văn Mẫu", "025080001234", ""],
    ["Trần Thị Có", "025085001111", ""],
    ["Lê Thị Thử", "025085004321", "x"],
  ];
  const { roster, session } = await importing(rows);
  const fields = { fullName: "Trần Thị Có", sex: "female", identityNumber: "025085001111" };
  roster.write({
    action: "edit",
    edits: [{ kind: "create", entity: "official", id: roster.newId(), fields }],
  });
  const [question] = (await session.plan(watch())).questions;
  if (question === undefined) throw new Error("Nothing is asked");
  expect(questionMessage(question, vietnamese, () => [])).toBe("Ô trống ở cột “Nữ” là Nam?");
  expect(question.choices.map((value) => choiceLabel(question, value, roster.catalog(), vietnamese))).toEqual(
    ["Đúng, ô trống là Nam", "Không, ô trống là chưa rõ"],
  );
  session.answer([[question.key, "male"]]);
  const { people } = await session.plan(watch());
  expect(people.map(({ outcome, writes }) => [outcome, writes[0]?.fields["sex"]])).toEqual([
    ["added", "male"],
    ["unchanged", undefined],
    ["added", "female"],
  ]);
});

describe("a bare post beside a part of the office", () => {
  const rows = [
    ["Họ và tên", "Ngày sinh", "Đơn vị công tác", "Chức vụ"],
    ["Nguyễn Văn Mẫu", "1980", "Phòng Kinh tế", "Phó Trưởng phòng"],
    ["Lê Thị Thử", "1981", "Trung tâm PVHCC", "Giám đốc"],
    ["Trần Văn Ví", "1982", "Văn phòng HĐND và UBND", "Chánh Văn phòng"],
    ["Phạm Thị Có", "1983", "Phòng Lạ", "Phó Trưởng phòng"],
    ["Đỗ Văn Không", "1984", "Phòng Khác", "Phó Trưởng phòng"],
    ["Bùi Thị Rồi", "1985", "Phòng Lạ", "Văn thư"],
    ["Vũ Văn Nữa", "1986", "Phòng Khác", "Văn thư"],
  ];
  it("is the post of that part, and asked of each part where there is none", async () => {
    const { session } = await importing(rows);
    const { questions } = await session.plan(watch());
    const asked = questions.filter(({ column }) => column === "assignment.post");
    expect(asked.map(({ text, count }) => [text, count])).toEqual([
      ["Phó Trưởng phòng Lạ", 1],
      ["Phó Trưởng phòng Khác", 1],
      ["Văn thư", 2],
    ]);
  });
});

describe("writing an import", () => {
  const many = Array.from({ length: 300 }, (_, place) => [
    `Nguyễn Văn ${["An", "Bình", "Cường", "Dũng", "Giang"][place % 5]}`,
    String(1960 + (place % 30)),
    `0250${String(80_000_000 + place)}`,
    "",
  ]);

  it("leaves the roster as it was where it is ended in the middle, and writes the same plan afterwards", async () => {
    const { roster, session } = await importing([heading, ...many]);
    const before = [stateName(roster.db), officialCount(roster.db)];
    const people = officialCount(roster.db);
    await session.plan(watch());
    const ending = new AbortController();
    let [seen, written] = [0, 0];
    const ended = session.apply({
      signal: ending.signal,
      onProgress: (count) => {
        [seen, written] = [officialCount(roster.db), count];
        if (count > 100) ending.abort();
      },
    });
    await expect(ended).rejects.toMatchObject({ code: "cancelled" });
    expect(written).toBeGreaterThan(100);
    expect(seen).toBe(people);
    expect([stateName(roster.db), officialCount(roster.db)]).toEqual(before);
    const { done } = await session.apply(watch());
    expect(officialCount(roster.db)).toBe(people + many.length);
    const imported = stateName(roster.db);
    const undoing = new AbortController();
    let looked = 0;
    const pause = undoPause({
      signal: undoing.signal,
      onRows: (rows) => {
        looked = rows;
        if (rows > 40) undoing.abort();
      },
    });
    const stopped = roster.undoInSlices(done?.changeId ?? 0, pause);
    await expect(stopped).rejects.toMatchObject({ code: "cancelled" });
    expect(looked).toBeGreaterThan(40);
    expect([stateName(roster.db), officialCount(roster.db)]).toEqual([imported, people + many.length]);
    await roster.undoInSlices(done?.changeId ?? 0, undoPause({}));
    expect(officialCount(roster.db)).toBe(people);
    const { path } = roster;
    await roster.close();
    expect(verifyRoster(path).problems).toEqual([]);
  });

  it("is taken back where the roster is closed in the middle", async () => {
    const { roster, session } = await importing([heading, ...many]);
    const { path } = roster;
    const people = officialCount(roster.db);
    await session.plan(watch());
    const closing: Promise<void>[] = [];
    const onProgress = (): void => {
      if (closing.length === 0) closing.push(roster.close());
    };
    await expect(session.apply({ ...watch(), onProgress })).rejects.toMatchObject({ code: "cancelled" });
    await Promise.all(closing);
    expect(verifyRoster(path).problems).toEqual([]);
    const again = await OpenRoster.read(path, open[0]?.place.environment ?? testPlace().environment);
    expect(officialCount(again.db)).toBe(people);
    await again.close();
  });

  it("lets others work between its slices, but nobody write", async () => {
    let turns = 0;
    let refused: unknown = null;
    let isWriting = false;
    const made = await importing([heading, ...many], {
      pause: () => {
        if (!isWriting) return Promise.resolve();
        turns++;
        try {
          enter(made.roster, "Trần Văn Khác", "025070009999");
        } catch (error) {
          refused = error;
        }
        return Promise.resolve();
      },
    });
    await made.session.plan(watch());
    isWriting = true;
    await made.session.apply(watch());
    expect(turns).toBeGreaterThan(3);
    expect(refused).toMatchObject({ code: "busy" });
    expect(holders(made.roster, "025070009999")).toEqual([]);
  });
});
