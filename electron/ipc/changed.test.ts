/**
 * After each call that writes, whoever reads what it changed is told so. Both sides come from the contract: a call that
 * needs "edit" or "administer" cannot be added without a play here, a question that reads something not without being
 * watched; and what is watched is the answers themselves, so that a forgotten part shows.
 */
import { tableColumns } from "../../shared/columns/table-column";
import { viewLimits } from "../../shared/contract/schemas/views";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { entities } from "../../shared/domain/entities";
import { officeKeys } from "../files/exchange/office-keys";
import { openPacket } from "../files/exchange/packet-file";
import { packetOfSteps } from "../testing/hostile-steps";
import { fileHints } from "../roster/file/machine-hints";
import { SentinelFile } from "../roster/file/sentinel";
import { officeRow } from "../roster/read/office";
import { anyChange } from "../../shared/contract/schemas/changes";
import Database from "better-sqlite3";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { CallArgs, CallName, contract, EventData } from "../../shared/contract/contract";
import { calls } from "../../shared/contract/calls";
import { isStale } from "../../shared/contract/stale";
import { Notices } from "../services/notices";
import { unitByCode } from "../services/new-roster";
import { classPlays } from "../testing/class-plays";
import { importPlays, importSilences } from "../testing/import-plays";
import { listPlays } from "../testing/list-plays";
import { listQuestions } from "../testing/list-questions";
import { personQuestions } from "../testing/person-plays";
import { rulesPlays, rulesSilences } from "../testing/rules-plays";
import { tablePlays, tableQuestions } from "../testing/table-plays";
import { testSettings } from "../testing/settings";
import { closedDesktop } from "../testing/window-calls";
import { Reports } from "../services/report/reports";
import { Workspace } from "../services/workspace";
import { believing, type Office, type Offices, packetsIn, testOffices } from "../testing/offices";
import { answer, type Handlers } from "./answer";
import { createHandlers } from "./handlers";

type Contract = typeof contract;
type Writing = {
  [N in CallName]: Contract[N]["needs"] extends "edit" | "administer" ? N : never;
}[CallName];
type Reading = { [N in CallName]: Contract[N]["reads"] extends readonly [] ? never : N }[CallName];

const on = "2022-01-01";
let offices: Offices;
let commune: Office;
let district: Office;
let stranger: Office;
let workspace: Workspace;
let handlers: Handlers;
let told: EventData<"changed">[] = [];
/** People of the scene: one with a conflict, two pairs that look alike, one to be removed. */
const ids = { disputed: "", twin: "", other: "", apart: "", else: "", gone: "", unit: "" };
let stick = "";
let change = 0;

async function ask<N extends CallName>(name: N, args: CallArgs<N>) {
  const answered = await answer(name, handlers, args, {
    permissions: district.environment,
    reportBug: (error) => {
      throw error;
    },
    checkResults: true,
  });
  if (!answered.ok)
    throw new Error(`${name}: ${answered.error.code} ${JSON.stringify(answered.error.params)}`);
  return answered.value;
}

/** A document that no record names, as a reception that was undone leaves it. */
function leaveDocument(path: string): void {
  const db = new Database(path);
  db.prepare("INSERT INTO blob (hash, size, packed, bytes) VALUES (?, 1, 0, ?)").run(
    Buffer.alloc(32, 1),
    Buffer.from("x"),
  );
  db.close();
}

/** A birth date of the twin that is none, as no program of ours writes it. */
async function leaveUnreadable(): Promise<void> {
  const [like = ""] = packetsIn(await commune.sends());
  const keys = officeKeys(district.environment.home);
  const forging = {
    by: officeKeys(commune.environment.home),
    sealKey: keys.sealKey,
    like: await openPacket(readFileSync(like), keys, like),
  };
  const { official } = entities;
  const fields = new Map([[official.fields.birth.id, "9999-99-99"]]);
  const around = { lamport: 1000, at: 0, user: "Xã", changeBack: 0, meta: null, create: false };
  const path = join(offices.stick(), "tep.scbsync");
  const step = { ...around, entity: official.id, row: ids.twin, fields };
  writeFileSync(path, await packetOfSteps(forging, [step], 1));
  await district.receives(path);
}

