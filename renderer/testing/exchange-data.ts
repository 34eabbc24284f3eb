/** Offices, files, conflicts and previews as the main process would answer with, for tests of the exchange screens. */
import type { ReceptionRow } from "../../shared/contract/schemas/receptions";
import type { CallResult } from "../../shared/contract/contract";
import type { ConflictData, ConflictValue, DuplicateData } from "../../shared/contract/schemas/conflicts";
import type {
  FoundPacket,
  ReceivedFile,
  ReceivedPerson,
  ReceiveSummary,
  OfficeState,
} from "../../shared/contract/schemas/exchange";

/** A fingerprint of eight like groups: `fingerprintOf(3)` is 33333-33333-… */
export function fingerprintOf(digit: number): string {
  return Array.from({ length: 8 }, () => String(digit).repeat(5)).join("-");
}

export const district = { fingerprint: fingerprintOf(1), unitCode: "233", office: "UBND huyện Thanh Ba" };
export const commune = { fingerprint: fingerprintOf(2), unitCode: "08173", office: "UBND xã Quảng Yên" };

export function officeState(over: Partial<OfficeState> = {}): OfficeState {
  return {
    ...district,
    role: "superior",
    standing: "trusted",
    trustedAt: "2026-11-01T08:00:00.000Z",
    lastReceived: null,
    lastSent: null,
    notYetThere: null,
    gaps: [],
    waiting: 0,
    branches: 1,
    ...over,
  };
}

export const overview: CallResult<"exchangeOverview"> = {
  own: commune,
  trusted: 1,
  conflicts: 2,
  proposals: 0,
  duplicates: 1,
  waiting: 0,
  documents: 0,
  questions: 1,
  unreadable: 0,
};

export function foundPacket(over: Partial<FoundPacket> = {}): FoundPacket {
  return {
    path: "/media/KINGSTON/233-000007.scbsync",
    fileName: "233-000007.scbsync",
    bytes: 6600,
    state: "new",
    sender: { ...district, confirmed: true },
    number: 7,
    at: "2026-11-20T08:00:00.000Z",
    place: "KINGSTON",
    ...over,
  };
}

export function receivedFile(over: Partial<ReceivedFile> = {}): ReceivedFile {
  return {
    path: "/media/KINGSTON/233-000007.scbsync",
    result: "applied",
    error: null,
    sender: { ...district, confirmed: true },
    number: 7,
    at: "2026-11-20T08:00:00.000Z",
    added: 1,
    changed: 1,
    ended: 0,
    removed: 0,
    catalog: 0,
    conflicts: 1,
    settled: 0,
    waiting: 0,
    proposals: 0,
    decided: 0,
    unreadable: 0,
    documents: 0,
    refusedWriters: [],
    ...over,
  };
}

export function receiveSummary(over: Partial<ReceiveSummary> = {}): ReceiveSummary {
  return {
    files: [receivedFile()],
    added: 1,
    changed: 1,
    ended: 0,
    removed: 0,
    catalog: 0,
    conflicts: 1,
    settled: 0,
    waiting: 0,
    proposals: 0,
    decided: 0,
    unreadable: 0,
    duplicates: 0,
    apartJoined: [],
    people: 2,
    on: "2026-11-28",
    mass: [],
    units: 0,
    ...over,
  };
}

export function reception(id: number, over: Partial<ReceptionRow> = {}): ReceptionRow {
  return {
    id,
    at: "2026-11-20T08:00:00.000Z",
    user: "lan",
    offices: ["UBND xã Quảng Yên"],
    files: 1,
    added: 0,
    changed: 0,
    ended: 0,
    removed: 0,
    catalog: 0,
    conflicts: 0,
    settled: 0,
    proposals: 0,
    decided: 0,
    unreadable: 0,
    undone: null,
    canUndo: true,
    ...over,
  };
}

export const personId = "018f0000-0000-7000-8000-00000000000a";
export const otherPersonId = "018f0000-0000-7000-8000-00000000000b";

export const changedPerson: ReceivedPerson = {
  id: personId,
  name: "Nguyễn Văn An",
  unitName: "Xã Quảng Yên",
  kind: "changed",
  changedBy: null,
  conflicts: 1,
  settled: 0,
  rowCount: 1,
  rows: [
    {
      entity: "official",
      rowId: personId,
      rowLabel: "Nguyễn Văn An",
      kind: "edited",
      fields: [
        {
          field: "birth",
          here: "1980",
          coming: ["05/1980"],
          after: "05/1980",
          conflict: false,
          settled: false,
        },
        {
          field: "phone",
          here: "0912 345 678",
          coming: ["0987 654 321"],
          after: "0912 345 678",
          conflict: true,
          settled: false,
        },
      ],
    },
  ],
};

export function conflictValue(n: number, over: Partial<ConflictValue> = {}): ConflictValue {
  return {
    n,
    id: `0000000${n}`,
    text: `0${n}/1980`,
    value: `1980-0${n}`,
    office: n === 1 ? commune.office : district.office,
    user: n === 1 ? "lan" : "hoa",
    at: "2026-11-20T08:00:00.000Z",
    clockSuspect: false,
    paper: null,
    reason: null,
    shown: n === 1,
    foreign: false,
    joining: null,
    ...over,
  };
}

export function conflict(over: Partial<ConflictData> = {}): ConflictData {
  return {
    id: `${personId}.birth`,
    kind: "field",
    entity: "official",
    rowId: personId,
    label: "Nguyễn Văn An",
    officialId: personId,
    unitName: "Xã Quảng Yên",
    field: "birth",
    rowLabel: "",
    values: [conflictValue(1), conflictValue(2)],
    asked: null,
    ...over,
  };
}

export const duplicate: DuplicateData = {
  id: `${personId}+${otherPersonId}`,
  why: "nameAndBirth",
  a: {
    id: personId,
    fullName: "Nguyễn Văn An",
    birth: "1980-05",
    sex: "male",
    identityNumber: null,
    unitName: "Xã Quảng Yên",
    postName: "Chủ tịch UBND",
    office: commune.office,
  },
  b: {
    id: otherPersonId,
    fullName: "Nguyễn Văn An",
    birth: "1980-05",
    sex: "male",
    identityNumber: "025080001234",
    unitName: "Xã Đồng Xuân",
    postName: "Bí thư Đảng ủy",
    office: district.office,
  },
  differing: [
    { field: "identityNumber", a: null, b: "025080001234" },
    { field: "phone", a: "0912 345 678", b: "0987 654 321" },
  ],
  same: [],
  mainPosts: [],
};
