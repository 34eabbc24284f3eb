// What happens to two offices and their files, told one by one.
import { describe, expect, it } from "vitest";
import { toHex, uuidToBytes } from "../../../shared/sync/bytes";
import { cloneOf, keyOf, testOffice, type TestOffice } from "../../testing/log-offices";
import {
  catalogEdits,
  otherUnitId,
  personEdits,
  postId,
  testFolder,
  testId,
  unitId,
} from "../../testing/rosters";
import { verifyRoster } from "../verify";
import type { Edit } from "../edit/edits";
import { sql } from "../file/sql";

const person = 0x100;
const an = testId(person);

function rename(fullName: string, id = an): Edit[] {
  return [{ kind: "update", entity: "official", id, fields: { fullName } }];
}

function nameAt(office: TestOffice, id = an): string | undefined {
  return office.roster.db.value<string>(sql`SELECT full_name FROM official WHERE id = ${uuidToBytes(id)}`);
}

function conflictsAt(office: TestOffice): string[] {
  return office.roster.db
    .raw<[Buffer, number]>(sql`SELECT row, field FROM conflict ORDER BY row, field`)
    .map(([row, field]) => `${toHex(row).slice(-3)}/${field}`);
}

function everyOpAt(office: TestOffice): number {
  return office.roster.db.value<number>(sql`SELECT count(*) FROM op`) ?? 0;
}

async function checkSame(...offices: TestOffice[]): Promise<void> {
  for (const office of offices) {
    expect(verifyRoster(office.path)).toMatchObject({ ok: true, problems: [] });
    expect(everyOpAt(office)).toBe(everyOpAt(offices[0] as TestOffice));
    expect(conflictsAt(office)).toEqual(conflictsAt(offices[0] as TestOffice));
  }
}

/** A commune with Mr An, and the district that has received its first file. */
async function communeAndDistrict(): Promise<[TestOffice, TestOffice]> {
  const folder = testFolder();
  const commune = await testOffice("xa", 1, folder);
  const district = await testOffice("huyen", 2, folder);
  commune.write([...catalogEdits(), ...personEdits(person)]);
  await district.receive(commune.file());
  await commune.receive(district.file());
  return [commune, district];
}

