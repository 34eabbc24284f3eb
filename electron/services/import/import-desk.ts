/**
 * The import as the window uses it: at most one session, which ends with the roster, with another workbook, or with the
 * user's word. What the window shows is read from the session page by page.
 */
import { basename } from "node:path";
import { AppError, appError } from "../../../shared/contract/errors";
import type { CallResult, ParsedArgs } from "../../../shared/contract/contract";
import { isWritten, numbered, personColumns } from "../../../shared/columns/column";
import { isoToPacked } from "../../../shared/domain/partial-date";
import { entityDefinition } from "../../../shared/domain/entities";
import {
  claimOf,
  type ColumnRole,
  columnLetters,
  readRole,
  roleText,
} from "../../../shared/import/column-role";
import type { DecodedWorkbook } from "../../../shared/import/encoding";
import type { ImportLeftover } from "../../../shared/contract/schemas/kept-texts";
import type { Question } from "../../../shared/import/questions";
import type { WorkbookSource } from "../../files/import/read-workbook";
import type { OpenRoster } from "../open-roster";
import { ownDay } from "../own-day";
import type { Workspace } from "../workspace";
import { roleLabel } from "./document";
import type { ImportPlan } from "./import-plan";
import { Importing } from "./importing";
import { pausingByTime } from "../in-slices";
import { rememberedLayout, rememberLayouts } from "./layout-memory";
import type { Told } from "./left-tables";
import { type LinesLeft, linesLeftBy, standingLines } from "./leftovers";
import { missingPeople } from "./missing-people";
import { importPerson } from "./preview";
import { answersAtOnce, cameUp, duplicateAnswers, questionCounts, questionPage } from "./question-pages";
import { refuseFault } from "./refuse-fault";
import { sheetRows, sheetState } from "./sheet-pages";
import { countsOf, problemsOf, toldOf } from "./summary";
import { columnChoices } from "./column-choices";

interface Session {
  readonly id: string;
  readonly roster: OpenRoster;
  readonly importing: Importing;
  readonly decoded: DecodedWorkbook;
  /** The plan that the window pages through. */
  plan: ImportPlan | null;
  /** What was asked when it was planned last; null before. */
  questions: readonly Question[] | null;
}

export class ImportDesk {
  readonly #workspace: Workspace;
  #session: Session | null = null;
  #left: LinesLeft | null = null;
  #told: Told | null = null;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** @throws AppError see readWorkbookHere; busy */
  async open(args: ParsedArgs<"importOpen">): Promise<CallResult<"importOpen">> {
    const { roster, environment, settings, events } = this.#workspace;
    const source: WorkbookSource =
      "path" in args ? { kind: "file", path: args.path } : { kind: "pasted", ...args };
    const decoded = await this.#workspace
      .working(async (signal) => {
        // Not before it is known that nothing else is under way: that may be the import that would go.
        this.#session = null;
        const onProgress = (share: number) =>
          events.progress("workbook", Math.round(share * 100), 100, false);
        if (environment.readWorkbookElsewhere !== undefined)
          return environment.readWorkbookElsewhere(source, { signal, onProgress });
        const { readWorkbookInThread } = await import("../../files/import/read-decoded");
        return readWorkbookInThread(source, { signal, onProgress });
      })
      .finally(() => events.progress("workbook", 0, 0, true));
    const name = source.kind === "file" ? basename(source.path) : source.name;
    const importing = new Importing(
      roster,
      environment,
      { name, decoded },
      ownDay(roster.db, environment),
      (fingerprint) => rememberedLayout(settings, fingerprint),
    );
    await importing.layOutSheets();
    this.#session = { id: environment.newId(), roster, importing, decoded, plan: null, questions: null };
    return this.#state(this.#session);
  }

  state(id: string): CallResult<"importState"> {
    return this.#state(this.#of(id));
  }

  rows({ session, sheet, offset, limit }: ParsedArgs<"importRows">): CallResult<"importRows"> {
    const { importing } = this.#of(session);
    const state = importing.sheets().find((one) => one.sheet.name === sheet);
    if (state === undefined)
      throw appError("import-sheet-unknown", { sheet, path: importing.name, known: "" });
    return sheetRows(state, importing.gridOf(sheet), offset, limit);
  }