beforeAll(async () => {
  offices = testOffices();
  commune = await offices.office("xa", "08173");
  district = await offices.office("huyen", "232");
  stranger = await offices.office("xa-khac", "08203");
  await believing(commune, district);
  ids.disputed = await commune.hires("Trần Văn Tư", "08173", "phone=1");
  ids.twin = await commune.hires("Nguyễn Thị Hòa", "08173", "birth=1980-05-12");
  ids.apart = await commune.hires("Lê Văn Ba", "08173", "birth=1970-01-02");
  await district.receives(await commune.sends());
  await commune.edits("official", ids.disputed, "phone=0911");
  await district.edits("official", ids.disputed, "phone=0922");
  await commune.hires("Phạm Thị Mới", "08173");
  // The units belong to whoever stands above: at the district it is a proposal.
  await commune.edits("unit", unitByCode("08173", on).id, "areaFlags=border");
  stick = await commune.sends();
  ids.other = await district.hires("NGUYỄN THỊ HOÀ", "08173", "birth=12/05/1980");
  ids.else = await district.hires("Lê Văn Ba", "08173", "birth=1970-01-02");
  ids.gone = await district.hires("Hà Văn Thừa", "08173");

  leaveDocument(district.roster);
  await leaveUnreadable();
  const { environment } = district;
  const settings = testSettings(environment.home);
  workspace = new Workspace(environment, settings, {
    changed: (change) => told.push(change),
    progress: () => undefined,
  });
  const printer = () => Promise.reject(new Error("Nothing is printed here"));
  const reports = new Reports(environment, settings, { pdf: printer, paper: printer }, offices.folder);
  handlers = createHandlers(workspace, reports, closedDesktop, new Notices());
  await workspace.open(district.roster);
  const units = await ask("unitOptions", { query: "08173", on, knownOn: null, level: "all", limit: 1 });
  ids.unit = units[0]?.id ?? "";
  const { rows } = await ask("changesPage", {
    before: null,
    limit: 50,
    officialId: ids.disputed,
    filter: anyChange,
  });
  change = rows.at(-1)?.id ?? 0;
});
afterAll(async () => {
  await workspace.close();
  await workspace.settings.settled();
  offices.remove();
});

/** One question of each call that reads something of a roster. */
function questions(): { readonly [N in Reading]: CallArgs<N> } {
  const moment = { on };
  const filter = { moment, serving: "all" as const };
  const page = { offset: 0, limit: 100 };
  return {
    waitingValues: { ids: [ids.unit, ids.disputed] },
    sessionGet: {},
    clockCheck: {},
    missingChanges: {},
    officialsPage: {
      filter,
      order: {},
      columns: tableColumns.map(({ key }) => key).slice(0, viewLimits.columns),
      ...page,
    },
    officialsIndexOf: { filter, order: {}, id: ids.disputed },
    officialsGroups: { filter, order: { group: "unit" } },
    listFigures: { filter, order: {}, key: "computed.age", ranges: [] },
    manyPreview: { filter, order: {}, ranges: [[0, 9]], columns: ["official.hometown"], value: "Xã An" },
    pastePreview: {
      filter,
      order: {},
      text: "Xã An",
      target: { ranges: [[0, 0]], columns: ["official.hometown"] },
      room: { ranges: [[0, 9]], columns: ["official.hometown"] },
    },
    columnValues: { filter, key: "official.hometown", ...page },
    columnPeriods: { filter, key: "official.birth" },
    ...personQuestions(ids.disputed, on),
    viewsGet: {},
    formDraftsList: {},
    unitOptions: { query: "quang", on, knownOn: null, level: "all", limit: 20 },
    unitsOn: { ids: [ids.unit], moment },
    unitGet: { id: ids.unit, knownOn: null },
    unitsPage: { query: "quang", moment, ...page },
    postsList: { knownOn: null },
    ...tableQuestions(on, () => offices.stick()),
    standardsList: { knownOn: null },
    standardChoice: { knownOn: null },
    referenceRules: { moment },
    uncoveredRules: { moment, unitId: null },
    rulesPreview: { edits: [], moment },
    rulesPreviewPeople: { edits: [], moment, unitId: null, move: null, offset: 0, limit: 10 },
    officeGet: { knownOn: null },
    statisticsByUnit: { moment, unitId: null },
    ...listQuestions(on, ids.disputed),
    reportForms: {},
    changesPage: { before: null, limit: 50, officialId: ids.disputed, filter: anyChange },
    changeDetails: { officialId: null, id: change },
    undoEffect: { id: change },
    pastKnowledge: { knownOn: "2026-09-30" },
    changeAuthors: { query: "", limit: 10 },
    changeOffices: { query: "", limit: 10 },
    undoState: {},
    exchangeOverview: {},
    exchangeOffices: {},
    keyCard: {},
    keyCardRead: { path: stranger.card },
    packetContents: { for: [] },
    packetsFind: { folder: stick },
    receptionsList: {},
    conflictsPage: { ...page, officialId: null },
    unreadablePage: page,
    duplicatesPage: page,
    pairsApartPage: page,
    questionsList: {},
    proposals: { author: null, reason: null, ...page },
    decidedProposals: page,
    asideChanges: page,
    keptCount: {},
    keptTexts: page,
    importLeftovers: page,
  };
}

