/**
 * What goes down: an office that is not above gets its own people and what is no personal data, and nothing of its
 * neighbours', not even hidden in the bytes of a packet.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { believing, type Office, type Offices, packetsIn, testOffices } from "../../testing/offices";
import { bytesToUuid, toHex } from "../../../shared/sync/bytes";
import { decompressOps } from "../../files/exchange/compressed-ops";
import { officeKeys } from "../../files/exchange/office-keys";
import { openPacket, readPacketFile } from "../../files/exchange/packet-file";
import { incomingOf } from "./open-file";
import { ShippedCatalog } from "./shipped";

let offices: Offices;
let a: Office;
let b: Office;
let district: Office;
let province: Office;
/** Their people, by what becomes of them. */
let ofA: string;
let ofB: string;
let moved: string;
beforeAll(async () => {
  offices = testOffices();
  a = await offices.office("quang-yen", "08173");
  b = await offices.office("hoang-cuong", "08203");
  district = await offices.office("huyen", "232");
  province = await offices.office("tinh", "25");
  await believing(a, district);
  await believing(b, district);
  await believing(district, province);
  ofA = await a.hires("Nguyễn Thị Quảng", "08173", "phone=0911111111");
  ofB = await b.hires("Trần Văn Hoàng", "08203", "phone=0922222222");
  moved = await a.hires("Lê Văn Chuyển", "08173", "phone=0933333333");
  await a.json("add", a.roster, "qualification", `official=${moved}`, "kind=Chuyên môn", "level=Đại học");
  await district.receives(await a.sends());
  await district.receives(await b.sends());
});
afterAll(() => offices.remove());

/** A packet as its receiver reads it, and its ops' bytes before compression. */
async function readBy(office: Office, folder: string) {
  const [path = "", ...others] = packetsIn(folder);
  expect(others).toEqual([]);
  const keys = officeKeys(office.environment.home);
  const opened = await openPacket(await readPacketFile(path), keys, path);
  const incoming = await incomingOf(opened, path, new ShippedCatalog());
  const ops = [...incoming.ops.batches()].flatMap((batch) => batch.ops.map(({ op }) => op));
  return { manifest: opened.manifest, ops, bytes: Buffer.from(await decompressOps(opened, path)) };
}

const keyOf = (office: Office) => toHex(officeKeys(office.environment.home).signing.publicKey);
const rowsOf = (ops: readonly { row: Uint8Array }[]) => new Set(ops.map(({ row }) => bytesToUuid(row)));
const sendDown = async (office: Office) => district.sends("--for", await office.fingerprint());
const assignmentsOf = async (office: Office, person: string) =>
  (
    await office.json<{ rows: { assignment: { id: string; fields: Record<string, unknown> }[] } }>(
      "show",
      office.roster,
      person,
    )
  ).rows.assignment;

