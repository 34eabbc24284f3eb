/**
 * XML parts of a workbook as a run of openings, texts and closings, without ever holding a part whole. A document type is
 * refused, so that no entity but XML's own five is ever replaced, and so is nesting that no workbook has.
 */
import { Parser } from "htmlparser2";
import type { Reading } from "./reading";

export type Attributes = Readonly<Record<string, string | undefined>>;

/** Names come without the prefix of their name space, attributes with it. */
export interface XmlHandler {
  readonly open: (name: string, attributes: Attributes) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

const deepest = 200;

function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

/** Local names of attributes by which parts refer to each other, whatever prefix their writer took. */
export function attributeOf(attributes: Attributes, local: string): string | undefined {
  for (const name in attributes) if (localName(name) === local) return attributes[name];
  return undefined;
}

/**
 * @param pieces bytes of the part, UTF-8 or UTF-16 with its mark
 * @throws AppError workbook-damaged for what is no XML or has a document type; what the handler throws
 */
export async function readXml(
  pieces: AsyncIterable<Buffer> | Iterable<Buffer>,
  handler: XmlHandler,
  reading: Reading,
): Promise<void> {
  let depth = 0;
  let justOpened = false;
  let ended = false;
  let elements = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth++;
        elements++;
        if (depth > deepest) throw reading.damaged();
        justOpened = true;
        handler.open(localName(name), attributes);
      },
      ontext(text) {
        justOpened = false;
        handler.text?.(text);
      },
      onclosetag(name, isImplied) {
        // An element that closes itself counts as implied too; any other was left open.
        if (isImplied && (ended || !justOpened)) throw reading.damaged();
        justOpened = false;
        depth--;
        handler.close?.(localName(name));
      },
      onprocessinginstruction(name) {
        if (/^!doctype/iu.test(name)) throw reading.damaged();
      },
    },
    { xmlMode: true },
  );
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  for await (const piece of pieces) {
    decoder ??= new TextDecoder(piece[0] === 0xff && piece[1] === 0xfe ? "utf-16le" : "utf-8");
    parser.write(decoder.decode(piece, { stream: true }));
  }
  if (decoder === null) throw reading.damaged();
  parser.write(decoder.decode());
  ended = true;
  parser.end();
  if (elements === 0) throw reading.damaged();
}
