/** Drafts of forms in a real roster on disk: kept over a kill, told with what became of the row, and gone without a trace. */
import { copyFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { FormDraft } from "../../shared/contract/schemas/form-drafts";
import { OpenRoster } from "./open-roster";
import { joinDuplicate } from "./exchange/duplicates";
import { dropFormDrafts, formDrafts, keepFormDraft } from "./form-drafts";
import { removeOfficial, saveOfficial } from "./records";
import { saveView } from "./views";
import { shippedViews } from "../../shared/columns/shipped-views";
import { verifyRoster } from "../roster/verify";
import { sql } from "../roster/file/sql";
import { createRoster } from "../roster/create-roster";
import { catalogEdits, personEdits, testId } from "../testing/rosters";
import { type TestPlace, testPlace } from "../testing/sample-roster";
import { onFile } from "../testing/older-roster";

const draftId = "018f0000-0000-7000-8000-0000000d0001";
const otherId = "018f0000-0000-7000-8000-0000000d0002";
const newPerson = "018f0000-0000-7000-8000-0000000d0003";
const secret = "Xóm Bí Mật Không Đâu Có";

let place: TestPlace;
let roster: OpenRoster;
beforeEach(async () => {
  place = testPlace();
  const made = await createRoster(join(place.folder, "so.scb"), place.environment);
  roster = OpenRoster.of(made, place.environment);
  roster.write({ action: "add", reason: null, edits: [...catalogEdits(), ...personEdits(100)] });
});
afterEach(async () => {
  await roster.close();
  place.remove();
});

const keep = (id: string, draft: FormDraft, instead: readonly string[] = []) =>
  keepFormDraft(roster, place.environment, id, draft, instead);
const draftOf = (about: string, fields: FormDraft["rows"][number]["fields"], isNew = false): FormDraft => ({
  form: "official",
  about,
  rows: [{ entity: "official", id: about, isNew, began: {}, fields, names: {} }],
  removed: [],
  correction: null,
});
const bytesOf = (path: string) => readFileSync(path).toString("latin1");
/** As the file holds it. */
const inFile = (text: string) => Buffer.from(text, "utf8").toString("latin1");

describe("a draft of a form", () => {
  it("is in the file as soon as it is kept, so that whoever kills the program finds all of it", async () => {
    const about = testId(100);
    const draft: FormDraft = {
      ...draftOf(about, { phone: "0912 345", note: secret }),
      removed: [{ entity: "qualification", id: otherId }],
      correction: "nhầm số",
    };
    keep(draftId, draft);
    // A copy taken without a word to the program is what a power cut leaves.
    const path = join(place.folder, "sau-mat-dien.scb");
    copyFileSync(roster.path, path);
    const after = await OpenRoster.open(path, place.environment);
    const [found] = formDrafts(after);
    expect(found).toMatchObject({ ...draft, id: draftId, by: "Văn phòng", there: true, stored: false });
    expect(found?.at).toMatch(/^2026-10-01T/);
    await after.close();
    expect(verifyRoster(path)).toMatchObject({ ok: true });
  });

  it("takes the place of what was kept under its id, and of those it names", async () => {
    const about = testId(100);
    keep(draftId, draftOf(about, { phone: "1" }));
    keep(draftId, draftOf(about, { phone: "2" }));
    expect(formDrafts(roster).map(({ rows }) => rows[0]?.fields)).toEqual([{ phone: "2" }]);
    keep(otherId, draftOf(about, { phone: "3" }), [draftId]);
    expect(formDrafts(roster).map(({ id }) => id)).toEqual([otherId]);
  });

  it("of somebody whose record went up in another one is of that one, with what was typed", async () => {
    const [about, kept] = [testId(100), testId(200)];
    roster.write({ action: "add", reason: null, edits: personEdits(200, { fullName: "Nguyễn Văn Ân" }) });
    keep(draftId, draftOf(about, { phone: "0912" }));
    expect(formDrafts(roster)[0]).toMatchObject({ about, joined: false });
    joinDuplicate(roster, kept, about);
    expect(formDrafts(roster)[0]).toMatchObject({
      about: kept,
      there: true,
      joined: true,
      name: "Nguyễn Văn Ân",
      rows: [{ entity: "official", id: kept, isNew: false, fields: { phone: "0912" } }],
    });
    // Whoever took it in is gone as well: there is nobody to lead to.
    removeOfficial(roster, kept, "nhập trùng");
    expect(formDrafts(roster)[0]).toMatchObject({ about, there: false });
  });

  it("of somebody new, of somebody removed, and of what was saved meanwhile is told as such", async () => {
    const about = testId(100);
    keep(draftId, draftOf(newPerson, { fullName: "Lê Văn Mới" }, true));
    expect(formDrafts(roster)[0]).toMatchObject({ there: false, name: "Lê Văn Mới", stored: false });
    const save = { action: "add" as const, reason: null, rows: [], removed: [], officialId: newPerson };
    const official = { id: newPerson, isNew: true, fields: { fullName: "Lê Văn Mới" } };
    await saveOfficial(roster, place.environment, { ...save, official });
    expect(formDrafts(roster)[0]).toMatchObject({ there: true, stored: true });
    keep(draftId, draftOf(about, { phone: "0912" }));
    removeOfficial(roster, about, "nhập trùng");
    expect(formDrafts(roster)[0]).toMatchObject({ there: false, stored: false });
  });

  it.each([20, 900, 3_000, 9_000, 60_000])(
    "of %i letters leaves none of them in the file once it is dropped",
    async (length) => {
      const about = testId(100);
      const text = secret.repeat(Math.ceil(length / secret.length));
      keep(draftId, draftOf(about, { note: text.slice(0, length / 2) + secret }));
      // What else lies beside it moves it about.
      saveView(roster, "Danh sách của tôi", shippedViews.list);
      keep(otherId, draftOf(about, { note: text + secret }));
      saveView(roster, "Danh sách khác", shippedViews.list);
      keep(draftId, draftOf(about, { note: `${text} thêm ${secret}` }));
      expect(bytesOf(roster.path)).toContain(inFile(secret));
      dropFormDrafts(roster, [draftId, otherId]);
      expect(formDrafts(roster)).toEqual([]);
      const after = bytesOf(roster.path);
      expect(after).not.toContain(inFile(secret));
      expect(after).not.toContain(inFile("Xóm Bí Mật"));
    },
  );

  it("leaves none of its letters either where others, lists and changes came and went beside it", () => {
    let state = 1;
    const some = (count: number) => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return Math.floor((state / 2 ** 32) * count);
    };
    const about = testId(100);
    const word = "QZXSECRETQZX";
    const ids = Array.from({ length: 8 }, (_, at) => `018f0000-0000-7000-8000-0000000e000${at}`);
    const lengths = [10, 100, 400, 900, 1_500, 3_000, 3_900, 4_100, 9_000, 30_000];
    const steps = [
      ...Array.from({ length: 6 }, () => (id: string) => {
        const times = Math.ceil((lengths[some(lengths.length)] ?? 0) / word.length);
        keep(id, draftOf(about, { note: word.repeat(times) }));
      }),
      ...Array.from({ length: 2 }, () => (id: string) => dropFormDrafts(roster, [id])),
      () => saveView(roster, `V${some(20)}`, shippedViews.list),
      () => {
        const fields = { note: "n".repeat(some(900) + 1) };
        const edits = [{ kind: "update", entity: "official", id: about, fields }] as const;
        roster.write({ action: "edit", reason: null, edits });
      },
    ];
    for (let round = 0; round < 6; round++) {
      for (let step = 0; step < 40; step++) {
        const id = ids[some(ids.length)] ?? "";
        steps[some(steps.length)]?.(id);
      }
      dropFormDrafts(roster, ids);
      expect(bytesOf(roster.path).includes(word)).toBe(false);
    }
    expect(verifyRoster(roster.path)).toMatchObject({ ok: true, problems: [] });
  });

  it("goes into no copy that the program makes, which is whole", async () => {
    const about = testId(100);
    keep(draftId, draftOf(about, { note: secret.repeat(200) }));
    const path = join(place.folder, "ban-sao.scb");
    await roster.saveCopy(path);
    expect(bytesOf(roster.path)).toContain(inFile(secret));
    expect(bytesOf(path)).not.toContain(inFile(secret));
    expect(verifyRoster(path)).toMatchObject({ ok: true, problems: [] });
    const copy = await OpenRoster.read(path, place.environment);
    expect(formDrafts(copy)).toEqual([]);
    await copy.close();
    expect(formDrafts(roster)).toHaveLength(1);
  });

  it("leaves no change in the log", async () => {
    const count = () => roster.db.value<number>(sql`SELECT count(*) FROM op`);
    const before = count();
    keep(draftId, draftOf(testId(100), { phone: "1" }));
    dropFormDrafts(roster, [draftId]);
    expect(count()).toBe(before);
  });

  it("is told to who only looks, who can neither keep nor drop one", async () => {
    const about = testId(100);
    keep(draftId, draftOf(about, { phone: "1" }));
    const looking = await OpenRoster.read(roster.path, place.environment);
    expect(formDrafts(looking)).toHaveLength(1);
    const refused = expect.objectContaining({ code: "roster-readonly" });
    expect(() => dropFormDrafts(looking, [draftId])).toThrow(refused);
    expect(() => keepFormDraft(looking, place.environment, draftId, draftOf(about, {}), [])).toThrow(refused);
    await looking.close();
  });

  it("of a newer program, or in a damaged list, is left out and stays", async () => {
    const about = testId(100);
    keep(draftId, draftOf(about, { phone: "1" }));
    const { path } = roster;
    await roster.close();
    const strange = [
      ["draft gì đó", "{"],
      [`draft ${otherId}`, '{"form":7}'],
      [`draft ${newPerson}`, JSON.stringify({ ...draftOf(about, {}), form: "salary", at: "9", by: "x" })],
      [
        `draft ${testId(7)}`,
        JSON.stringify({ ...draftOf(about, {}), rows: [], files: ["x"], at: "9", by: "x" }),
      ],
    ] as const;
    onFile(
      path,
      strange.map(([key, text]) => `INSERT INTO local_state VALUES ('${key}', '${text}')`).join(";"),
    );
    roster = await OpenRoster.open(path, place.environment);
    expect(formDrafts(roster).map(({ form, there }) => ({ form, there }))).toEqual([
      { form: "salary", there: false },
      { form: "official", there: true },
    ]);
    dropFormDrafts(roster, [draftId]);
    expect(bytesOf(path)).toContain("draft gì đó".replace("gì đó", inFile("gì đó")));
  });
});