/** Says why a call that needs "edit" tells nobody; its play shows that it leaves every answer as it was. */
const silent: Partial<Record<Writing, string>> = {
  documentBring: "nothing is kept before a record that names it is saved",
  receivePreview: "nothing is kept before receiveKeep",
  receivePreviewPage: "reads the files that are not kept yet",
  receiveFigures: "reads the files that are not kept yet",
  receiveFigurePeople: "reads the files that are not kept yet",
  receiveDiscard: "what it gives up was never kept",
  ...importSilences,
  ...rulesSilences,
};

const preview = () => ask("receivePreview", { paths: packetsIn(stick) });

/** This machine comes to remember a change that the roster does not hold. */
function rememberMore(): void {
  const { environment, roster } = workspace;
  const office = officeRow(roster.db);
  new SentinelFile(environment.home, Buffer.alloc(48, 7)).write({
    confirmed: { end: { seq: 3, hash: Buffer.alloc(32, 7) }, changes: 3, at: Date.UTC(2026, 8, 1) },
    pending: null,
    roster: office?.id ?? "",
    letGo: false,
    machine: environment.hints,
    file: fileHints(roster.path),
  });
}

/** What has to be done before a play, and is told too. */
const before: Partial<Record<Writing, () => Promise<unknown>>> = {
  receiveKeep: preview,
  missingLetGo: async () => rememberMore(),
  // The disagreement came with the file, and went with it.
  conflictAsk: async () => {
    await preview();
    await ask("receiveKeep", {});
  },
};

/** In the order in which they are played, on one roster. */
const plays: { readonly [N in Writing]: () => Promise<unknown> } = {
  officialSave: () =>
    ask("officialSave", {
      action: "edit",
      officialId: ids.disputed,
      official: { id: ids.disputed, isNew: false, fields: { fullName: "Trần Văn Năm" } },
      rows: [],
      removed: [],
    }),
  changeUndo: async () => {
    const { undo } = await ask("undoState", {});
    return ask("changeUndo", { id: undo?.id ?? 0 });
  },
  reportDetailsKeep: () =>
    ask("reportDetailsKeep", { form: "conflicts", filled: { number: "1/BC" }, oneFigure: false }),
  catalogEdit: () => ask("catalogEdit", { entity: "unit", id: ids.unit, fields: { areaFlags: "mountain" } }),
  ...classPlays(ask, on),
  ...tablePlays(ask, () => offices.stick()),
  ...rulesPlays(ask, () => join(offices.stick(), "quy-dinh.json")),
  duplicateJoin: () => ask("duplicateJoin", { kept: ids.twin, joined: ids.other }),
  duplicateKeepApart: () => ask("duplicateKeepApart", { a: ids.apart, b: ids.else }),
  duplicateReview: () => ask("duplicateReview", { a: ids.apart, b: ids.else }),
  officialRemove: () => ask("officialRemove", { id: ids.gone, reason: "nhập trùng" }),
  receivePreview: preview,
  receivePreviewPage: () => ask("receivePreviewPage", { offset: 0, limit: 10 }),
  receiveFigures: () => ask("receiveFigures", { offset: 0, limit: 10 }),
  receiveFigurePeople: () =>
    ask("receiveFigurePeople", {
      unitId: ids.unit,
      standard: "professional",
      when: "before",
      offset: 0,
      limit: 10,
    }),
  receiveDiscard: () => ask("receiveDiscard", {}),
  receiveKeep: () => ask("receiveKeep", {}),
  receptionUndo: async () => {
    const [reception] = await ask("receptionsList", {});
    return ask("receptionUndo", { id: reception?.id ?? 0 });
  },
  conflictAsk: () => ask("conflictAsk", { id: `${ids.disputed}.phone`, n: 1, text: "Số nào đúng?" }),
  decideProposals: async () => {
    const { proposals } = await ask("proposals", { offset: 0, limit: 1 });
    const ids = proposals.map(({ id }) => id);
    expect(ids).toHaveLength(1);
    return ask("decideProposals", { which: { ids }, verdict: "accept" });
  },
  questionAnswer: async () => {
    const [question] = await ask("questionsList", {});
    return ask("questionAnswer", { id: question?.id ?? "", answer: "Số thứ hai" });
  },
  conflictSettle: async () => {
    const { rows } = await ask("conflictsPage", { officialId: ids.disputed, offset: 0, limit: 10 });
    const disputed = rows.find(({ id }) => id === `${ids.disputed}.phone`);
    return ask("conflictSettle", {
      id: disputed?.id ?? "",
      keep: disputed?.values[0]?.id ?? "",
      reason: null,
    });
  },
  officeTrust: async () =>
    ask("officeTrust", {
      path: stranger.card,
      fingerprint: await stranger.fingerprint(),
      role: "neighbour",
    }),
  officeSetRole: async () =>
    ask("officeSetRole", { fingerprint: await stranger.fingerprint(), role: "subordinate" }),
  officeRevoke: async () => ask("officeRevoke", { fingerprint: await stranger.fingerprint() }),
  missingLetGo: () => ask("missingLetGo", {}),
  unreadableKeep: () => ask("unreadableKeep", { entity: "official", rowId: ids.twin, field: "birth" }),
  rosterTidy: () => ask("rosterTidy", {}),
  ...listPlays(ask, on, () => ids.disputed),
  ...importPlays(ask),
  keyRenew: () => ask("keyRenew", {}),
};

