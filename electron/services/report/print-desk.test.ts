// Guards that what is printed is what was looked at, and that a list nobody prints is not made into pages whole.
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { appError } from "../../../shared/contract/errors";
import type { PaperSheet } from "../../files/report/paper";
import type { OpenRoster } from "../open-roster";
import { openThanhBa, type TestPlace, testPlace } from "../../testing/sample-roster";
import { PrintDesk } from "./print-desk";

describe("PrintDesk", () => {
  let place: TestPlace;
  let roster: OpenRoster;
  let printed: PaperSheet[];
  let desk: PrintDesk;
  beforeEach(async () => {
    place = testPlace();
    roster = await openThanhBa(place);
    printed = [];
    desk = new PrintDesk(place.environment, {
      pdf: async (html) => new TextEncoder().encode(html),
      paper: async (sheet) => printed.push(sheet) > 0,
    });
  });
  afterEach(async () => {
    await roster.close();
    place.remove();
  });

  const ask = (form: string, more: object = {}) => ({
    form,
    moment: { on: "2021-10-01" },
    unitId: null,
    kinds: ["canBo" as const, "congChuc" as const],
    ...more,
  });
  const preview = (form: string, more: object = {}) => desk.preview(roster, ask(form, more), {});
  const whole = { moment: { on: "2021-10-01" }, unitId: null };
  const listOf = (ranges: [number, number][]) => ({
    list: {
      filter: { ...whole, kinds: null, serving: "serving" as const },
      order: { sorts: [], group: null },
      columns: ["computed.number", "official.fullName"],
      ranges,
    },
  });
  /** The body: sizes of pages and letters differ between a PDF and paper. */
  const bodyOf = (html: string) => /<body>(.*)<\/body>/su.exec(html)?.[1];

  it("prints the pages that were looked at, numbered by themselves on paper", async () => {
    const { id, pdf, rows, shown } = await preview("standards-by-commune");
    expect([rows, shown]).toEqual([19, 19]);
    expect(await desk.print(id)).toBe(true);
    const [sheet] = printed;
    const looked = new TextDecoder().decode(pdf);
    expect(bodyOf(sheet?.html ?? "")).toBe(bodyOf(looked));
    expect(sheet?.orientation).toBe("landscape");
    expect(sheet?.html).toContain("@top-center{content:counter(page)");
    expect(looked).not.toContain("counter(page)");
  });

  it("holds the chosen lines alone, in the order of the list", async () => {
    const { pdf, rows } = await preview(
      "list",
      listOf([
        [0, 1],
        [4, 4],
      ]),
    );
    expect(rows).toBe(3);
    const html = new TextDecoder().decode(pdf);
    expect(html).toContain("Danh sách có 3 người.");
    const all = new TextDecoder().decode((await preview("list", listOf([]))).pdf);
    const names = (page: string) =>
      [...page.matchAll(/<th scope="row"[^>]*>([^<]+)/g)].map(([, name]) => name);
    expect(names(html)).toEqual([0, 1, 4].map((place_) => names(all)[place_]));
  });

  it("prints by what the office wrote on the form last", async () => {
    const { keepDetails } = await import("./details");
    keepDetails(roster, "list", { filled: { number: "12/DS-UBND" }, oneFigure: false });
    const { pdf } = await preview("list", listOf([[0, 0]]));
    expect(new TextDecoder().decode(pdf)).toContain("Số: 12/DS-UBND");
  });

  it("writes the very pages where somebody says, beside what is there", async () => {
    const { id, pdf } = await preview("list", listOf([[0, 0]]));
    const folder = join(place.folder, "luu");
    mkdirSync(folder);
    expect(desk.fileName(id)).toMatch(/^Danh sach can bo.*\.pdf$/);
    const first = await desk.save(id, join(folder, "Danh sach.PDF"));
    const second = await desk.save(id, join(folder, "Danh sach"));
    expect([first.path, second.path]).toEqual(
      ["Danh sach.pdf", "Danh sach (2).pdf"].map((name) => join(folder, name)),
    );
    expect(new Uint8Array(readFileSync(first.path))).toEqual(pdf);
    expect(existsSync(second.path)).toBe(true);
  });

  it("forgets a preview that was closed, and one that another took the place of", async () => {
    const first = await preview("standards-by-commune");
    const second = await preview("standards-by-commune");
    await expect(desk.print(first.id)).rejects.toMatchObject({ code: "bad-request" });
    desk.end(first.id);
    expect(await desk.print(second.id)).toBe(true);
    desk.end(second.id);
    await expect(desk.print(second.id)).rejects.toMatchObject({ code: "bad-request" });
  });

  it("stops while pages are made", async () => {
    const stop = new AbortController();
    stop.abort();
    const making = desk.preview(roster, ask("list", listOf([])), { signal: stop.signal });
    await expect(making).rejects.toMatchObject({ code: "cancelled" });
  });

  it("says in one word where the system has no printer", async () => {
    const without = new PrintDesk(place.environment, {
      pdf: async (html) => new TextEncoder().encode(html),
      paper: () => Promise.reject(appError("printer-missing")),
    });
    const { id } = await without.preview(roster, ask("standards-by-commune"), {});
    await expect(without.print(id)).rejects.toMatchObject({ code: "printer-missing" });
  });
});
