/** A commune that writes what is not its own, through real packets: nothing changes before somebody with a say accepts it. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { entities } from "../../../shared/domain/entities";
import type { ProposalData, ProposalGroup } from "../../../shared/contract/schemas/proposals";
import { decisionRowOf } from "../../../shared/sync/authority/decisions";
import { bytesToUuid, toHex } from "../../../shared/sync/bytes";
import { sql } from "../../roster/file/sql";
import type { OpenRoster } from "../../services/open-roster";
import { believing, type Office, type Offices, testOffices } from "../../testing/offices";

let offices: Offices;
let again: () => void;
let district: Office;
let commune: Office;
let neighbour: Office;
/** What the district shows before anybody writes what is not theirs. */
let before: { readonly figures: unknown; readonly names: readonly string[] };

const asOf = "2021-10-01";

interface Listed {
  readonly count: number;
  readonly groups: readonly ProposalGroup[];
  readonly proposals: readonly ProposalData[];
}
const proposalsOf = (office: Office) => office.json<Listed>("sync", "proposals", office.roster);
const figuresOf = (office: Office) => office.json<unknown>("stats", office.roster, "--as-of", asOf);
const namesIn = async (office: Office) =>
  (await office.json<{ people: { name: string }[] }>("people", office.roster, "--as-of", asOf)).people
    .map(({ name }) => name)
    .sort();
const isWhole = async (office: Office) => (await office.json<{ ok: boolean }>("verify", office.roster)).ok;

function idOf({ db }: OpenRoster, table: string, where: string, value: string): string {
  const id = db.value<Buffer>(
    sql`SELECT id FROM ${sql.name(table)} WHERE ${sql.name(where)} = ${value} ORDER BY pk LIMIT 1`,
  );
  if (id === undefined) throw new Error(`No ${table} with ${where} ${value}`);
  return bytesToUuid(id);
}

/** Everything of both districts' lists and people goes down, as if the commune were above: the worst that it can know. */
beforeAll(async () => {
  offices = testOffices();
  district = offices.machine("huyen");
  await district.json("sample", district.roster);
  await district.json("sync", "keys", district.roster, "--card", district.card);
  commune = await offices.office("xa", "08173");
  neighbour = await offices.office("xa-ben", "08203");
  await believing(district, commune, neighbour);
  await district.trusts(commune, "superior");
  await district.receives(await neighbour.sends());
  await commune.receives(await district.sends("--for", await commune.fingerprint()));
  before = { figures: await figuresOf(district), names: await namesIn(district) };
  again = offices.keep();
});
beforeEach(() => again());
afterAll(() => offices.remove());

/** What the commune writes comes to the district. */
async function send(): Promise<number> {
  const { files } = await district.receives(await commune.sends("--for", await district.fingerprint()));
  return (files[0] as unknown as { proposals: number }).proposals;
}

/** Somebody of the sample who serves in another commune, with the post that they hold. */
function somebodyElse({ db }: OpenRoster): { official: string; assignment: string; name: string } {
  const row = db.get<{ official: Buffer; assignment: Buffer; name: string }>(
    sql`SELECT official.id AS official, assignment.id AS assignment, official.full_name AS name
        FROM assignment JOIN official ON official.pk = assignment.official JOIN unit ON unit.pk = assignment.unit
        WHERE unit.code = '08206' AND assignment."to" IS NULL ORDER BY assignment.pk LIMIT 1`,
  );
  if (row === undefined) throw new Error("Nobody serves there");
  return { official: bytesToUuid(row.official), assignment: bytesToUuid(row.assignment), name: row.name };
}

type Reason = ProposalData["reason"];
interface Attack {
  readonly reason: Reason;
  readonly entity: keyof typeof entities;
  readonly does: () => Promise<unknown>;
}

const byItself = (work: (roster: OpenRoster) => unknown) => commune.opened(work);