/** Without what is another one at each asking: the number of the version, and the moment a card is made. */
function steady(value: unknown): string {
  return JSON.stringify(value, (key, inner: unknown) =>
    ["version", "madeAt", "qr", "text"].includes(key) ? undefined : inner,
  );
}

async function answers(): Promise<Map<Reading, string>> {
  const found = new Map<Reading, string>();
  for (const [name, args] of Object.entries(questions()) as [Reading, never][])
    found.set(name, steady(await ask(name, args)));
  return found;
}

const played = Object.keys(plays) as Writing[];

it.each(played)("%s tells every question whose answer it changes", async (name) => {
  await before[name]?.();
  const earlier = await answers();
  told = [];
  await plays[name]();
  const events = told;
  const after = await answers();
  const asked = questions();
  const changed = [...after].filter(([one, text]) => earlier.get(one) !== text).map(([one]) => one);
  if (silent[name] !== undefined) {
    expect({ changed, events }).toEqual({ changed: [], events: [] });
    return;
  }
  expect(changed).not.toEqual([]);
  const missed = changed.filter((one) => !events.some((event) => isStale(calls[one], asked[one], event)));
  expect(missed).toEqual([]);
});

it("leaves the office's details alone when a unit is edited, and other records when a person is", async () => {
  told = [];
  await ask("catalogEdit", { entity: "unit", id: ids.unit, fields: { areaFlags: null } });
  const [unitEdited] = told;
  if (unitEdited === undefined) throw new Error("Nothing was told");
  expect(isStale(calls.officeGet, {}, unitEdited)).toBe(false);
  expect(isStale(calls.unitGet, { id: ids.unit }, unitEdited)).toBe(true);
  told = [];
  await ask("officialSave", {
    action: "edit",
    officialId: ids.twin,
    official: { id: ids.twin, isNew: false, fields: { phone: "0933" } },
    rows: [],
    removed: [],
  });
  const [personEdited] = told;
  if (personEdited === undefined) throw new Error("Nothing was told");
  expect(isStale(calls.officialGet, { id: ids.disputed, moment: { on } }, personEdited)).toBe(false);
  expect(isStale(calls.officialGet, { id: ids.twin, moment: { on } }, personEdited)).toBe(true);
});

it("tells of packets that were written once, however many there are", async () => {
  told = [];
  await ask("packetSend", { for: [await commune.fingerprint()], folder: offices.stick() });
  expect(told).toMatchObject([{ parts: ["exchange"], session: false }]);
});
