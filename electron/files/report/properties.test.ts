// Guards what a file says of who made it: the office, or nobody, and never a library, a user or a machine.

import { hostname, userInfo } from "node:os";
import { describe, expect, it } from "vitest";
import { fromBufferPromise } from "yauzl";
import type { ReportDocument } from "../../../shared/report/document";
import { exampleOffice, standardsReport, thanhBaExample } from "../../../shared/testing/reports";
import { writeDocx } from "./docx";
import { writeXlsx } from "./xlsx";

const document = standardsReport(thanhBaExample, exampleOffice, "Huyện Thanh Ba", "2021-10-04");
const headless: ReportDocument = {
  ...document,
  blocks: document.blocks.filter(({ kind }) => kind !== "heading"),
};

/** Every property of the file by its name. */
async function propertiesIn(bytes: Uint8Array): Promise<Readonly<Record<string, string>>> {
  const zip = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true, autoClose: false });
  let text = "";
  for await (const entry of zip.eachEntry()) {
    if (!/^docProps\/\w+\.xml$/u.test(entry.fileName)) continue;
    const stream = await zip.openReadStreamPromise(entry);
    const pieces: Buffer[] = [];
    for await (const piece of stream as AsyncIterable<Buffer>) pieces.push(piece);
    text += Buffer.concat(pieces).toString("utf8");
  }
  zip.close();
  return Object.fromEntries(
    [...text.matchAll(/<(?:\w+:)?(\w+)(?: [^>]*)?>([^<]*)<\//gu)].map(([, name = "", value = ""]) => [
      name,
      value,
    ]),
  );
}

describe.each([
  ["docx", writeDocx],
  ["xlsx", writeXlsx],
] as const)("the properties of a %s", (_format, writeFile) => {
  it("name the office as who made it and as who changed it last", async () => {
    const properties = await propertiesIn(await writeFile(document));
    expect(properties).toMatchObject({ creator: "PHÒNG NỘI VỤ", lastModifiedBy: "PHÒNG NỘI VỤ" });
    const said = Object.values(properties);
    for (const name of [userInfo().username, hostname(), "Un-named"]) expect(said).not.toContain(name);
  });

  it("name nobody where the document is nobody's", async () => {
    const { creator = "", lastModifiedBy = "" } = await propertiesIn(await writeFile(headless));
    expect([creator, lastModifiedBy]).toEqual(["", ""]);
  });
});
