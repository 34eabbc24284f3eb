// Invariant 11: a row that one office removes while another one changes it stays in view, with a decision to make.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { uuidToBytes } from "../../../shared/sync/bytes";
import { announce, checkAgreed, checkWhole, holdsFor, timeout } from "../../testing/history/check";
import type { PlayOffice } from "../../testing/history/office";
import { sql } from "../file/sql";

announce("delete-against-edit");

const race = fc.record({
  row: fc.nat({ max: 5 }),
  fields: fc.uniqueArray(fc.nat({ max: 3 }), { minLength: 1, maxLength: 3 }),
  value: fc.nat({ max: 3 }),
  editsFirst: fc.boolean(),
  joins: fc.boolean(),
  viaThird: fc.boolean(),
  decision: fc.constantFrom("keep" as const, "remove" as const),
});

function stateOf(office: PlayOffice, row: string): { stands: boolean; open: boolean } {
  const bytes = uuidToBytes(row);
  const tables = ["official", "assignment", "qualification"];
  const stands = tables.some(
    (table) =>
      office.handle.value<number>(sql`SELECT 1 FROM ${sql.name(table)} WHERE id = ${bytes}`) !== undefined,
  );
  const open =
    office.handle.value<number>(sql`SELECT 1 FROM conflict WHERE row = ${bytes} AND field = 0`) !== undefined;
  return { stands, open };
}

describe("a row removed here and changed there", () => {
  it("is shown with the decision open, until somebody who saw both decides", { timeout }, async () => {
    await holdsFor(
      race,
      150,
      async (play, { row, fields, value, editsFirst, joins, viaThird, decision }) => {
        await play.run([]);
        const [editor, remover, third] = play.offices as [PlayOffice, PlayOffice, PlayOffice];
        const rows = play.held(editor).filter(({ create, entity }) => create && entity >= 4);
        const { row: id, entity } = rows[row % rows.length] ?? { row: "", entity: 0 };
        const name = (["official", "assignment", "qualification"] as const)[entity - 4] ?? "official";
        const place = play
          .held(editor)
          .filter(({ create, entity: one }) => create && [2, 4, 5, 6].includes(one));
        const nth = place.findIndex((op) => op.row === id);
        const before = play.knownTo(editor).size;
        const edit = () => play.step({ do: "edit", at: 0, row: nth, fields, value });
        const remove = async () => {
          const other = rows.find((one) => one.entity === 4 && one.row !== id);
          if (joins && name === "official" && other !== undefined) {
            play.write(remover, [{ kind: "join", entity: name, id, into: other.row }]);
          } else play.write(remover, [{ kind: "remove", entity: name, id, reason: "nhầm" }]);
        };
        for (const act of editsFirst ? [edit, remove] : [remove, edit]) await act();
        const edited = play.knownTo(editor).size > before;
        const through = viaThird ? third : editor;
        await play.receive(through, remover.write(through, true));
        await play.receive(through, editor.write(through, true));
        await play.exchangeAll(true);
        for (const office of play.offices) {
          expect({ edited, ...stateOf(office, id) }).toEqual({ edited, stands: edited, open: edited });
        }
        if (!edited) return;
        const removed = decision === "remove" ? "đã xem cả hai" : null;
        play.write(through, [{ kind: "decide", entity: name, id, removed }]);
        await play.exchangeAll(false);
        for (const office of play.offices) {
          expect(stateOf(office, id).open).toBe(false);
          if (removed !== null) expect(stateOf(office, id).stands).toBe(false);
        }
        checkAgreed(play);
        checkWhole(play);
      },
      3,
    );
  });
});
