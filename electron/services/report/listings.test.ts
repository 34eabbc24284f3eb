/**
 * Every list of the career screens goes out as it stands on its screen: the lines of its files are those of the calls that
 * the screen makes, in their order. The walk is over the map of the lists, so that one which is added must say here what its
 * screen shows.
 */
import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { read, utils } from "@e965/xlsx";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type ListingKey,
  listingKeys,
  type ListingQuestion,
} from "../../../shared/contract/schemas/listings";
import { dueKinds } from "../../../shared/domain/due";
import { listingForms } from "../../../shared/report/forms/listings";
import { headerOf, leavesOf } from "../../../shared/report/header";
import { cliPlace } from "../../testing/command-line";
import { type WindowCalls, windowCalls } from "../../testing/window-calls";

const moment = { on: "2021-10-01" };
const everything = { moment, unitId: null };
const page = { offset: 0, limit: 500 };
const place = cliPlace();
let printedHtml = "";
const calls: WindowCalls = windowCalls(place.environment, place.folder, {
  pdf: (html) => {
    printedHtml = html;
    return Promise.resolve(new TextEncoder().encode(html));
  },
  paper: () => Promise.resolve(true),
});
const { ask } = calls;
const held = { plan: "", course: "", kept: "" };

beforeAll(async () => {
  await ask("rosterOpen", { path: await place.thanhBa() });
  const plan = await ask("planSolve", {
    moment,
    standard: "professional",
    percent: 100,
    by: "2022-12-31",
    unitId: null,
    eachUnit: false,
    seats: 20,
    cost: 0,
    months: null,
    budget: null,
  });
  held.plan = plan.id;
  held.kept = (await ask("planKeep", { id: plan.id, name: "Kế hoạch của huyện" })).id;
  const { rows } = await ask("classesPage", { moment, from: null, to: null, kinds: [], query: "", ...page });
  held.course = rows.find(({ people }) => people > 3)?.id ?? "";
});
afterAll(async () => {
  await calls.close();
  place.remove();
});

/** What a screen shows, and some words of each of its lines. */
interface OnScreen<K extends ListingKey> {
  readonly question: () => ListingQuestion<K>;
  readonly lines: () => Promise<readonly (readonly (string | null)[])[]>;
}

const year = { from: "2021-01-01", to: "2021-12-31" };
const named = ({
  person,
}: {
  readonly person: { readonly name: string; readonly unitName: string | null };
}) => [person.name, person.unitName];

const screens: { readonly [K in ListingKey]: OnScreen<K> } = {
  due: {
    question: () => ({ of: "due", ...year, kind: ["retirement", "salaryStep"] }),
    lines: async () => {
      const kinds: ["retirement", "salaryStep"] = ["retirement", "salaryStep"];
      return (await ask("duePage", { ...everything, ...year, kinds, ...page })).rows.map(named);
    },
  },
  "due-unknown": {
    question: () => ({ of: "due-unknown", kind: null }),
    lines: async () => {
      const asked = { ...everything, ...year, kinds: [...dueKinds], ...page };
      const { total } = await ask("dueUnknownPage", asked);
      const rows: (readonly (string | null)[])[] = [];
      while (rows.length < total)
        rows.push(...(await ask("dueUnknownPage", { ...asked, offset: rows.length })).rows.map(named));
      return rows;
    },
  },
  "plan-sent": {
    question: () => ({ of: "plan-sent", plan: held.plan }),
    lines: async () => (await ask("planSent", { id: held.plan, ...page })).rows.map(named),
  },
  "plan-left": {
    question: () => ({ of: "plan-left", plan: held.plan }),
    lines: async () => (await ask("planLeft", { id: held.plan, ...page })).rows.map(named),
  },
  classes: {
    question: () => ({ of: "classes", from: "2019-01-01", to: "2020-12-31", programme: null, search: null }),
    lines: async () => {
      const asked = { moment, from: 2019, to: 2020, kinds: [], query: "", ...page };
      return (await ask("classesPage", asked)).rows.map(({ name, turns, people }) => [
        name,
        String(turns),
        String(people),
      ]);
    },
  },
  learners: {
    question: () => ({ of: "learners", class: held.course }),
    lines: async () => (await ask("learnersPage", { classId: held.course, moment, ...page })).rows.map(named),
  },
  nominees: {
    question: () => ({ of: "nominees", term: null, status: "lacking" }),
    lines: async () =>
      (await ask("nominationPage", { ...everything, term: null, status: "lacking", ...page })).rows.map(
        ({ title, unitName, person }) => [title, unitName, person.name],
      ),
  },
  "key-posts": {
    question: () => ({ of: "key-posts", term: null }),
    lines: async () =>
      (await ask("nominationPostsPage", { ...everything, term: null, ...page })).rows.map(
        ({ title, unitName }) => [title, unitName],
      ),
  },
  evaluations: {
    question: () => ({ of: "evaluations", year: 2020, period: "year" }),
    lines: async () =>
      (await ask("evaluationPage", { ...everything, year: 2020, period: "year", ...page })).rows.map(
        ({ fullName, unitName, post }) => [fullName, unitName, post],
      ),
  },
  salary: {
    question: () => ({ of: "salary", ...year, overdue: null }),
    lines: async () =>
      (await ask("salaryPage", { ...everything, ...year, list: "due", ...page })).rows.flatMap((row) =>
        row.kind === "person" ? [named(row)] : [],
      ),
  },
  "salary-unknown": {
    question: () => ({ of: "salary-unknown", mismatch: null }),
    lines: async () =>
      (await ask("salaryPage", { ...everything, ...year, list: "unknown", ...page })).rows.flatMap((row) =>
        row.kind === "person" ? [named(row)] : [],
      ),
  },
};