describe("a commune and its district", () => {
  it("a PC is restored from last week's backup: the district gives back what was lost, and new work is not mixed with it", async () => {
    const [commune, district] = await communeAndDistrict();
    const backup = await cloneOf(commune, "ban-luu", 3);
    commune.write(rename("An đã sửa trước khi hỏng máy"));
    commune.write(personEdits(0x200, { fullName: "Người mới" }));
    await district.receive(commune.file(district));
    await commune.roster.close();
    // The copy is put back; the clerk goes on without knowing.
    backup.write(rename("An sửa trên bản cũ"));
    await district.receive(backup.file());
    await backup.receive(district.file());
    expect(nameAt(backup, testId(0x200))).toBe("Người mới");
    expect(conflictsAt(district)).toEqual(["100/1"]);
    await checkSame(backup, district);
  });

  it("a disk is cloned: both copies write under their own names from then on, and no edit is lost", async () => {
    const [commune, district] = await communeAndDistrict();
    const twin = await cloneOf(commune, "may-2", 3);
    commune.write(rename("An ở máy 1"));
    twin.write([{ kind: "update", entity: "official", id: an, fields: { note: "ghi ở máy 2" } }]);
    expect(twin.roster.writer.name).not.toBe(commune.roster.writer.name);
    await district.receive(commune.file(), twin.file());
    expect(conflictsAt(district)).toEqual([]);
    expect(nameAt(district)).toBe("An ở máy 1");
    await commune.receive(district.file());
    await twin.receive(district.file());
    await checkSame(commune, twin, district);
  });

  it("a file is lost on the way: the next one brings what it held, since files answer statements and not memory", async () => {
    const [commune, district] = await communeAndDistrict();
    commune.write(rename("Lần một"));
    const lost = commune.file(district);
    expect(lost.manifest.whole).toBe(false);
    commune.write(personEdits(0x200, { fullName: "Lần hai" }));
    const next = commune.file(district);
    await district.receive(next);
    expect(nameAt(district)).toBe("Lần một");
    expect(nameAt(district, testId(0x200))).toBe("Lần hai");
    // The lost one turns up after all.
    const { effects } = await district.receive(lost);
    expect(effects).toMatchObject([{ ops: 0, conflicts: 0 }]);
    await checkSame(commune, district);
  });

  it("three files arrive in reverse: the last word is the commune's last word", async () => {
    const [commune, district] = await communeAndDistrict();
    const files = ["Một", "Hai", "Ba"].map((name) => {
      commune.write(rename(name));
      return commune.file(district);
    });
    for (const file of files.toReversed()) await district.receive(file);
    expect(nameAt(district)).toBe("Ba");
    expect(conflictsAt(district)).toEqual([]);
    await checkSame(commune, district);
  });

  it("a clock stands in 2099, another in 1970: what was seen decides, not when", async () => {
    const [commune, district] = await communeAndDistrict();
    district.shiftClock(Date.UTC(2099, 0, 1) - Date.UTC(2026, 0, 1));
    district.write(rename("Huyện sửa năm 2099"));
    commune.shiftClock(-Date.UTC(2026, 0, 1));
    await commune.receive(district.file());
    commune.write(rename("Xã đã xem và sửa lại năm 1970"));
    await district.receive(commune.file());
    expect(nameAt(district)).toBe("Xã đã xem và sửa lại năm 1970");
    expect(conflictsAt(district)).toEqual([]);
    await checkSame(commune, district);
  });

  it("the district removes a commune while the commune files somebody there: the person is listed, not gone", async () => {
    const [commune, district] = await communeAndDistrict();
    district.write([{ kind: "remove", entity: "unit", id: otherUnitId, reason: "bỏ" }]);
    commune.write([
      { kind: "create", entity: "official", id: testId(0x300), fields: { fullName: "Người ở xã bị bỏ" } },
      {
        kind: "create",
        entity: "assignment",
        id: testId(0x301),
        fields: { official: testId(0x300), unit: otherUnitId, post: postId, from: "2026" },
      },
    ]);
    await district.receive(commune.file());
    await commune.receive(district.file());
    for (const office of [commune, district]) {
      expect(nameAt(office, testId(0x300))).toBe("Người ở xã bị bỏ");
      const post = uuidToBytes(testId(0x301));
      expect(office.roster.db.value(sql`SELECT count(*) FROM assignment WHERE id = ${post}`)).toBe(1);
      expect(conflictsAt(office)).toEqual(["002/0"]);
    }
    district.write([{ kind: "restore", entity: "unit", id: otherUnitId }]);
    await commune.receive(district.file());
    for (const office of [commune, district]) {
      expect(conflictsAt(office)).toEqual([]);
      expect(
        office.roster.db.value(sql`SELECT count(*) FROM assignment WHERE id = ${uuidToBytes(testId(0x301))}`),
      ).toBe(1);
    }
    await checkSame(commune, district);
  });

  it("a person is removed here while a diploma is added there: both are in view, with a decision to make", async () => {
    const [commune, district] = await communeAndDistrict();
    commune.write([{ kind: "remove", entity: "official", id: an, reason: "trùng" }]);
    district.write([
      {
        kind: "create",
        entity: "qualification",
        id: testId(0x400),
        fields: { official: an, kind: "professional", level: "master" },
      },
    ]);
    await district.receive(commune.file());
    await commune.receive(district.file());
    for (const office of [commune, district]) {
      expect(nameAt(office)).toBe("Nguyễn Văn An");
      const row = uuidToBytes(testId(0x400));
      expect(office.roster.db.value(sql`SELECT count(*) FROM qualification WHERE id = ${row}`)).toBe(1);
      expect(conflictsAt(office)).toEqual(["100/0"]);
    }
    commune.write([{ kind: "restore", entity: "official", id: an }]);
    await district.receive(commune.file());
    expect(
      district.roster.db.value(sql`
        SELECT count(*) FROM qualification WHERE id = ${uuidToBytes(testId(0x400))}`),
    ).toBe(1);
    await checkSame(commune, district);
  });

  it("two offices join two records in opposite directions: one of them stays, with everything of both", async () => {
    const [commune, district] = await communeAndDistrict();
    commune.write(personEdits(0x200, { fullName: "Nguyễn Văn Ân" }));
    await district.receive(commune.file());
    const other = testId(0x200);
    commune.write([{ kind: "join", entity: "official", id: an, into: other }]);
    district.write([{ kind: "join", entity: "official", id: other, into: an }]);
    await commune.receive(district.file());
    await district.receive(commune.file());
    for (const office of [commune, district]) {
      expect(nameAt(office)).toBe("Nguyễn Văn An");
      expect(nameAt(office, other)).toBeUndefined();
      expect(office.roster.db.value(sql`SELECT count(*) FROM assignment`)).toBe(2);
      expect(office.roster.db.value(sql`SELECT count(DISTINCT official) FROM assignment`)).toBe(1);
    }
    await checkSame(commune, district);
  });

  it("a record is joined here into one, there into another: both are open, until somebody decides", async () => {
    const [commune, district] = await communeAndDistrict();
    commune.write([...personEdits(0x200), ...personEdits(0x300)]);
    await district.receive(commune.file());
    commune.write([{ kind: "join", entity: "official", id: an, into: testId(0x200) }]);
    district.write([{ kind: "join", entity: "official", id: an, into: testId(0x300) }]);
    await commune.receive(district.file());
    await district.receive(commune.file());
    expect(conflictsAt(commune)).toEqual(["100/0"]);
    commune.write([{ kind: "decide", entity: "official", id: an, removed: `joined into ${testId(0x300)}` }]);
    await district.receive(commune.file());
    expect(conflictsAt(district)).toEqual([]);
    expect(
      district.roster.db.value(
        sql`
          SELECT count(*) FROM assignment JOIN official ON official.pk = assignment.official
          WHERE official.id = ${uuidToBytes(testId(0x300))}`,
      ),
    ).toBe(2);
    await checkSame(commune, district);
  });

  it("a reception is taken back and received again: nothing remains of the first, everything of the second", async () => {
    const [commune, district] = await communeAndDistrict();
    commune.write(personEdits(0x200));
    const { end } = await district.receive(commune.file(district));
    district.roster.log.undoReception(end.receptionId ?? 0, "x");
    expect(nameAt(district, testId(0x200))).toBeUndefined();
    await commune.receive(district.file());
    await district.receive(commune.file(district));
    expect(nameAt(district, testId(0x200))).toBe("Nguyễn Văn An");
    await checkSame(commune, district);
  });
});

