/** Writes zip files for tests, whole ones and such as no program writes: with false sizes, sums and names. */
import { deflateRawSync } from "node:zlib";
import { crc32 } from "../../files/import/crc32";

export interface MadePart {
  readonly name: string;
  readonly content: Uint8Array | string;
  /** Left out: what is true. */
  readonly claimedSize?: number;
  readonly claimedSum?: number;
  readonly flags?: number;
  readonly method?: number;
}

export function zipFile(parts: readonly MadePart[]): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const part of parts) {
    const content = Buffer.from(part.content);
    const name = Buffer.from(part.name);
    const method = part.method ?? 8;
    const packed = method === 8 ? deflateRawSync(content) : content;
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(part.flags ?? 0, 2);
    common.writeUInt16LE(method, 4);
    common.writeUInt32LE(part.claimedSum ?? crc32(content, 0), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(part.claimedSize ?? content.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), common, name, packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    central.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\x00", "latin1"), common, place, name]));
    locals.push(local);
    at += local.length;
  }
  const list = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, list, end]);
}

const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
const relations = (...all: readonly string[]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join("")}</Relationships>`;

export interface MadeXlsx {
  /** What stands in the sheet's part. */
  readonly sheet: string | Uint8Array;
  readonly texts?: string | Uint8Array;
  readonly styles?: string;
  /** Attributes of the workbook's properties. */
  readonly properties?: string;
  /** More parts, or others in the place of those that are made. */
  readonly more?: readonly MadePart[];
}

/** The smallest .xlsx around parts written by hand. */
export function xlsxFile({ sheet, texts, styles, properties = "", more = [] }: MadeXlsx): Buffer {
  const parts: MadePart[] = [
    { name: "[Content_Types].xml", content: "<Types/>" },
    { name: "_rels/.rels", content: relations(relation("r1", "officeDocument", "xl/workbook.xml")) },
    {
      name: "xl/workbook.xml",
      content: `<workbook xmlns:r="x"><workbookPr ${properties}/><sheets><sheet name="S" sheetId="1" r:id="s1"/></sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      content: relations(
        relation("s1", "worksheet", "worksheets/sheet1.xml"),
        ...(texts === undefined ? [] : [relation("t1", "sharedStrings", "sharedStrings.xml")]),
        ...(styles === undefined ? [] : [relation("f1", "styles", "styles.xml")]),
      ),
    },
    { name: "xl/worksheets/sheet1.xml", content: sheet },
    ...(texts === undefined ? [] : [{ name: "xl/sharedStrings.xml", content: texts }]),
    ...(styles === undefined ? [] : [{ name: "xl/styles.xml", content: styles }]),
  ];
  const others = new Set(more.map(({ name }) => name));
  return zipFile([...parts.filter(({ name }) => !others.has(name)), ...more]);
}

/** A sheet's part around its rows. */
export const sheetXml = (rows: string, after = "") =>
  `<worksheet><sheetData>${rows}</sheetData>${after}</worksheet>`;