  roles(): CallResult<"importRoles"> {
    const { t } = this.#workspace.environment;
    const said = (role: ColumnRole) => ({ role: roleText(role), label: roleLabel(role, t) });
    const columns = personColumns
      .filter((column) => isWritten(column) && entityDefinition(column.entity).gathered !== true)
      .map((column) => (column.pick.kind === "each" ? numbered(column, 1) : column));
    return [
      ...(["kept", "ignored", "sequence", "computed", "person"] as const).map((kind) => said({ kind })),
      ...columns.flatMap(({ key, definition }) => [
        said({ kind: "column", key }),
        ...(definition.entity === "unit" ? [said({ kind: "code", key })] : []),
        ...(definition.type === "partialDate"
          ? (["day", "month", "year"] as const).map((part) => said({ kind: "date", key, part }))
          : []),
        ...(definition.format === "personName"
          ? (["family", "given"] as const).map((part) => said({ kind: "name", key, part }))
          : []),
      ]),
      ...columns.flatMap((column) =>
        columnChoices(column, t).map(({ value }) =>
          said({ kind: "means", means: { key: column.key, value } }),
        ),
      ),
    ];
  }

  async choose({
    session,
    sheet,
    roles,
    ...choice
  }: ParsedArgs<"importChoose">): Promise<CallResult<"importChoose">> {
    const open = this.#of(session);
    const { importing } = open;
    const before = importing.choiceOf(sheet);
    const given = Object.fromEntries(Object.entries(choice).filter(([, value]) => value !== undefined));
    importing.choose(sheet, { ...given, roles: roles === undefined ? before : withRoles(before, roles) });
    open.plan = null;
    await importing.layOutSheets();
    return this.#state(open);
  }

