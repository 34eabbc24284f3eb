/**
 * One import from the workbook that was read to the change that is written: what is chosen and answered, the plan that
 * follows, and the writing of just that plan. The window and the command line are two faces of it.
 *
 * Invariants: the plan is made in slices and writes nothing; whatever is chosen or answered makes it anew; what is written
 * is one change, and undoing it takes back what it wrote alone (roster/edit/undo.ts).
 */
import { appError } from "../../../shared/contract/errors";
import { isoToPacked } from "../../../shared/domain/partial-date";
import type { ColumnRole } from "../../../shared/import/column-role";
import type { DecodedWorkbook } from "../../../shared/import/encoding";
import { HeadingBook } from "../../../shared/import/heading-book";
import {
  asFound,
  isOfPeople,
  layingOut,
  type SheetChoice,
  type SheetLayout,
} from "../../../shared/import/layout";
import type { Line } from "../../../shared/import/line";
import type { NewRow } from "../../../shared/import/new-rows";
import { valueColumns } from "../../../shared/import/blank-cells";
import { peopleOf } from "../../../shared/import/people";
import { type PersonPlan, Planner } from "../../../shared/import/plan";
import { QuestionList } from "../../../shared/import/questions";
import type { RememberedLayout } from "../../../shared/import/recall";
import { TableReader, type TableContext } from "../../../shared/import/read-table";
import type { SheetGrid } from "../../../shared/import/sheet-grid";
import { finished, type Steps } from "../../../shared/import/steps";
import { whichSaid } from "../../../shared/import/which-row";
import { stateName } from "../../roster/read/state-name";
import { type Environment, todayOf } from "../environment";
import type { Done, OpenRoster } from "../open-roster";
import { DecodedSource } from "./decoded-source";
import { editCount, importEdits } from "./import-edits";
import { ImportAnswers, recallOf } from "./import-answers";
import { doesTheSame, type ImportPlan, type SheetState } from "./import-plan";
import { ownUnitOf } from "./own-unit";
import { CatalogReferences } from "./references";
import { inSlices, pausingByTime } from "../in-slices";
import { titledRows } from "../titled-rows";
import { sourceText } from "./source-text";
import { provisionalIds } from "./provisional-ids";
import { recordChecks } from "./record-checks";
import { recordWords } from "./record-words";
import { NewRows, rowsThere } from "./new-rows";
import { refuseFault } from "./refuse-fault";
import { rosterPeople } from "./roster-people";
import { sameValues } from "./same-values";
import { summaryReason } from "./summary";
import { knownWordings } from "./wordings";

export interface ImportSource {
  /** Name of the file, or of the pasted block, as it is shown and kept. */
  readonly name: string;
  readonly decoded: DecodedWorkbook;
}

export interface ImportWatch {
  readonly signal: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

/** What somebody chose and answered of a layout before. */
export type Remembered = (fingerprint: string) => RememberedLayout | null;

/** Lines and people that are looked at before other work may run. */
const slice = 200;

interface SheetChosen extends SheetChoice {
  /** Null: as it is found. */
  readonly included: boolean | null;
}

export class Importing {
  readonly name: string;
  readonly #roster: OpenRoster;
  readonly #environment: Environment;
  readonly #on: string;
  readonly #codes: DecodedSource;
  readonly #remembered: Remembered;
  readonly #book = new HeadingBook();
  #grids: ReadonlyMap<string, SheetGrid>;
  readonly #choices = new Map<string, SheetChosen>();
  readonly #answers = new ImportAnswers();
  readonly #layouts = new Map<string, SheetLayout | null>();
  readonly #newRows = new NewRows();
  #holdsAnswers = false;
  /** Grows with whatever is chosen or answered. */
  #said = 0;
  /** With the name of the state that the roster was in. */
  #plan: { readonly plan: ImportPlan; readonly of: string } | null = null;

  /** @param on ISO day of units and posts where a line names none, and for which people are compared */
  constructor(
    roster: OpenRoster,
    environment: Environment,
    source: ImportSource,
    on: string,
    remembered: Remembered = () => null,
  ) {
    this.name = source.name;
    this.#roster = roster;
    this.#environment = environment;
    this.#on = on;
    this.#codes = new DecodedSource(source.decoded);
    this.#remembered = remembered;
    this.#grids = this.#codes.grids();
  }

  /** Every sheet; one that is hidden, or in which no people are found, goes along only where somebody said so. */
  sheets(): SheetState[] {
    return this.#codes.workbook.sheets.map((sheet) => {
      const layout = this.#layoutOf(sheet.name);
      const found = !sheet.hidden && layout !== null && isOfPeople(layout) && layout.data.length > 0;
      return { sheet, layout, included: this.#choices.get(sheet.name)?.included ?? found };
    });
  }

