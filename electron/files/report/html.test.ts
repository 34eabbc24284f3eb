// Guards the print page: nothing in a name can become markup, nothing is loaded, figures stand under their heads.

import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import {
  exampleCounts,
  exampleOffice,
  exampleTable,
  gapsExample,
  standardsReport,
  thanhBaExample,
} from "../../../shared/testing/reports";
import { lastRows } from "../../../shared/report/page-breaks";
import { writeHtml } from "./html";

const evil = `<script>alert(1)</script><img src=x onerror="alert(1)">&amp;'\u0007`;
const page = (table = thanhBaExample, office = exampleOffice) =>
  writeHtml(standardsReport(table, office, null, null));

/** What is asked of a page here; jsdom ships no types, and this side of the program knows no DOM. */
interface Element {
  readonly textContent: string;
  readonly children: ArrayLike<Element>;
  readonly lang: string;
  getAttribute(name: string): string | null;
  getAttributeNames(): string[];
  querySelector(selector: string): Element | null;
  querySelectorAll(selector: string): Iterable<Element> & { readonly length: number };
}
const { JSDOM } = createRequire(import.meta.url)("jsdom") as {
  JSDOM: new (html: string) => { window: { document: Element & { documentElement: Element } } };
};
/** Not the row in which the document ends. */
const isOfTable = (row: Element) => row.querySelector(".after") === null;
const parsed = (html: string) => new JSDOM(html).window.document;

describe("writeHtml", () => {
  it("prints a hostile name as letters, wherever it stands", () => {
    const html = page(exampleTable({ [evil]: exampleCounts({ professional: { met: 1 } }) }), {
      superior: evil,
      name: evil,
      place: evil,
      preparedBy: evil,
      signerTitle: evil,
      signerName: evil,
    });
    const document = parsed(html);
    expect(document.querySelectorAll("script,img,iframe,object,link,a,form,base")).toHaveLength(0);
    expect([...document.querySelectorAll("*")].flatMap((node) => node.getAttributeNames())).not.toContain(
      "onerror",
    );
    expect(document.querySelector("tbody th")?.textContent).toBe(evil.replace("\u0007", ""));
  });

  it("loads nothing: fonts are inside, and the policy forbids the rest", () => {
    const html = page();
    expect(parsed(html).querySelector("meta[http-equiv]")?.getAttribute("content")).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; font-src data:",
    );
    const addresses = [...html.matchAll(/url\((.{0,12})/g)].map(([, start]) => start);
    expect(addresses.length).toBeGreaterThan(3);
    expect(addresses.every((start) => start?.startsWith("data:font"))).toBe(true);
  });

  it("takes along the faces that its letters need, and no more", () => {
    const faces = (html: string) => html.split("@font-face").length - 1;
    expect(faces(page())).toBe(6);
    expect(faces(page(exampleTable({ "Xã Čư Ƀuôn": exampleCounts({}) })))).toBe(9);
  });

  it("repeats its head and has as many cells in each row as columns", () => {
    const document = parsed(page(gapsExample));
    const columns = document.querySelectorAll("col").length;
    const spans = [...document.querySelectorAll("thead tr:first-child th")].map((cell) =>
      Number(cell.getAttribute("colspan")),
    );
    expect(spans.reduce((sum, span) => sum + span, 0)).toBe(columns);
    const rows = [...document.querySelectorAll("tbody tr, thead .numbers")].filter(isOfTable);
    expect(rows.length).toBeGreaterThan(3);
    for (const row of rows) expect(row.children).toHaveLength(columns);
    expect(document.querySelector(".total")?.textContent).toContain("Tổng cộng");
    expect(document.documentElement.lang).toBe("vi");
  });

  it("keeps the last rows, the notes and the signatures in one group, which no page parts", () => {
    const counts = exampleCounts({ professional: { met: 1 } });
    const units = Array.from({ length: 12 }, (_none, place) => [`Xã Thử ${place}`, counts] as const);
    const document = parsed(page(exampleTable(Object.fromEntries(units))));
    const last = document.querySelector("tbody:last-of-type");
    expect([...(last?.querySelectorAll("tr") ?? [])].filter(isOfTable)).toHaveLength(lastRows + 1);
    const after = last?.querySelector("td.after");
    expect(after?.getAttribute("colspan")).toBe(String(document.querySelectorAll("col").length));
    for (const part of [".notes", ".signatures"]) {
      expect(after?.querySelectorAll(part)).toHaveLength(1);
      expect(document.querySelectorAll(part)).toHaveLength(1);
    }
  });

  it("parts no number of a law at the end of a line, and writes it as everybody types it", () => {
    const name = "Xã <A> theo 334/2025/NĐ-CP";
    const document = parsed(page(exampleTable({ [name]: exampleCounts({ professional: { met: 1 } }) })));
    const cell = [...document.querySelectorAll("tbody th")].find(({ textContent }) => textContent === name);
    expect(cell?.querySelector(".law")?.textContent).toBe("334/2025/NĐ-CP");
    expect(document.querySelector("style")?.textContent).toContain(".law{display:inline-block");
  });

  it("keeps the total of one commune with the notes and signatures, which never stand without figures", () => {
    const document = parsed(page(exampleTable({ "Xã Thử": exampleCounts({ professional: { met: 1 } }) })));
    for (const part of [".total", ".notes", ".signatures"]) {
      expect(document.querySelectorAll(part)).toHaveLength(1);
      expect(document.querySelectorAll(`tbody:last-of-type ${part}`)).toHaveLength(1);
    }
  });

  it("is composed text, whatever was typed", () => {
    const html = page(exampleTable({ ["Xã Quảng Yên".normalize("NFD")]: exampleCounts({}) }));
    expect(html).toBe(html.normalize("NFC"));
  });
});
