/**
 * The records of an .xls ([MS-XLS] 2.1.4), of which this program reads only what its library leaves out: the fonts of cells
 * and runs, a password, drawings, notes and links. A record that claims to be longer than the file ends the walk.
 */

export interface XlsRecord {
  readonly type: number;
  /** Where the record itself begins in the stream. */
  readonly at: number;
  readonly data: Buffer;
}

export const recordTypes = {
  bof: 0x809,
  eof: 0x0a,
  filePass: 0x2f,
  boundSheet: 0x85,
  font: 0x31,
  xf: 0xe0,
  sst: 0xfc,
  continued: 0x3c,
  labelSst: 0xfd,
  label: 0x204,
  richLabel: 0xd6,
  formula: 0x06,
  formulaOf3: 0x206,
  formulaOf4: 0x406,
  note: 0x1c,
  drawing: 0x5d,
  supBook: 0x1ae,
  externSheet: 0x17,
} as const;

/** Records one after the other from a place on. */
export function* recordsFrom(stream: Buffer, from: number): Generator<XlsRecord> {
  for (let at = from; at + 4 <= stream.length; ) {
    const length = stream.readUInt16LE(at + 2);
    const end = at + 4 + length;
    if (end > stream.length) return;
    yield { type: stream.readUInt16LE(at), at, data: stream.subarray(at + 4, end) };
    at = end;
  }
}