  answer({ session, answers }: ParsedArgs<"importAnswer">): CallResult<"importAnswer"> {
    return this.#answered(
      this.#of(session),
      answers.map(({ key, answer }) => [key, answer] as const),
    );
  }

  answerAll({ session, answer, ...of }: ParsedArgs<"importAnswerAll">): CallResult<"importAnswerAll"> {
    const open = this.#of(session);
    return this.#answered(open, answersAtOnce(questionsOf(open), of, answer, open.plan?.people));
  }

  questions({ session, offset, limit }: ParsedArgs<"importQuestions">): CallResult<"importQuestions"> {
    const open = this.#of(session);
    return questionPage(questionsOf(open), offset, limit, {
      catalog: open.roster.catalog(),
      on: isoToPacked(ownDay(open.roster.db, this.#workspace.environment)),
      t: this.#workspace.environment.t,
      newRows: open.importing.newRows,
      planned: open.importing.plannedRows,
    });
  }

  /** @throws AppError see Importing.plan; busy, cancelled */
  async plan(id: string): Promise<CallResult<"importPlan">> {
    const open = this.#of(id);
    const { events, environment } = this.#workspace;
    const plan = await this.#workspace
      .working((signal) =>
        open.importing.plan({
          signal,
          onProgress: (done, total) => events.progress("import", done, total, false),
        }),
      )
      .finally(() => events.progress("import", 0, 0, true));
    const layouts = open.importing
      .sheets()
      .flatMap(({ included, layout }) => (included && layout !== null ? layout : []));
    const missing = await missingPeople(open.roster, layouts, plan, environment.pause);
    const before = open.questions;
    open.plan = plan;
    open.questions = plan.questions;
    return {
      ...countsOf(plan),
      encoding: open.importing.encoding,
      problems: problemsOf(plan, environment.t).length,
      missing,
      questions: { ...questionCounts(plan.questions), cameUp: cameUp(plan.questions, before) },
      duplicateAnswers: duplicateAnswers(plan.questions, plan.people),
    };
  }

  async people({
    session,
    outcome,
    offset,
    limit,
  }: ParsedArgs<"importPeople">): Promise<CallResult<"importPeople">> {
    const { roster } = this.#of(session);
    const plan = this.#planned(session);
    const found = plan.people.filter((person) =>
      outcome === "blank" ? person.blanks.length > 0 : person.outcome === outcome,
    );
    const { t, pause } = this.#workspace.environment;
    const pauseByTime = pausingByTime(pause);
    const rows: CallResult<"importPeople">["rows"] = [];
    for (const person of found.slice(offset, offset + limit)) {
      rows.push(importPerson(person, plan, roster, t));
      await pauseByTime();
    }
    return { total: found.length, rows };
  }

  problems({ session, offset, limit }: ParsedArgs<"importProblems">): CallResult<"importProblems"> {
    const found = problemsOf(this.#planned(session), this.#workspace.environment.t);
    const rows = found.slice(offset, offset + limit).map(({ code: _code, ...problem }) => problem);
    return { total: found.length, rows };
  }

  /** @throws AppError see Importing.apply; busy */
  async apply(id: string): Promise<CallResult<"importApply">> {
    const open = this.#of(id);
    const { importing } = open;
    const { events, settings } = this.#workspace;
    const { plan, done } = await this.#workspace
      .working((signal) =>
        importing.apply({
          signal,
          onProgress: (count, total) => events.progress("import", count, total, false),
        }),
      )
      .finally(() => events.progress("import", 0, 0, true));
    rememberLayouts(settings, importing);
    if (this.#session === open) this.#session = null;
    const changeId = done?.changeId ?? null;
    const { roster, environment } = this.#workspace;
    this.#left = { roster, changeId, lines: linesLeftBy(plan, importing.name, environment.t) };
    this.#told = { file: importing.name, problems: toldOf(plan, environment.t) };
    const told = this.#told.problems.length;
    return { ...countsOf(plan), told, changeId, proposed: done?.proposed ?? null };
  }

  close(id: string): null {
    if (this.#session?.id === id) this.#session = null;
    return null;
  }

  /** Lines that the last import into the open roster did not take. */
  linesLeft(): readonly ImportLeftover[] {
    return standingLines(this.#workspace.roster, this.#left);
  }

  /** What the last import into the open roster did not take as it stood; null where there was none. */
  told(): Told | null {
    return this.#left?.roster === this.#workspace.roster ? this.#told : null;
  }

  /** The session ends with its roster. */
  discard(): void {
    this.#session = null;
    this.#left = null;
    this.#told = null;
  }

  /** @throws AppError import-gone */
  #of(id: string): Session {
    const open = this.#session;
    if (open?.id !== id || open.roster !== this.#workspace.roster) throw appError("import-gone");
    return open;
  }

  /** @throws AppError import-gone where what was chosen made the plan another one */
  #planned(id: string): ImportPlan {
    const { plan } = this.#of(id);
    if (plan === null) throw appError("import-gone");
    return plan;
  }

  #answered(
    open: Session,
    answers: readonly (readonly [string, string | null])[],
  ): CallResult<"importAnswer"> {
    open.importing.answer(answers);
    open.plan = null;
    return questionCounts(questionsOf(open));
  }

  #state({ id, importing, decoded }: Session): CallResult<"importState"> {
    const { t } = this.#workspace.environment;
    return {
      session: id,
      name: importing.name,
      format: decoded.workbook.format,
      leftParts: [...importing.leftParts],
      sheets: importing.sheets().map((one) => ({
        ...sheetState(one, t),
        remembered: one.layout !== null && this.#workspace.settings.layoutOf(one.layout.fingerprint) !== null,
        fault: faultOf(one, t),
      })),
    };
  }
}

/** With the answers as they are by now. */
function questionsOf({ importing, questions }: Session): readonly Question[] {
  return (questions ?? []).map((one) => ({
    ...one,
    answer: importing.answers.to(one.key),
    recalled: importing.answers.isRecalled(one.key),
  }));
}

function faultOf({ sheet, layout }: Parameters<typeof sheetState>[0], t: Parameters<typeof sheetState>[1]) {
  if (layout === null) return null;
  try {
    refuseFault(sheet.name, layout, t);
    return null;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return error.toData();
  }
}

/** Columns by number, of those that were chosen by letters. */
function withRoles(
  before: ReadonlyMap<number, ColumnRole>,
  chosen: Readonly<Record<string, string | null>>,
): ReadonlyMap<number, ColumnRole> {
  const roles = new Map(before);
  for (const [letters, text] of Object.entries(chosen)) {
    const column = columnNumber(letters);
    const role = text === null ? null : readRole(text);
    if (text !== null && role === null) throw appError("bad-request", { detail: text });
    roles.delete(column);
    if (role === null) continue;
    // What was chosen for another column before goes over to this one.
    const claim = claimOf(role);
    for (const [other, known] of roles) if (claim !== null && claimOf(known) === claim) roles.delete(other);
    roles.set(column, role);
  }
  return roles;
}

function columnNumber(letters: string): number {
  for (let column = 0; ; column++) if (columnLetters(column) === letters) return column;
}
