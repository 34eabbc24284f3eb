/**
 * What a decision about a proposal says: what was decided, whose proposal it is and what that would change. The row itself
 * holds a hash, an id and a verdict, which tell nobody anything; log, details and previews of receptions all ask here, so
 * that one decision reads alike wherever it is met.
 */
import { type Answer, standing } from "../../shared/domain/authority";
import {
  entities,
  entityById,
  entityDefinition,
  type EntityName,
  fieldDefinition,
  fieldNameById,
  type FieldValue,
  isOwned,
  presenceField,
} from "../../shared/domain/entities";
import type { Translate } from "../../shared/i18n";
import { isUuid } from "../../shared/sync/bytes";
import { keyOfOp } from "../../shared/sync/authority/types";
import { foldRow, joinTargetIn, type RowState } from "../../shared/sync/fold";
import { officialOf } from "../../shared/sync/row-owner";
import type { ReadHandle } from "../roster/file/handle";
import { RowOps } from "../roster/log/row-ops";
import type { StoredOp } from "../roster/log/op-rows";
import { judgeOf } from "../roster/log/standings";
import { titleOf } from "../roster/read/change-details";
import type { CatalogFacts } from "../roster/read/index/catalog-facts";
import { rowLabel } from "./row-label";

/** Fields of a decision that name what it is about by hash and id, for programs. */
const namesForPrograms: readonly string[] = ["op", "about"];

/** Whether rows of an entity are decisions about proposals. */
export function isDecision(entity: EntityName): boolean {
  return entityDefinition(entity).authority === "decision";
}

/** Whether a field is worth showing to a person. */
export function isForPeople(entity: EntityName, field: string): boolean {
  return !isDecision(entity) || !namesForPrograms.includes(field);
}

export class DecisionWords {
  readonly #db: ReadHandle;
  readonly #catalog: CatalogFacts;
  readonly #t: Translate;
  readonly #officeOf: (writer: string) => string;
  readonly #ops: RowOps;

  /** @param officeOf what the office of a writer is called; "" where nobody is named */
  constructor(db: ReadHandle, catalog: CatalogFacts, t: Translate, officeOf: (writer: string) => string) {
    this.#db = db;
    this.#catalog = catalog;
    this.#t = t;
    this.#officeOf = officeOf;
    this.#ops = new RowOps(db);
  }

  /**
   * E.g. "chấp nhận đề nghị của UBND xã Quảng Yên: đổi Điện thoại của Trần Thị Ánh".
   * @param row values of the decision by the names of their fields
   * @param undone the decision was taken away, and not made
   */
  line(rowId: string, row: (field: string) => FieldValue, undone: boolean): string {
    const answer = this.answer(rowId, row);
    const what = this.about(row);
    return this.#t(`screen-proposals:said.${undone ? "undone" : "done"}.${answer}`, { what });
  }

  /** Whose proposal it is and what that would change: "đề nghị của UBND xã Quảng Yên: đổi Điện thoại của Trần Thị Ánh". */
  about(row: (field: string) => FieldValue): string {
    const op = this.#proposal(row);
    if (op === null) return this.#t("screen-proposals:said.notHere");
    const office = this.#officeOf(keyOfOp(op));
    const what = this.proposed(op);
    return this.#t(`screen-proposals:said.${office === "" ? "of" : "ofOffice"}`, { office, what });
  }

  /** What was said; a refusal by whoever proposed it is a withdrawal. */
  answer(rowId: string, row: (field: string) => FieldValue): Answer {
    if (row("verdict") === "accept") return "accept";
    const op = this.#proposal(row);
    const { heads } = foldRow(this.#ops.counting(rowId, "decision"));
    const [said] = heads.get(entities.decision.fields.verdict.id) ?? [];
    if (op === null || said === undefined) return "refuse";
    const [proposer, speaker] = [keyOfOp(op), keyOfOp(said)];
    const isTheirs = proposer === speaker || judgeOf(this.#db).offices.isSameOffice(speaker, proposer);
    return isTheirs ? "withdraw" : "refuse";
  }

  /** What an op would change: "đổi Điện thoại của Trần Thị Ánh", "thêm quá trình công tác của Trần Thị Ánh". */
  proposed(op: StoredOp): string {
    const entity = entityById(op.entity);
    if (entity === null) return this.#t("screen-proposals:said.notHere");
    const removed = op.fields.get(presenceField);
    const isRow = op.create || typeof removed === "string";
    const what = this.#named(entity, op, isRow);
    if (op.create) return this.#t("screen-proposals:about.add", { what });
    if (typeof removed === "string")
      return this.#t(`screen-proposals:about.${joinTargetIn(removed) === null ? "remove" : "join"}`, {
        what,
      });
    const fields = [...op.fields.keys()]
      .flatMap((id) => (id === presenceField ? [] : (fieldNameById(entity, id) ?? [])))
      .map((field) => this.#t(`domain:field.${entity}.${field}`));
    if (fields.length === 0) return this.#t("screen-proposals:about.restore", { what });
    return this.#t(`screen-proposals:about.${entity === "official" ? "editPerson" : "editRow"}`, {
      what,
      fields: fields.join(", "),
    });
  }

  /** The row by the name in force, or by the proposed one where it is not there yet. */
  #named(entity: EntityName, op: StoredOp, isRow: boolean): string {
    const state = this.#stateOf(op.row, entity, op);
    const noun = this.#t(`domain:change.entity.${entity === "official" ? "official" : "other"}`, {
      entity: this.#t(`domain:entity.${entity}`).toLowerCase(),
    });
    if (entity === "official") {
      const name = titleOf(this.#db, entity, state);
      return isRow ? `${noun} ${name}`.trim() : name;
    }
    if (!isOwned(entity)) {
      const name = this.#catalog.unitOfId(op.row)?.fullName ?? titleOf(this.#db, entity, state);
      return `${noun} ${name}`.trim();
    }
    const owner = officialOf(entity, op.row, state);
    const name = owner === null ? "" : titleOf(this.#db, "official", this.#stateOf(owner, "official"));
    const label = rowLabel(
      this.#catalog,
      this.#t,
      entity,
      (field) => state.values.get(fieldDefinition(entity, field)?.id ?? presenceField) ?? null,
    );
    const whose = name === "" ? noun : this.#t("screen-proposals:about.whose", { noun, name });
    return label === "" ? whose : `${whose} (${label})`;
  }

  /** What counts of a row; of one that does not stand yet, what was proposed of it. */
  #stateOf(row: string, entity: EntityName, op: StoredOp | null = null): RowState {
    const counting = this.#ops.counting(row, entity);
    if (counting.length > 0) return foldRow(counting);
    const isPart = (one: StoredOp) =>
      one.standing !== standing.aside && (op === null || one.writer === op.writer);
    return foldRow(this.#ops.every(row, entity).filter(isPart));
  }

  #proposal(row: (field: string) => FieldValue): StoredOp | null {
    const [id, about] = [row("op"), row("about")];
    if (typeof about !== "string" || !isUuid(about)) return null;
    return typeof id === "string" ? this.#ops.op(about, id) : null;
  }
}
