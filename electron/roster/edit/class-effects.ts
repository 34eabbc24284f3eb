/**
 * What edits of classes and of their learners bring along in the same change: a pass makes the paper that it proves, and no
 * class gets more learners than it has seats, whichever way a row comes in.
 *
 * Invariants:
 * - a learner's row makes one paper, whose id follows from it: however often, and in whichever office, it is the same row
 * - what no longer follows is taken away again unless somebody edited the paper: then it is theirs (decision 51)
 * - a paper that is on record already is not made twice; one that somebody took off it comes with another pass only
 * - only a change that makes a class fuller is refused: one that another office overfilled can be worked with
 */
import { AppError, type FieldIssue } from "../../../shared/contract/errors";
import { error } from "../../../shared/domain/checks/found";
import { type RowFields, textOf } from "../../../shared/domain/checks/reading";
import {
  entities,
  type EntityName,
  entityDefinition,
  type FieldValue,
  fieldNameById,
} from "../../../shared/domain/entities";
import { takesSeat } from "../../../shared/domain/entities/enrolment";
import { issueAt } from "../../../shared/domain/validate/issue";
import { bytesToUuid, isUuid, uuidToBytes } from "../../../shared/sync/bytes";
import { isSamePaper, provenBy } from "../../../shared/training/proven";
import type { WriteHandle } from "../file/handle";
import { sha256 } from "../file/sha256";
import { learnersOfClass, seatedPeople } from "../read/classes";
import { officialPk } from "../read/officials";
import { lastValues } from "../read/own-waiting";
import { rowsOfOfficial } from "../read/rows";
import { applyEdit } from "./apply-edit";
import type { Edit } from "./edits";
import type { RowEditor } from "./row-editor";

type Paper = RowFields | null;

interface Learner {
  readonly id: string;
  /** Null: takes no seat, or is in no class. */
  readonly seatIn: string | null;
  readonly paper: Paper;
}

interface Room {
  readonly seats: number | null;
  readonly elsewhere: number;
}

export class ClassEffects {
  readonly #db: WriteHandle;
  readonly #rows: RowEditor;
  /** Classes as they stand since they were last edited. */
  readonly #courses = new Map<string, RowFields | null>();
  /** Classes that got fuller, with the first field that did it. */
  readonly #fuller = new Map<string, Pick<FieldIssue, "entity" | "rowId" | "field">>();

  constructor(db: WriteHandle, rows: RowEditor) {
    this.#db = db;
    this.#rows = rows;
  }

  /** Writes an edit with what follows from it. @throws AppError as `applyEdit` */
  apply(edit: Edit): void {
    if (edit.entity === "enrolment") this.#ofLearner(edit);
    else if (edit.entity === "trainingClass") this.#ofClass(edit);
    else applyEdit(this.#db, this.#rows, edit);
  }

  /** Once all edits of a change are written. @throws AppError validation for a class with more learners than seats */
  finish(): void {
    const issues = [...this.#fuller].flatMap(([id, at]) => {
      const { seats, elsewhere } = this.#roomOf(id);
      const here = seatedPeople(learnersOfClass(this.#db, id)).size;
      if (seats === null || here + elsewhere <= seats) return [];
      const reason = at.entity === "enrolment" ? "classFull" : "seatsBelowLearners";
      return [issueAt(at, error(at.field, reason, { seats, here, elsewhere }))];
    });
    if (issues.length > 0)
      throw new AppError({ code: "validation", params: { count: issues.length }, issues });
  }

  #ofLearner(edit: Edit): void {
    const isNew = edit.kind === "create";
    const before = isNew ? this.#learnerOf(edit.id, null) : this.#learner(edit.id);
    applyEdit(this.#db, this.#rows, edit);
    // Long lists of new rows are written without reading each again.
    const after = isNew ? this.#learnerOf(edit.id, edit.fields) : this.#learner(edit.id);
    if (after.seatIn !== null && after.seatIn !== before.seatIn)
      this.#note(after.seatIn, { entity: "enrolment", rowId: edit.id, field: "trainingClass" });
    this.#follow(before, after);
  }

  #ofClass(edit: Edit): void {
    const learners = learnersOfClass(this.#db, edit.id).map(({ id }) => this.#learner(id));
    const before = this.#roomOf(edit.id);
    applyEdit(this.#db, this.#rows, edit);
    this.#courses.delete(edit.id);
    const after = this.#roomOf(edit.id);
    const hasFewer = after.seats !== null && (before.seats === null || after.seats < before.seats);
    const field = hasFewer ? "seats" : "learnersElsewhere";
    if (hasFewer || after.elsewhere > before.elsewhere)
      this.#note(edit.id, { entity: "trainingClass", rowId: edit.id, field });
    for (const learner of learners) this.#follow(learner, this.#learner(learner.id));
  }

  #note(course: string, at: Pick<FieldIssue, "entity" | "rowId" | "field">): void {
    if (!this.#fuller.has(course)) this.#fuller.set(course, at);
  }

  #learner(id: string): Learner {
    return this.#learnerOf(id, this.#valuesOf("enrolment", id));
  }

  /** @param row null: there is none */
  #learnerOf(id: string, row: RowFields | null): Learner {
    const course = row === null ? null : textOf(row, "trainingClass");
    if (row === null || course === null) return { id, seatIn: null, paper: null };
    const proven = provenBy(this.#course(course) ?? {}, row);
    return {
      id,
      seatIn: takesSeat(row["result"]) ? course : null,
      paper: proven === null ? null : { official: row["official"] ?? null, ...proven },
    };
  }

  #roomOf(id: string): Room {
    const { seats = null, learnersElsewhere = 0 } = this.#course(id) ?? {};
    return {
      seats: typeof seats === "number" ? seats : null,
      elsewhere: typeof learnersElsewhere === "number" ? learnersElsewhere : 0,
    };
  }

  #course(id: string): RowFields | null {
    const known = this.#courses.get(id);
    if (known !== undefined) return known;
    const fields = this.#valuesOf("trainingClass", id);
    this.#courses.set(id, fields);
    return fields;
  }