const attacks: Readonly<Record<string, Attack>> = {
  "empties the least level of a standard": {
    reason: "higherList",
    entity: "standardRule",
    does: async () => {
      const ids = await commune.opened(({ db }) =>
        db.raw<[Buffer]>(sql`SELECT id FROM standard_rule`).map(([id]) => bytesToUuid(id)),
      );
      for (const id of ids) await commune.run("edit", commune.roster, "standardRule", id, "minimumLevel=");
    },
  },
  "renames somebody of another commune": {
    reason: "notItsPeople",
    entity: "official",
    does: async () => {
      const { official } = await commune.opened(somebodyElse);
      return commune.edits("official", official, "fullName=Người Khác");
    },
  },
  "ends posts of another commune": {
    reason: "notItsPeople",
    entity: "assignment",
    does: () =>
      byItself((roster) => {
        const posts = roster.db.raw<[Buffer]>(
          sql`SELECT assignment.id FROM assignment JOIN unit ON unit.pk = assignment.unit
              WHERE unit.code <> '08173' AND assignment."to" IS NULL`,
        );
        expect(posts.length).toBeGreaterThan(400);
        roster.write({
          action: "edit",
          reason: null,
          edits: posts.map(([id]) => ({
            kind: "update",
            entity: "assignment",
            id: bytesToUuid(id),
            fields: { to: "2021-09", endReason: "retired" },
          })),
        });
      }),
  },
  "removes a unit": {
    reason: "notItsUnit",
    entity: "unit",
    does: () =>
      byItself((roster) => {
        const id = idOf(roster, "unit", "code", "08206");
        return roster.write({
          action: "edit",
          reason: null,
          edits: [{ kind: "decide", entity: "unit", id, removed: "không còn" }],
        });
      }),
  },
  "makes a set of rules": {
    reason: "higherList",
    entity: "standardSet",
    does: () => {
      const fields = ["key=tu-dat", "name=Quy định tự đặt", "validFrom=2000-01-01"];
      return commune.json("add", commune.roster, "standardSet", ...fields);
    },
  },
  "changes the district's own office": {
    reason: "othersOffice",
    entity: "office",
    does: () =>
      byItself((roster) => {
        const id = roster.db
          .raw<[Buffer, string]>(sql`SELECT id, name FROM office`)
          .find(([, name]) => /huyện/i.test(name));
        if (id === undefined) throw new Error("The district's office has not come");
        return roster.write({
          action: "edit",
          reason: null,
          edits: [
            { kind: "update", entity: "office", id: bytesToUuid(id[0]), fields: { name: "UBND khác" } },
          ],
        });
      }),
  },
  "places somebody of its own in another commune": {
    reason: "notItsUnit",
    entity: "assignment",
    does: () => commune.hires("Người Đặt Vào", "08206"),
  },
  "joins somebody else's record into one of its own": {
    reason: "notItsPeople",
    entity: "official",
    does: async () => {
      const into = await commune.hires("Người Gộp", "08173");
      return byItself((roster) =>
        roster.write({
          action: "join",
          reason: null,
          edits: [{ kind: "join", entity: "official", id: somebodyElse(roster).official, into }],
        }),
      );
    },
  },
  "says that the neighbour's key is the province's": {
    reason: "notItsUnit",
    entity: "credential",
    does: () =>
      byItself((roster) => {
        const key = roster.db.value<Buffer>(
          sql`SELECT substr(identity, 1, 32) FROM writer WHERE identity > ${Buffer.alloc(48, 1)}
              AND id NOT IN (SELECT writer FROM op WHERE entity = ${entities.credential.id} AND seq = 1) LIMIT 1`,
        );
        return roster.write({
          action: "trust",
          reason: null,
          edits: [
            {
              kind: "create",
              entity: "credential",
              id: roster.newId(),
              fields: {
                key: toHex(key ?? Buffer.alloc(32, 7)),
                unit: idOf(roster, "unit", "level", "province"),
              },
            },
          ],
        });
      }),
  },
};