/** Rows of a file's table, whichever rows stand around it. */
function tableOf(path: string, columns: number): string[][] {
  const book = read(readFileSync(path), { raw: true });
  const sheet = book.Sheets[book.SheetNames[0] ?? ""] ?? {};
  const rows = utils
    .sheet_to_json<unknown[]>(sheet, { header: 1, defval: "" })
    .map((row) => row.slice(0, columns).map((cell) => String(cell)));
  const head = rows.findIndex(([first]) => first === "TT");
  const table = rows.slice(head + 1);
  const end = table.findIndex(([first], at) => first !== String(at + 1));
  return end < 0 ? table : table.slice(0, end);
}

function columnsOf(key: ListingKey): number {
  const [list] = listingForms.flatMap(({ key: one, blocks }) =>
    one === key ? blocks.filter((block) => block.kind === "list") : [],
  );
  if (list === undefined || list.columns === "given") throw new Error(`No columns of ${key}`);
  expect(headerOf(list.columns).rows).toBe(1);
  return leavesOf(list.columns).length;
}

const write = (key: ListingKey, listing: ListingQuestion, more: { readonly unitId?: string } = {}) =>
  ask("reportWrite", {
    form: key,
    ...everything,
    folder: place.folder,
    formats: ["xlsx", "csv"],
    listing,
    ...more,
  });

describe("the lists of the career screens", () => {
  it.each(listingKeys)("%s holds the lines of its screen in a workbook and as CSV", async (key) => {
    const { question, lines } = screens[key];
    const expected = await lines();
    expect(expected.length).toBeGreaterThan(0);
    const { files } = await write(key, question());
    expect(files).toHaveLength(2);
    for (const { path } of files) {
      const rows = tableOf(path, columnsOf(key));
      expect(rows).toHaveLength(expected.length);
      for (const [at, words] of expected.entries())
        expect(rows[at]).toEqual(expect.arrayContaining(words.map((word) => word ?? "")));
    }
  });

  it.each(listingKeys)("%s is looked at as pages before it is printed", async (key) => {
    const { question, lines } = screens[key];
    const expected = await lines();
    const { rows, shown } = await ask("printPreview", { form: key, ...everything, listing: question() });
    expect([rows, shown]).toEqual([expected.length, expected.length]);
    expect(printedHtml).toContain(`Danh sách có ${expected.length} dòng.`);
  });
});

describe("what a list says of itself", () => {
  it("names what it is filtered for, in its file's name too, and the unit under the title", async () => {
    const { files } = await write("due", { of: "due", ...year, kind: ["retirement"] });
    expect(basename(files[0]?.path ?? "")).toMatch(/^Viec den han .*\(mot phan\)/);
    const [unit] = await ask("unitOptions", {
      query: "08173",
      on: moment.on,
      knownOn: null,
      level: "all",
      limit: 1,
    });
    const listing = { of: "due" as const, ...year, kind: null };
    await ask("printPreview", { form: "due", moment, unitId: unit?.id ?? "", listing });
    expect(printedHtml).toContain("XÃ QUẢNG YÊN");
    expect(printedHtml).toContain("từ ngày 01/01/2021 đến ngày 31/12/2021");
  });

  it("tells turns and people apart below the classes", async () => {
    const { question } = screens.classes;
    await ask("printPreview", { form: "classes", ...everything, listing: question() });
    const asked = { moment, from: 2019, to: 2020, kinds: [], query: "", ...page };
    const { count } = await ask("classesPage", asked);
    const plain = printedHtml.replaceAll(/(?<=\d)\.(?=\d{3})/g, "");
    expect(plain).toContain(`${count.classes} lớp, ${count.turns} lượt người`);
    expect(plain).toContain(`${count.people} người trong sổ`);
  });

  it("marks rules that nobody compared with their text, and says a plan's figures", async () => {
    await ask("printPreview", { form: "plan-left", ...everything, listing: screens["plan-left"].question() });
    expect(printedHtml).toContain("Chưa đạt chỉ tiêu: ");
    expect(printedHtml).toContain("chưa kiểm chứng");
  });
});

describe("a kept plan", () => {
  it("goes out with the people who were kept in it and those who were not", async () => {
    for (const key of ["plan-sent", "plan-left"] as const) {
      const expected = await screens[key].lines();
      for (const plan of [held.kept, "Kế hoạch của huyện"]) {
        const { files } = await write(key, { of: key, plan });
        const rows = tableOf(files[0]?.path ?? "", columnsOf(key));
        expect(rows.map(([, name]) => name).sort()).toEqual(expected.map(([name]) => name ?? "").sort());
      }
    }
  });
});

describe("what cannot be listed", () => {
  const refused = (work: Promise<unknown>, code: string) => expect(work).rejects.toThrow(code);

  it("is refused by name: no plan, no such class or term, the question of another list", async () => {
    await refused(write("plan-sent", { of: "plan-sent", plan: null }), "listing-needs");
    const other = "018f0000-0000-7000-8000-00000000ffff";
    await refused(write("plan-left", { of: "plan-left", plan: other }), "plan-gone");
    await refused(write("learners", { of: "learners", class: "Lớp không có" }), "listing-row");
    await refused(write("nominees", { of: "nominees", term: "1900-1905", status: null }), "listing-row");
    await refused(write("due", { of: "salary", ...year, overdue: null }), "bad-request");
    await refused(write("due", { of: "due", from: "hôm nay", to: null, kind: null }), "bad-request");
  });

  it("leaves no file behind when it is stopped", async () => {
    const before = readdirSync(place.folder).length;
    const writing = write("evaluations", screens.evaluations.question());
    await ask("workCancel", {});
    await expect(writing).rejects.toThrow("cancelled");
    expect(readdirSync(place.folder)).toHaveLength(before);
  });
});
