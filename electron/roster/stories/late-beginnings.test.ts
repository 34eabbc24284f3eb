// What was done to a record comes before what it began with, op by op, as when files are lost and found again: the tables
// and lists say at each moment what the log says.
import { describe, expect, it } from "vitest";
import { bytesToUuid } from "../../../shared/sync/bytes";
import type { HashedOp } from "../../../shared/sync/packet/types";
import { testOffice } from "../../testing/log-offices";
import { newFileId } from "../../testing/op-files";
import { partOf } from "../../testing/proof-parts";
import { catalogEdits, personEdits, testFolder, testId } from "../../testing/rosters";
import { sql } from "../file/sql";
import { conflictKeys } from "../read/conflicts";
import { verifyRoster } from "../verify";

const person = 0x100;
const [an, post, diploma] = [testId(person), testId(person + 1), testId(person + 2)];

/** Each beginning with another one, forwards and backwards. */
function ordersOf<T>(list: readonly T[]): T[][] {
  return [list, list.toReversed()].flatMap((one) =>
    one.map((_, place) => [...one.slice(place), ...one.slice(0, place)]),
  );
}

/** Ops by what they do to which row. */
const named = (row: string, create: boolean) => ({ row, create });
const early = [
  named(post, true),
  named(post, false),
  named(diploma, true),
  named(diploma, false),
  named(an, false),
];

describe("somebody whose removal comes before their beginning", () => {
  it("is listed as the log says after each part, in any order of them", async () => {
    const folder = testFolder();
    const from = await testOffice("xa", 1, folder);
    from.write(catalogEdits());
    const catalog = from.file();
    from.write(personEdits(person));
    from.write([{ kind: "remove", entity: "official", id: an, reason: "nhập trùng" }]);
    const file = from.file();
    const held = file.runs.flatMap(({ writer, ops }) => ops.map((op) => ({ writer, op })));
    const find = ({ row, create }: { readonly row: string; readonly create: boolean }) =>
      held.find(({ op: { op } }) => bytesToUuid(op.row) === row && op.create === create);
    const part = (one: { readonly writer: Uint8Array; readonly op: HashedOp } | undefined) => {
      if (one === undefined) throw new Error("No such op");
      const cut = partOf(file, [{ writer: one.writer, ops: [one.op] }]);
      return { ...cut, manifest: { ...file.manifest, fileId: newFileId() } };
    };
    const to = await testOffice("huyen", 2, folder);
    await to.receive(catalog);
    for (const order of ordersOf(early)) {
      const receptions: number[] = [];
      for (const one of [...order, named(an, true)]) {
        const { end } = await to.receive(part(find(one)));
        if (end.receptionId !== null) receptions.push(end.receptionId);
        expect({ one, ...verifyRoster(to.path) }).toMatchObject({ one, ok: true, problems: [] });
      }
      expect(to.roster.db.value<number>(sql`SELECT count(*) FROM official`)).toBe(0);
      expect(conflictKeys(to.roster.db)).toEqual([]);
      for (const id of receptions.reverse()) to.roster.log.undoReception(id, "x");
    }
  });
});