  /** A row as whoever edits has it in front of them, with what waits of our own; null where it is not there. */
  #valuesOf(entity: EntityName, id: string): RowFields | null {
    if (!isUuid(id)) return null;
    const row = this.#rows.open(entities[entity].id, id);
    if (row.waiting.length === 0 && !this.#rows.isInView(row)) return null;
    const values = new Map([...row.state.values, ...lastValues(row.waiting)]);
    const named: Record<string, FieldValue> = {};
    for (const [field, value] of values) {
      const name = fieldNameById(entity, field);
      if (name !== null) named[name] = value;
    }
    return named;
  }

  #follow(before: Learner, after: Learner): void {
    if (isEqual(before.paper, after.paper)) return;
    const id = paperId(after.id);
    const row = this.#rows.open(entities.qualification.id, id);
    const known = this.#valuesOf("qualification", id);
    const isOurs = before.paper !== null && isEqual(known, before.paper);
    const write = (edit: Edit) => applyEdit(this.#db, this.#rows, edit);
    if (known !== null) {
      if (!isOurs) return;
      if (after.paper === null) write({ kind: "remove", entity: "qualification", id, reason: "removed" });
      else write({ kind: "update", entity: "qualification", id, fields: after.paper });
      return;
    }
    if (after.paper === null || this.#hasPaper(after.paper)) return;
    // It was proven before and is gone: somebody took it off the record, and an edit of the class does not overrule them.
    if (row.ops.length > 0 && before.paper !== null) return;
    if (row.ops.length > 0) {
      write({ kind: "restore", entity: "qualification", id });
      write({ kind: "update", entity: "qualification", id, fields: after.paper });
    } else write({ kind: "create", entity: "qualification", id, fields: after.paper });
  }

  #hasPaper(paper: RowFields): boolean {
    const pk = officialPk(this.#db, String(paper["official"]));
    if (pk === null) return false;
    return rowsOfOfficial(this.#db, "qualification", pk).some(({ fields }) => isSamePaper(fields, paper));
  }
}

/** Whether two papers say the same, whoever's they are: a record that went up in another one takes its papers along. */
function isEqual(one: Paper, other: Paper): boolean {
  if (one === null || other === null) return one === other;
  return Object.keys(entityDefinition("qualification").fields).every(
    (field) => field === "official" || (one[field] ?? null) === (other[field] ?? null),
  );
}

const versionAt = 6;
const variantAt = 8;

/** UUID (version 8, RFC 9562) of the paper that a learner's row makes. */
export function paperId(enrolment: string): string {
  const named = new Uint8Array([...new TextEncoder().encode("proven"), ...uuidToBytes(enrolment)]);
  const id = sha256(named).slice(0, uuidToBytes(enrolment).length);
  id[versionAt] = ((id[versionAt] ?? 0) & 0x0f) | 0x80;
  id[variantAt] = ((id[variantAt] ?? 0) & 0x3f) | 0x80;
  return bytesToUuid(id);
}
