/**
 * Changing people in the list: one cell, or one column of many people. A cell is changed by the same checks and the same
 * change of the log as the form; of many people all that can take the value are one change, and so one undo.
 */
import { isWritten } from "../../shared/columns/column";
import { isComputed, tableColumnOf } from "../../shared/columns/table-column";
import { AppError, appError, type FieldIssue } from "../../shared/contract/errors";
import type { CallResult, ParsedArgs } from "../../shared/contract/contract";
import type { cellRefusals } from "../../shared/contract/schemas/cells";
import type { ListCell, OfficialSave } from "../../shared/contract/schemas/officials";
import type { FieldValue } from "../../shared/domain/entities";
import { officialCategories } from "../../shared/domain/values";
import type { Edit } from "../roster/change-log";
import { officialPk, officialIds } from "../roster/read/officials";
import { enteredFields } from "./entered-fields";
import type { Environment } from "./environment";
import { linesOf } from "./list-figures";
import type { Officials } from "./officials";
import type { OpenRoster } from "./open-roster";
import { cellsOf } from "./people-cells";
import { plannedSave, saveOfficial } from "./records";
import { wordOf } from "./value-words";

type Refusal = (typeof cellRefusals)[number];
type Many = ParsedArgs<"manyPreview">;

/** People changed at once; more is work for a file. */
const mostPeople = 5_000;
/** People read before other work goes on. */
const slicePeople = 50;
/** People named in a preview. */
const mostShown = 200;

/** @throws AppError row-unknown, validation, value-invalid for a cell that cannot be changed, roster-readonly */
export async function saveCell(
  roster: OpenRoster,
  environment: Environment,
  { id, moment, key, value, answered }: ParsedArgs<"cellSave">,
): Promise<CallResult<"cellSave">> {
  const index = await roster.index();
  const pk = officialPk(roster.db, id);
  const person = pk === null ? -1 : index.facts.indexOf(pk);
  if (person < 0) throw appError("row-unknown", { id });
  const asked = { roster, index, t: environment.t, on: moment.on, kinds: officialCategories };
  const cell = cellsOf(asked, [person], [key])[0]?.[0] ?? { text: "" };
  const planned = saveOf(environment, key, id, cell, value);
  if (typeof planned === "string")
    throw appError("value-invalid", { field: key, value: String(value ?? "") });
  const { changeId, proposed, warnings } = await saveOfficial(roster, environment, {
    ...planned,
    ...(answered === undefined ? {} : { answered }),
  });
  return { changeId, proposed, warnings };
}

interface Planned {
  readonly edits: readonly Edit[];
  readonly preview: CallResult<"manyPreview">;
}

/** Who would change, from what to what, and who cannot. @throws AppError edit-too-large, row-unknown */
export async function previewMany(
  roster: OpenRoster,
  environment: Environment,
  officials: Officials,
  many: Many,
): Promise<CallResult<"manyPreview">> {
  return (await planned(roster, environment, officials, many)).preview;
}

/** @throws AppError edit-too-large, row-unknown, roster-readonly */
export async function saveMany(
  roster: OpenRoster,
  environment: Environment,
  officials: Officials,
  many: Many,
): Promise<CallResult<"manySave">> {
  const { edits, preview } = await planned(roster, environment, officials, many);
  if (edits.length === 0) return { changeId: null, proposed: null, changed: 0 };
  const { changeId, proposed } = roster.write({ action: "edit", reason: null, edits });
  return { changeId, proposed, changed: preview.changed };
}

/** Reads again from the start where the roster changes meanwhile: what is written was looked at as it stands. */
async function planned(
  roster: OpenRoster,
  environment: Environment,
  officials: Officials,
  many: Many,
): Promise<Planned> {
  for (;;) {
    const { index, people } = await officials.list(many.filter, many.order);
    const chosen = linesOf(people, many.ranges);
    if (chosen.length > mostPeople)
      throw appError("edit-too-large", { rows: chosen.length, most: mostPeople });
    const { version } = index;
    const plan = new ManyPlan(roster, environment, many);
    for (let start = 0; start < chosen.length && index.version === version; start += slicePeople) {
      plan.take(index, chosen.subarray(start, start + slicePeople));
      await environment.pause();
    }
    if (index.version === version) return plan.done();
  }
}