describe("what a district sends down", () => {
  it("holds nothing of the neighbour's people: no name, no number, no id", async () => {
    const { ops, bytes } = await readBy(a, await sendDown(a));
    const rows = rowsOf(ops);
    const theirs = (await assignmentsOf(district, ofB)).map(({ id }) => id);
    for (const id of [ofB, ...theirs]) {
      expect(rows.has(id)).toBe(false);
      expect(bytes.includes(Buffer.from(id.replaceAll("-", ""), "hex"))).toBe(false);
    }
    expect(bytes.includes("Trần Văn Hoàng")).toBe(false);
    expect(bytes.includes("0922222222")).toBe(false);
    // What is looked for would be found if it were there.
    expect(rows.has(ofA)).toBe(true);
    expect(bytes.includes("Nguyễn Thị Quảng")).toBe(true);
    expect(bytes.includes(Buffer.from(ofA.replaceAll("-", ""), "hex"))).toBe(true);
  });

  it("does not tell that the neighbour ever wrote anything", async () => {
    const { manifest, ops } = await readBy(a, await sendDown(a));
    const neighbour = keyOf(b);
    const isTheirs = ({ writer }: { writer: Uint8Array }) => toHex(writer).startsWith(neighbour);
    expect(ops.filter(isTheirs)).toEqual([]);
    expect(manifest.withheld.filter(isTheirs)).toEqual([]);
    expect(manifest.holds.filter(isTheirs)).toEqual([]);
    expect(manifest.addressees.map(toHex)).toEqual([keyOf(a)]);
    expect(manifest.revoked).toEqual([]);
  });

  it("is complete for the commune: nothing waits, no gap is seen", async () => {
    const { files } = await a.receives(await sendDown(a));
    expect(files).toMatchObject([{ result: "applied", waiting: 0, conflicts: 0 }]);
    expect(await a.field(ofB, "fullName")).toBeUndefined();
    interface Status {
      readonly gaps: unknown[];
      readonly waiting: number;
    }
    expect(await a.json<Status>("sync", "status", a.roster)).toMatchObject({ gaps: [], waiting: 0 });
    expect((await a.json<{ ok: boolean }>("verify", a.roster)).ok).toBe(true);
  });

  it("gives a person who is transferred to the new commune, and leaves the old one what it needs", async () => {
    const [before] = await assignmentsOf(district, moved);
    await district.edits("assignment", before?.id ?? "", "to=2021-08-31", "endReason=Điều động");
    await district.json(
      "add",
      district.roster,
      "assignment",
      `official=${moved}`,
      "unit=08203",
      "post=Văn phòng - thống kê",
      "from=2021-09-01",
      "main=có",
    );
    await district.edits("official", moved, "phone=0944444444");
    await b.receives(await sendDown(b));
    expect(await b.field(moved, "phone")).toBe("0944444444");
    expect(await assignmentsOf(b, moved)).toHaveLength(2);
    expect(await b.field(ofA, "fullName")).toBeUndefined();

    const { bytes, ops } = await readBy(a, await sendDown(a));
    const after = (await assignmentsOf(district, moved)).map(({ id }) => id);
    const elsewhere = after.find((id) => id !== before?.id) ?? "";
    expect(rowsOf(ops).has(elsewhere)).toBe(false);
    expect(bytes.includes("0944444444")).toBe(false);
    await a.receives(await sendDown(a));
    expect(await assignmentsOf(a, moved)).toMatchObject([{ fields: { to: "2021-08-31" } }]);
    expect(await a.field(moved, "phone")).toBe("0933333333");
    // Whatever the old commune writes of its years goes up and joins the rest.
    await a.edits("assignment", before?.id ?? "", "decisionNumber=12/QĐ-UBND");
    await district.receives(await a.sends());
    expect((await district.conflicts()).length).toBe(0);
    expect(
      (await assignmentsOf(district, moved)).map(({ fields }) => fields["decisionNumber"]).sort(),
    ).toEqual(["12/QĐ-UBND", null]);
  });

  it("passes on no more than the district was told itself", async () => {
    await province.receives(await district.sends());
    const person = await province.hires("Phạm Thị Tỉnh", "08173");
    const others = await province.hires("Đặng Văn Khác", "25");
    await district.receives(await province.sends("--for", await district.fingerprint()));
    expect(await district.field(person, "fullName")).toBe("Phạm Thị Tỉnh");
    expect(await district.field(others, "fullName")).toBeUndefined();
    await a.receives(await sendDown(a));
    expect(await a.field(person, "fullName")).toBe("Phạm Thị Tỉnh");
    expect(await a.field(others, "fullName")).toBeUndefined();
    expect(await a.json("sync", "status", a.roster)).toMatchObject({ gaps: [], waiting: 0 });
  });

  it("brings back to a commune whom it entered without a post and others went on with", async () => {
    const { id } = await a.json<{ id: string }>(
      "add",
      a.roster,
      "official",
      "fullName=Vũ Thị Chờ",
      "phone=0955555555",
    );
    await district.receives(await a.sends());
    await district.edits("official", id, "ethnicity=Kinh");
    await district.json(
      "add",
      district.roster,
      "qualification",
      `official=${id}`,
      "kind=Chuyên môn",
      "level=Đại học",
    );
    await a.edits("official", id, "phone=0966666666");
    await district.receives(await a.sends());
    await a.receives(await sendDown(a));
    expect([await a.field(id, "phone"), await a.field(id, "ethnicity")]).toEqual(["0966666666", "Kinh"]);
    const qualifications = async (office: Office) =>
      (await office.json<{ rows: { qualification: unknown[] } }>("show", office.roster, id)).rows
        .qualification;
    expect(await qualifications(a)).toHaveLength(1);
    // Once she serves with a neighbour, what is entered there is the neighbour's.
    await district.json(
      "add",
      district.roster,
      "assignment",
      `official=${id}`,
      "unit=08203",
      "post=Văn phòng - thống kê",
      "from=2021-02",
      "main=có",
    );
    await district.edits("official", id, "phone=0977777777");
    await a.receives(await sendDown(a));
    expect(await a.field(id, "phone")).toBe("0966666666");
    await b.receives(await sendDown(b));
    expect(await b.field(id, "phone")).toBe("0977777777");
  });

  it("goes to a neighbour in packets of its own, never in one with another's", async () => {
    const [one, other] = [await a.fingerprint(), await b.fingerprint()];
    const folder = await district.sends("--for", one, other);
    const paths = packetsIn(folder);
    expect(paths).toHaveLength(2);
    for (const path of paths) {
      const readers = [a, b].map(({ environment }) => officeKeys(environment.home));
      const results = await Promise.allSettled(
        readers.map(async (keys) => openPacket(await readPacketFile(path), keys, path)),
      );
      expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      const refused = results.find((result) => result.status === "rejected");
      expect(refused?.reason).toMatchObject({ code: "packet-not-for-us" });
    }
  });
});
