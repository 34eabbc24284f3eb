/**
 * Changing people in the list: one cell, or cells of many people. A cell is changed by the same checks and the same change of
 * the log as the form; of many cells all that can take their value are one change, and so one undo.
 */
import { appError } from "../../shared/contract/errors";
import type { CallResult, ParsedArgs } from "../../shared/contract/contract";
import type { CellsPreview } from "../../shared/contract/schemas/cells";
import type { ListOrder } from "../../shared/contract/schemas/officials";
import { writtenKeys } from "../../shared/columns/typed-in";
import { officialCategories } from "../../shared/domain/values";
import { officialPk } from "../roster/read/officials";
import { type CellsGiven, CellsPlan } from "./cell-plan";
import { asWritten, rowOf, saveOfRows } from "./cell-rows";
import type { Environment } from "./environment";
import { linesOf } from "./list-figures";
import type { Officials } from "./officials";
import type { OpenRoster } from "./open-roster";
import { cellsOf } from "./people-cells";
import { saveOfficial } from "./records";

type Many = ParsedArgs<"manyPreview">;

/** People changed at once; more is work for a file. */
const mostPeople = 20_000;
/** People read before other work goes on. */
const slicePeople = 25;
/** Fields written at once; more are written in slices. */
const fewEdits = 200;

/** What watches a change of many people, which may be long. */
export interface CellsWatch {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** @throws AppError row-unknown, validation, value-invalid for a cell that cannot be changed, roster-readonly */
export async function saveCell(
  roster: OpenRoster,
  environment: Environment,
  { id, moment, key, value, which, answered }: ParsedArgs<"cellSave">,
): Promise<CallResult<"cellSave">> {
  const index = await roster.index();
  const pk = officialPk(roster.db, id);
  const person = pk === null ? -1 : index.facts.indexOf(pk);
  if (person < 0) throw appError("row-unknown", { id });
  const asked = { roster, index, t: environment.t, on: moment.on, kinds: officialCategories };
  const cell = cellsOf(asked, [person], [key])[0]?.[0] ?? { text: "" };
  const row = rowOf(environment, key, cell, value);
  if (typeof row === "string") throw appError("value-invalid", { field: key, value: String(value ?? "") });
  const by = { roster, environment, officialId: id, which: which ?? null, stated: new Map<string, never>() };
  const written = asWritten([row], by);
  const { changeId, proposed, warnings } = await saveOfficial(roster, environment, {
    ...saveOfRows(id, [...written.further, ...written.cells]),
    ...(answered === undefined ? {} : { answered }),
  });
  return { changeId, proposed, warnings };
}

/** Cells of some lines of a list, with what each is given. */
export interface CellsOfList extends CellsGiven {
  readonly order: ListOrder;
  /** Null: everybody whom the filter finds. */
  readonly ranges: readonly (readonly [number, number])[] | null;
}

/** Which cells would change, from what to what, and which cannot. @throws AppError edit-too-large, row-unknown, cancelled */
export function previewMany(
  roster: OpenRoster,
  environment: Environment,
  officials: Officials,
  many: Many,
  watch: CellsWatch = {},
): Promise<CallResult<"manyPreview">> {
  return previewCells(roster, environment, officials, givenToAll(many), watch);
}

/** @throws AppError edit-too-large, row-unknown, roster-readonly, cancelled; nothing was written then */
export function saveMany(
  roster: OpenRoster,
  environment: Environment,
  officials: Officials,
  many: Many,
  watch: CellsWatch = {},
): Promise<CallResult<"manySave">> {
  return saveCells(roster, environment, officials, givenToAll(many), watch);
}

/** @throws AppError edit-too-large, row-unknown */
export async function previewCells(
  roster: OpenRoster,
  environment: Environment,
  officials: Officials,
  cells: CellsOfList,
  watch: CellsWatch = {},
): Promise<CellsPreview> {
  return (await planned(roster, environment, officials, cells, watch)).preview();
}

/**
 * Writes all cells that can take their value as one change.
 * @throws AppError edit-too-large, row-unknown, roster-readonly, cancelled; nothing was written then
 */
export async function saveCells(
  roster: OpenRoster,
  environment: Environment,
  officials: Officials,
  cells: CellsOfList,
  watch: CellsWatch = {},
): Promise<CallResult<"manySave">> {
  // Looking at everybody is the first half of the work, writing the other.
  const halves = (done: number, total: number) => watch.onProgress?.(done, 2 * total);
  const plan = await planned(roster, environment, officials, cells, { ...watch, onProgress: halves });
  const { edits } = plan;
  if (edits.length === 0) return { changeId: null, proposed: null, preview: plan.preview() };
  const change = { action: "edit", reason: null, edits: [...edits] } as const;
  const { changeId, proposed } =
    edits.length <= fewEdits
      ? roster.write(change)
      : await roster.writeInSlices(change, async (written) => {
          watch.onProgress?.(edits.length + written, 2 * edits.length);
          await environment.pause();
          refuseStopped(watch);
        });
  return { changeId, proposed, preview: plan.preview() };
}

function refuseStopped({ signal }: CellsWatch): void {
  if (signal?.aborted === true) throw appError("cancelled");
}

function givenToAll({ value, which, made, ...list }: Many): CellsOfList {
  const columns = writtenKeys(list.columns);
  return { ...list, columns, which: which ?? null, made: made ?? {}, give: () => ({ kind: "value", value }) };
}

/** Reads again from the start where the roster changes meanwhile: what is written was looked at as it stands. */
async function planned(
  roster: OpenRoster,
  environment: Environment,
  officials: Officials,
  cells: CellsOfList,
  watch: CellsWatch,
): Promise<CellsPlan> {
  for (;;) {
    const { index, people } = await officials.list(cells.filter, cells.order);
    const chosen = linesOf(people, cells.ranges ?? []);
    if (chosen.length > mostPeople)
      throw appError("edit-too-large", { rows: chosen.length, most: mostPeople });
    const { version } = index;
    const plan = new CellsPlan(roster, environment, cells);
    for (let start = 0; start < chosen.length && index.version === version; start += slicePeople) {
      plan.take(index, chosen.subarray(start, start + slicePeople), start);
      watch.onProgress?.(Math.min(start + slicePeople, chosen.length), chosen.length);
      await environment.pause();
      refuseStopped(watch);
    }
    if (index.version === version) return plan;
  }
}