  /** Lays every sheet out that is not yet, with pauses; what is asked meanwhile is laid out at once. */
  async layOutSheets(pause: () => Promise<void> = this.#environment.pause): Promise<void> {
    for (const [name, grid] of this.#grids) {
      if (this.#layouts.has(name)) continue;
      const said = this.#said;
      const layout = await inSlices(this.#layingOut(name, grid), pause);
      if (said === this.#said) this.#layouts.set(name, layout);
    }
  }

  /** @throws AppError import-sheet-unknown */
  choose(sheet: string, choice: Partial<SheetChosen>): void {
    if (!this.#grids.has(sheet)) {
      const known = [...this.#grids.keys()].join(", ");
      throw appError("import-sheet-unknown", { sheet, path: this.name, known });
    }
    const before = this.#choices.get(sheet) ?? { ...asFound, included: null };
    this.#choices.set(sheet, { ...before, ...choice });
    this.#layouts.delete(sheet);
    this.#said++;
    this.#plan = null;
  }

  /** The columns that somebody chose of a sheet. */
  choiceOf(sheet: string): ReadonlyMap<number, ColumnRole> {
    return this.#choices.get(sheet)?.roles ?? asFound.roles;
  }

  /** A sheet as it is seen. */
  gridOf(sheet: string): SheetGrid {
    const grid = this.#grids.get(sheet);
    if (grid === undefined) throw new Error("A sheet that is not there");
    return grid;
  }

  /** Takes answers by the questions' keys; null takes one back. */
  answer(answers: Iterable<readonly [string, string | null]>): void {
    this.#answers.take(answers);
    if (this.#codes.decide((key) => this.#answers.given.get(key))) {
      this.#grids = this.#codes.grids();
      this.#layouts.clear();
    }
    this.#said++;
    this.#plan = null;
  }

  /** Answers of texts hold also where a text could be read without them, and what else a text says replaces no record. */
  holdToAnswers(): void {
    this.#holdsAnswers = true;
    this.#said++;
    this.#plan = null;
  }

  /** Rows of catalogs that answers add, as they stand. */
  get newRows(): readonly NewRow[] {
    return this.#newRows.among(this.#answers.given, rowsThere(this.#roster, this.#on));
  }

  /** The same by the names that they have until they are written. */
  get plannedRows(): ReadonlyMap<string, NewRow> {
    return this.#newRows.all;
  }

  /** What was answered, here and in imports before. */
  get answers(): Pick<
    ImportAnswers,
    "to" | "isRecalled" | "given" | "takenBack" | "unasked" | "unfit" | "wordings"
  > {
    return this.#answers;
  }

  /** In which codes the texts are written, as far as it is settled. */
  get encoding(): DecodedWorkbook["encoding"] {
    return this.#codes.encoding;
  }

  /** Parts of the file that are not read, such as macros. */
  get leftParts(): DecodedWorkbook["workbook"]["left"] {
    return this.#codes.workbook.left;
  }

  /**
   * Refuses what cannot be imported whatever the roster holds.
   * @throws AppError import-no-table, import-no-rows, import-headings, import-merged, import-twice
   */
  check(): void {
    this.#tables();
  }

  /**
   * What would be written, as things stand: made anew where the roster was changed since.
   * @throws AppError import-no-table, import-no-rows, import-headings, import-merged, import-twice, cancelled
   */
  async plan({ signal, onProgress = () => undefined }: ImportWatch): Promise<ImportPlan> {
    const pause = this.#pausing(signal);
    await this.layOutSheets(pause);
    for (;;) {
      const of = stateName(this.#roster.db);
      if (this.#plan?.of === of) return this.#plan.plan;
      const said = this.#said;
      const plan = await this.#joined(this.#tables(), pause, onProgress);
      // What was chosen or answered meanwhile is in no part of it.
      if (said === this.#said) this.#plan = { plan, of };
    }
  }

  /**
   * Writes the plan as one change, in slices; nothing of it stands where it is ended before it is whole.
   * @returns null where there is nothing to write
   * @throws AppError as `plan`; import-changed where the roster was changed since the plan was made, and something else would
   * be written; roster-readonly, busy, disk-full and the like; nothing was written then
   */
  async apply(watch: ImportWatch): Promise<{ readonly plan: ImportPlan; readonly done: Done | null }> {
    const seen = this.#plan?.plan;
    const plan = await this.plan(watch);
    if (seen !== undefined && seen !== plan && !doesTheSame(seen, plan)) throw appError("import-changed");
    const edits = editCount(plan);
    if (edits === 0) return { plan, done: null };
    const reason = summaryReason(this.#environment.t, this.name, plan);
    const pause = this.#pausing(watch.signal);
    const done = await this.#roster.writeInSlices(
      { action: "import", reason, edits: importEdits(this.#roster, plan, new Map(this.#answers.given)) },
      async (count) => {
        watch.onProgress?.(count, edits);
        await pause();
      },
    );
    this.#plan = null;
    return { plan, done };
  }

  #pausing(signal: AbortSignal): () => Promise<void> {
    return async () => {
      await this.#environment.pause();
      if (signal.aborted) throw appError("cancelled");
    };
  }

  /** Lines that turn out to be one person are read again as one. */
  async #joined(
    tables: readonly { readonly grid: SheetGrid; readonly layout: SheetLayout }[],
    pause: () => Promise<void>,
    onProgress: (done: number, total: number) => void,
  ): Promise<ImportPlan> {
    const joins = new Map<string, string>();
    for (;;) {
      const before = joins.size;
      const plan = await this.#planned(tables, joins, pause, onProgress);
      if (joins.size === before) return plan;
    }
  }

  #layoutOf(name: string): SheetLayout | null {
    const known = this.#layouts.get(name);
    if (known !== undefined) return known;
    const grid = this.#grids.get(name);
    if (grid === undefined) return null;
    const layout = finished(this.#layingOut(name, grid));
    this.#layouts.set(name, layout);
    return layout;
  }

  #layingOut(name: string, grid: SheetGrid): Steps<SheetLayout | null> {
    const roles = (fingerprint: string) => this.#remembered(fingerprint)?.roles ?? null;
    return layingOut(grid, this.#book, this.#choices.get(name) ?? asFound, roles);
  }

  #tables(): { readonly grid: SheetGrid; readonly layout: SheetLayout }[] {
    const included = this.sheets().filter((one) => one.included);
    const tables = included.flatMap(({ sheet, layout }) => {
      const grid = this.#grids.get(sheet.name);
      if (grid === undefined || layout === null) throw appError("import-no-table", { path: this.name });
      refuseFault(sheet.name, layout, this.#environment.t);
      return { grid, layout };
    });
    if (tables.length === 0) {
      const isEmpty = this.sheets().some(({ layout }) => layout !== null && isOfPeople(layout));
      throw appError(isEmpty ? "import-no-rows" : "import-no-table", { path: this.name });
    }
    if (tables.every(({ layout }) => layout.data.length === 0))
      throw appError("import-no-rows", { path: this.name });
    return tables;
  }

  async #planned(
    tables: readonly { readonly grid: SheetGrid; readonly layout: SheetLayout }[],
    joins: Map<string, string>,
    pause: () => Promise<void>,
    onProgress: (done: number, total: number) => void,
  ): Promise<ImportPlan> {
    const questions = new QuestionList();
    this.#answers.use(this.#codes.ask(questions, (sheet) => this.#layoutOf(sheet)));
    const total = 2 * tables.reduce((sum, { layout }) => sum + layout.data.length, 0);
    let done = 0;
    const pauseByTime = pausingByTime(pause);
    const step = async () => {
      const isTold = ++done % slice === 0;
      if (isTold) onProgress(done, total);
      await pauseByTime(isTold);
    };
    const context = this.#context(tables);
    const { answers } = context;
    const lines: Line[] = [];
    for (const { grid, layout } of tables) {
      const reader = new TableReader(grid, layout.matches, layout.data, context, questions);
      for (const row of layout.data) {
        lines.push(reader.read(row));
        await step();
      }
    }
    const drafts = peopleOf(lines, joins);
    const valuesOf = new Map(
      tables.map(({ grid, layout }) => [grid.sheet.name, valueColumns(layout.matches)]),
    );
    const roster = await rosterPeople(this.#roster, drafts, this.#on, pause);
    const planner = new Planner({
      roster,
      answers,
      questions,
      isSame: sameValues(this.#roster.catalog(), isoToPacked(this.#on)),
      whichRow: (place, rows) => whichSaid(answers, place, rows),
      joined: joins,
      columnsOf: (sheet) => valuesOf.get(sheet) ?? [],
      newId: provisionalIds(),
      keepsRecord: this.#holdsAnswers,
      validation: recordChecks(this.#roster, this.#environment, this.#newRows),
      ...recordWords(this.#roster.catalog()),
      unheaded: (letters) => this.#environment.t("import:unheaded", { column: letters }),
      source: (sheet, row) => sourceText(this.#environment.t, this.name, sheet, row),
    });
    const people: PersonPlan[] = [];
    for (const [place, draft] of drafts.entries()) {
      if (place % slice === 0) roster.prepare(drafts.slice(place, place + slice));
      people.push(planner.plan(draft));
      await step();
    }
    for (const [place, other] of planner.joins) joins.set(place, other);
    return {
      people,
      lines,
      questions: this.#answers.questions(questions.list(this.#answers.given, answers)),
      newRows: this.#newRows.all,
    };
  }

  #context(tables: readonly { readonly grid: SheetGrid; readonly layout: SheetLayout }[]): TableContext {
    const catalog = this.#roster.catalog();
    const there = rowsThere(this.#roster, this.#on);
    const { date1904 } = this.#codes.workbook;
    const recall = recallOf(
      tables.map(({ grid, layout }) => ({ sheet: grid.sheet.name, layout })),
      this.#remembered,
      { on: todayOf(this.#environment), date1904 },
    );
    const said = this.#answers.context(knownWordings(this.#roster), recall);
    return {
      ...said,
      before: this.#holdsAnswers ? null : said.before,
      today: isoToPacked(this.#on),
      date1904,
      references: new CatalogReferences(catalog, (entity) => titledRows(this.#roster, entity)),
      isDoubtful: this.#codes.doubts(),
      newRow: (entity, answer) => there(entity, answer) ?? this.#newRows.idOf(entity, answer),
      ownUnit: ownUnitOf(this.#roster),
      holdsAnswers: this.#holdsAnswers,
    };
  }
}