class ManyPlan {
  readonly #roster: OpenRoster;
  readonly #environment: Environment;
  readonly #many: Many;
  readonly #edits: Edit[] = [];
  readonly #changed: CallResult<"manyPreview">["rows"] = [];
  readonly #refused: CallResult<"manyPreview">["rows"] = [];
  #counts = { count: 0, changed: 0, same: 0, refused: 0 };

  constructor(roster: OpenRoster, environment: Environment, many: Many) {
    this.#roster = roster;
    this.#environment = environment;
    this.#many = many;
  }

  take(index: Awaited<ReturnType<OpenRoster["index"]>>, people: Int32Array): void {
    const { key, value, filter } = this.#many;
    const kinds = filter.kinds ?? officialCategories;
    const asked = { roster: this.#roster, index, t: this.#environment.t, on: filter.moment.on, kinds };
    const ids = officialIds(
      this.#roster.db,
      Array.from(people, (person) => index.facts.people.pk[person] ?? 0),
    );
    const cells = cellsOf(asked, people, ["official.fullName", key]);
    people.forEach((person, at) => {
      const [name, cell = { text: "" }] = cells[at] ?? [];
      const id = ids.get(index.facts.people.pk[person] ?? 0) ?? "";
      this.#one(id, name?.text ?? "", cell, value);
    });
  }

  done(): Planned {
    const rows = [...this.#refused, ...this.#changed].slice(0, mostShown);
    return { edits: this.#edits, preview: { ...this.#counts, rows, to: this.#to() } };
  }

  #one(id: string, fullName: string, cell: ListCell, value: FieldValue): void {
    const { key } = this.#many;
    const shown = { id, fullName, from: cell.text };
    this.#counts.count++;
    const save = saveOf(this.#environment, key, id, cell, value);
    if (typeof save === "string") return this.#refuse({ ...shown, refusal: save, issues: [] });
    if (isSame(save, cell.value ?? null)) {
      this.#counts.same++;
      return undefined;
    }
    try {
      this.#edits.push(...plannedSave(this.#roster, this.#environment, save).edits);
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "validation") throw error;
      return this.#refuse({ ...shown, refusal: "invalid", issues: issuesOf(error) });
    }
    this.#counts.changed++;
    if (this.#changed.length < mostShown) this.#changed.push({ ...shown, refusal: null, issues: [] });
    return undefined;
  }

  #refuse(row: CallResult<"manyPreview">["rows"][number]): void {
    this.#counts.refused++;
    if (this.#refused.length < mostShown) this.#refused.push(row);
  }

  #to(): string {
    const { key, value } = this.#many;
    const column = tableColumnOf(key);
    if (column === null || isComputed(column)) return "";
    const { entity, field, pick, definition } = column;
    const ladder = pick.kind === "best" && definition.ladder === pick.by ? pick.value : null;
    const catalog = this.#roster.catalog();
    return wordOf(catalog, this.#environment.t, entity, field, value, () => ladder) ?? "";
  }
}

/** Whether a save says what the cell says already. */
function isSame({ official, rows }: OfficialSave, before: FieldValue): boolean {
  const [row] = official === null ? rows : [official];
  if (row === undefined || row.isNew) return false;
  const [value = null] = Object.values(row.fields);
  return value === before;
}

/** The save that gives a cell a value, or why there is none. */
function saveOf(
  environment: Environment,
  key: string,
  officialId: string,
  cell: ListCell,
  value: FieldValue,
): OfficialSave | Refusal {
  const column = tableColumnOf(key);
  if (column === null || isComputed(column) || !isWritten(column)) return "computed";
  const { entity, field, pick } = column;
  if (cell.row === undefined) return pick.kind === "main" ? "noPost" : "several";
  const isNew = cell.row === null;
  const by = pick.kind === "best" && isNew ? { [pick.by]: pick.value } : {};
  const fields = enteredFields(entity, { ...by, [field]: value });
  const row = { id: cell.row ?? environment.newId(), isNew, fields };
  const plain = { action: "edit", reason: null, officialId, removed: [] } as const;
  return entity === "official"
    ? { ...plain, removed: [], official: row, rows: [] }
    : { ...plain, removed: [], official: null, rows: [{ entity, ...row }] };
}

function issuesOf(error: AppError): FieldIssue[] {
  return error.issues.filter(({ severity }) => severity !== "warning");
}