describe("a commune that writes what is not its own", () => {
  it.each(Object.entries(attacks))(
    "%s: nothing is counted, and it is listed as a proposal",
    async (_name, attack) => {
      const office = await district.opened(({ db }) => db.all(sql`SELECT id, name FROM office ORDER BY id`));
      await attack.does();
      expect(await send()).toBeGreaterThan(0);

      const own = (await namesIn(district)).filter((name) => !["Người Đặt Vào", "Người Gộp"].includes(name));
      expect(own).toEqual(before.names);
      if (attack.entity !== "official" && attack.entity !== "assignment")
        expect(await figuresOf(district)).toEqual(before.figures);
      expect(await district.opened(({ db }) => db.all(sql`SELECT id, name FROM office ORDER BY id`))).toEqual(
        expect.arrayContaining(office),
      );
      const { proposals, groups } = await proposalsOf(district);
      const theirs = proposals.filter(({ entity }) => entity === attack.entity);
      expect(theirs.length).toBeGreaterThan(0);
      const fingerprint = await commune.fingerprint();
      for (const { author, reason, values, canDecide } of theirs) {
        expect(author).toMatchObject({ unitCode: "08173", fingerprint });
        expect(reason).toBe(attack.reason);
        expect(values.length).toBeGreaterThan(0);
        // The sample's district has nobody above it here.
        expect(canDecide).toBe(true);
      }
      expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(proposals.length);
      expect([await isWhole(district), await isWhole(commune)]).toEqual([true, true]);
    },
  );

  it("waits at home as well, as the command line says", async () => {
    const { official } = await commune.opened(somebodyElse);
    const { stderr } = await commune.run("edit", commune.roster, "official", official, "phone=0900000001");
    expect(stderr).toMatch(/đề nghị/);
    expect(await commune.field(official, "phone")).not.toBe("0900000001");
    expect((await proposalsOf(commune)).proposals).toMatchObject([{ entity: "official", canDecide: false }]);
    const own = await commune.hires("Người Nhà", "08173");
    expect((await commune.run("edit", commune.roster, "official", own, "phone=0900000002")).stderr).toBe("");
    expect(await commune.field(own, "phone")).toBe("0900000002");
  });

  it("counts when it is accepted, one by one or all alike, and is gone everywhere when it is refused", async () => {
    const { official, assignment } = await commune.opened(somebodyElse);
    await commune.edits("official", official, "phone=0911111111");
    await commune.edits("official", official, "note=một hai");
    await commune.edits("assignment", assignment, "note=ba bốn");
    await send();
    const { proposals } = await proposalsOf(district);
    expect(proposals).toHaveLength(3);
    const phone = proposals.find(({ values }) => values.some(({ field }) => field === "phone"))?.id ?? "";
    const one = ["sync", "decide", district.roster] as const;
    expect(await district.json(...one, phone.slice(0, 10), "--accept")).toMatchObject({
      decided: 1,
      left: 0,
    });
    expect(await district.field(official, "phone")).toBe("0911111111");
    expect(await district.field(official, "note")).not.toBe("một hai");

    const rest = ["--author", await commune.fingerprint(), "--reason", "notItsPeople"];
    expect(await district.json(...one, ...rest, "--refuse", "--note", "không phải")).toMatchObject({
      decided: 2,
      left: 0,
    });
    expect((await proposalsOf(district)).count).toBe(0);
    await commune.receives(await district.sends("--for", await commune.fingerprint()));
    expect([await commune.field(official, "phone"), await commune.field(official, "note")]).toEqual([
      "0911111111",
      await district.field(official, "note"),
    ]);
    expect((await proposalsOf(commune)).count).toBe(0);

    // Taken back: it waits again, here and there.
    await district.run("undo", district.roster);
    expect((await proposalsOf(district)).count).toBe(2);
    expect([await isWhole(district), await isWhole(commune)]).toEqual([true, true]);
  });

  it("is not decided by what names none of them, or several", async () => {
    const { official } = await commune.opened(somebodyElse);
    for (const phone of ["0911111111", "0922222222"])
      await commune.edits("official", official, `phone=${phone}`);
    await send();
    const { proposals } = await proposalsOf(district);
    const [first = "", second = ""] = proposals.map(({ id }) => id);
    const unclear = [
      "zzz",
      "%",
      "_",
      "",
      first.slice(0, 12).replace(/.$/, (digit) => (digit === "0" ? "1" : "0")),
    ];
    if (first[0] === second[0]) unclear.push(first.slice(0, 1));
    for (const which of [...unclear.map((name) => [name]), ["--author", "ffffffff"]]) {
      const { code, stderr } = await district.run("sync", "decide", district.roster, ...which, "--accept");
      expect([code, stderr]).toEqual([1, expect.stringContaining("Chưa quyết định gì")]);
    }
    expect((await proposalsOf(district)).count).toBe(proposals.length);
  });

  it("is nobody's to decide who could not have written it", async () => {
    const { official } = await commune.opened(somebodyElse);
    await commune.edits("official", official, "phone=0911111111");
    const [waiting] = (await proposalsOf(commune)).proposals;
    const id = waiting?.id ?? "";
    expect(await commune.json("sync", "decide", commune.roster, id, "--accept")).toMatchObject({
      decided: 0,
      left: 1,
    });
    await byItself((roster) =>
      roster.write({
        action: "decide",
        reason: null,
        edits: [
          {
            kind: "create",
            entity: "decision",
            id: decisionRowOf(id),
            fields: { op: id, about: official, verdict: "accept" },
          },
        ],
      }),
    );
    await send();
    expect(await district.field(official, "phone")).not.toBe("0911111111");
    const { proposals } = await proposalsOf(district);
    expect(proposals.map(({ entity }) => entity).sort()).toEqual(["decision", "official"]);
  });

  it("leaves no trace when the file that brought it is taken back", async () => {
    const { official } = await commune.opened(somebodyElse);
    await commune.edits("official", official, "phone=0911111111");
    await send();
    await district.opened((roster) => {
      const last = roster.db.value<number>(sql`SELECT max(id) FROM reception WHERE undone_at IS NULL`) ?? 0;
      return roster.undoReception(last, []);
    });
    expect((await proposalsOf(district)).proposals).toEqual([]);
    expect(await isWhole(district)).toBe(true);
  });

  it("comes to the province and back with the same outcome", async () => {
    const province = await offices.office("tinh", "25");
    await believing(district, province);
    const { official, name } = await commune.opened(somebodyElse);
    await commune.edits("official", official, "phone=0911111111");
    await commune.json(
      "add",
      commune.roster,
      "standardSet",
      "key=tu-dat",
      "name=Tự đặt",
      "validFrom=2000-01-01",
    );
    await send();
    await province.receives(await district.sends("--for", await province.fingerprint()));
    expect((await namesIn(province)).includes(name)).toBe(true);
    const seen = (await proposalsOf(province)).proposals;
    expect(seen.map(({ entity }) => entity).sort()).toEqual(["official", "standardSet"]);
    expect(seen.every(({ canDecide, author }) => canDecide && author?.unitCode === "08173")).toBe(true);
    // Rules are the province's now that there is one: the district may decide about its people alone.
    await district.receives(await province.sends("--for", await district.fingerprint()));
    const at = (await proposalsOf(district)).proposals;
    expect(at.map(({ entity, canDecide }) => [entity, canDecide]).sort()).toEqual([
      ["official", true],
      ["standardSet", false],
    ]);
    expect(
      await province.json(
        "sync",
        "decide",
        province.roster,
        "--author",
        // Nobody compared the commune's card here: it is known by the district's word, and named by its key.
        seen[0]?.author?.fingerprint ?? "",
        "--accept",
      ),
    ).toMatchObject({ decided: 2, left: 0 });
    await district.receives(await province.sends("--for", await district.fingerprint()));
    expect([await province.field(official, "phone"), await district.field(official, "phone")]).toEqual([
      "0911111111",
      "0911111111",
    ]);
    expect((await proposalsOf(district)).count).toBe(0);
    expect([await isWhole(province), await isWhole(district)]).toEqual([true, true]);
  });
});
