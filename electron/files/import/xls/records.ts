/**
 * The records of an .xls ([MS-XLS] 2.1.4; of Excel 5 and 95 as OpenOffice's documentation of the format has them). A record
 * that claims to be longer than the file ends the walk.
 */

export interface XlsRecord {
  readonly type: number;
  readonly data: Buffer;
  /** Data of the records that this one goes on in. */
  readonly more: readonly Buffer[];
}

export const recordTypes = {
  bof: 0x809,
  eof: 0x0a,
  filePass: 0x2f,
  codePage: 0x42,
  dateMode: 0x22,
  boundSheet: 0x85,
  font: 0x31,
  format: 0x41e,
  xf: 0xe0,
  sst: 0xfc,
  continued: 0x3c,
  labelSst: 0xfd,
  label: 0x204,
  richLabel: 0xd6,
  number: 0x203,
  rk: 0x27e,
  manyRk: 0xbd,
  truthOrError: 0x205,
  formula: 0x06,
  formulaText: 0x207,
  merges: 0xe5,
  note: 0x1c,
  drawing: 0x5d,
  supBook: 0x1ae,
} as const;

/** Records one after the other from a place on. */
export function* recordsFrom(stream: Buffer, from: number): Generator<XlsRecord> {
  const at = { place: from };
  for (let next = recordAt(stream, at); next !== null; ) {
    const { type, data } = next;
    const more: Buffer[] = [];
    next = recordAt(stream, at);
    while (next?.type === recordTypes.continued) {
      more.push(next.data);
      next = recordAt(stream, at);
    }
    yield { type, data, more };
  }
}

function recordAt(
  stream: Buffer,
  at: { place: number },
): { readonly type: number; readonly data: Buffer } | null {
  if (at.place + 4 > stream.length) return null;
  const end = at.place + 4 + stream.readUInt16LE(at.place + 2);
  if (end > stream.length) return null;
  const record = { type: stream.readUInt16LE(at.place), data: stream.subarray(at.place + 4, end) };
  at.place = end;
  return record;
}
