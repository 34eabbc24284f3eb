/**
 * Reads an .xlsx: its relations tell which parts are sheets, texts and styles. What else is in it is told and left: macros
 * are never run, links to other workbooks never followed.
 */
import { posix } from "node:path";
import type { LeftPart, Sheet, Workbook } from "../../../../shared/import/workbook";
import type { Reading } from "../reading";
import { attributeOf, readXml } from "../xml";
import type { ZipParts } from "../zip-parts";
import { readSheet } from "./sheet";
import { counted, SharedTexts } from "./shared-texts";
import { readStyles } from "./styles";

interface Relation {
  readonly type: string;
  readonly target: string;
}

/** Relations of a part by their ids, targets as names of parts. A part without any has none. */
async function relationsOf(parts: ZipParts, part: string, reading: Reading): Promise<Map<string, Relation>> {
  const folder = posix.dirname(part);
  const name = posix.join(folder, "_rels", `${posix.basename(part)}.rels`);
  const relations = new Map<string, Relation>();
  if (!parts.has(name)) return relations;
  const open = (element: string, attributes: Readonly<Record<string, string | undefined>>) => {
    const { Id: id, Type: type, Target: target, TargetMode: mode } = attributes;
    if (element !== "Relationship" || id === undefined || target === undefined || mode === "External") return;
    const path = target.startsWith("/") ? target.slice(1) : posix.join(folder, target);
    relations.set(id, { type: posix.basename(type ?? ""), target: path });
  };
  await readXml([await parts.whole(name)], { open }, reading);
  return relations;
}

function targetOf(relations: ReadonlyMap<string, Relation>, type: string): string | null {
  return [...relations.values()].find((relation) => relation.type === type)?.target ?? null;
}

/** The part that everything else hangs on; null where the zip file is no document of Office. */
export async function mainPartOf(parts: ZipParts, reading: Reading): Promise<string | null> {
  const target = targetOf(await relationsOf(parts, "", reading), "officeDocument");
  return target !== null && parts.has(target) ? target : null;
}

const leftNames: readonly (readonly [LeftPart, RegExp])[] = [
  ["macros", /vbaProject\.bin$|\/macrosheets\//iu],
  ["externalLinks", /\/externalLinks\//iu],
  ["pictures", /\/media\//iu],
  ["comments", /\/(?:threaded)?comments\d*(?:\/|\.xml$)|\/comments\//iu],
];

/** @param main from {@link mainPartOf}. @throws AppError workbook-damaged, workbook-too-large, cancelled */
export async function readXlsx(parts: ZipParts, main: string, reading: Reading): Promise<Workbook> {
  const relations = await relationsOf(parts, main, reading);
  const listed: { name: string; hidden: boolean; id: string }[] = [];
  let date1904 = false;
  const open = (element: string, attributes: Readonly<Record<string, string | undefined>>) => {
    if (element === "workbookPr") date1904 = /^(?:1|true)$/u.test(attributes.date1904 ?? "");
    if (element !== "sheet") return;
    const { name = "", state = "visible" } = attributes;
    listed.push({ name, hidden: state !== "visible", id: attributeOf(attributes, "id") ?? "" });
  };
  await readXml([await parts.whole(main)], { open }, reading);
  reading.parts(listed.length);

  const sheetParts = listed.flatMap(({ name, hidden, id }) => {
    const relation = relations.get(id);
    // A sheet may be a chart, which has no cells.
    return relation?.type === "worksheet" ? [{ name, hidden, part: relation.target }] : [];
  });
  const textPart = targetOf(relations, "sharedStrings");
  const all = [...sheetParts.map(({ part }) => part), ...(textPart === null ? [] : [textPart])];
  const claimed = all.reduce((sum, part) => sum + parts.claimedBytes(part), 0);
  let done = 0;
  const onPiece = (bytes: number) => {
    done += bytes;
    reading.tell(done / Math.max(1, claimed));
  };
  const styles = await readStyles(parts, targetOf(relations, "styles"), reading);
  const texts = await SharedTexts.read(parts, textPart, reading, onPiece);
  const sheets: Sheet[] = [];
  for (const { name, hidden, part } of sheetParts) {
    const pieces = counted(parts.pieces(part), onPiece);
    sheets.push(await readSheet({ name, hidden, pieces, texts, styles, date1904 }, reading));
  }
  const left = leftNames.filter(([, pattern]) => parts.names.some((name) => pattern.test(`/${name}`)));
  return { format: "xlsx", date1904, sheets, left: left.map(([part]) => part) };
}