describe("three offices", () => {
  it("each edits the same name unseen, the province sees three values, and one answer closes it for all", async () => {
    const [commune, district] = await communeAndDistrict();
    const province = await testOffice("tinh", 3, testFolder());
    await province.receive(district.file());
    commune.write(rename("An xã"));
    district.write(rename("An huyện"));
    province.write(rename("An tỉnh"));
    await province.receive(commune.file(), district.file());
    expect(conflictsAt(province)).toEqual(["100/1"]);
    province.write([{ kind: "settle", entity: "official", id: an, fields: { fullName: "An huyện" } }]);
    await district.receive(province.file(), commune.file());
    await commune.receive(district.file());
    for (const office of [commune, district, province]) {
      expect(nameAt(office)).toBe("An huyện");
      expect(conflictsAt(office)).toEqual([]);
    }
    await checkSame(commune, district, province);
  });

  it("an office gets another's work only by way of a third, and knows whose it is", async () => {
    const [commune, district] = await communeAndDistrict();
    const other = await testOffice("xa-ben", 3, testFolder());
    await other.receive(district.file());
    other.write(personEdits(0x500, { fullName: "Người xã bên" }));
    await district.receive(other.file());
    await commune.receive(district.file());
    expect(nameAt(commune, testId(0x500))).toBe("Người xã bên");
    const writers = commune.roster.db
      .raw<[string]>(
        sql`
          SELECT DISTINCT lower(hex(substr(identity, 1, 32))) FROM writer JOIN op ON op.writer = writer.id
          WHERE op.row = ${uuidToBytes(testId(0x500))}`,
      )
      .map(([key]) => key);
    expect(writers).toEqual([toHex(keyOf(other))]);
    expect(unitId).not.toBe(otherUnitId);
    await checkSame(commune, district, other);
  });
});
