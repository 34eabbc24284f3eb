/**
 * What a change did, in words: field by field for whoever opens it, and as the one line that a list of changes is read
 * by. Rows that a value points at are called as they were called when the change was made.
 */
import type { ChangeDetail } from "../../shared/contract/schemas/changes";
import {
  entityById,
  type EntityName,
  type FieldDefinition,
  fieldDefinition,
  type FieldValue,
  isOwned,
} from "../../shared/domain/entities";
import type { Translate } from "../../shared/i18n";
import { isUuid, uuidToBytes } from "../../shared/sync/bytes";
import { foldRow } from "../../shared/sync/fold";
import { formatNumber } from "../../shared/text/format";
import type { ReadHandle } from "../roster/file/handle";
import { entityOfRow, opsAs } from "../roster/log/one-entity";
import { historyOfRow } from "../roster/log/op-rows";
import { type ChangeDetailRow, type RowValues, titleOf, titleOfRow } from "../roster/read/change-details";
import type { CatalogFacts } from "../roster/read/index/catalog-facts";
import { DecisionWords, isDecision, isForPeople } from "./decision-words";
import { PairWords } from "./pair-words";
import { rowLabel } from "./row-label";
import { type NameOf, referenceName, wordOf } from "./value-words";

/** Hex of the key of an office. */
const keyForm = /^[0-9a-f]{64}$/;

type Proposing = "proposesAdd" | "proposesEdit" | "proposesRemove";

/** One thing that a change did. */
interface Deed {
  readonly text: string;
  /** How many values or rows it stands for. */
  readonly count: number;
}

export class ChangeWords {
  readonly #db: ReadHandle;
  readonly #catalog: CatalogFacts;
  readonly #t: Translate;
  readonly #decisions: DecisionWords;
  readonly #pairs: PairWords;
  readonly #officeOf: (writer: string) => string;

  /** @param officeOf what the office of a writer is called; left out: nobody is named */
  constructor(
    db: ReadHandle,
    catalog: CatalogFacts,
    t: Translate,
    officeOf: (writer: string) => string = () => "",
  ) {
    this.#db = db;
    this.#decisions = new DecisionWords(db, catalog, t, officeOf);
    this.#pairs = new PairWords(db, catalog, t);
    this.#catalog = catalog;
    this.#officeOf = officeOf;
    this.#t = t;
  }

  /** What happened to one row, with its values as a person reads them. */
  detail(detail: ChangeDetailRow): ChangeDetail {
    const { entity, rowId, kind } = detail;
    return {
      entity,
      rowId,
      rowLabel: this.#changedRow(detail),
      kind,
      line: this.#pairs.line(detail),
      along: this.#pairs.along(detail),
      left: this.#pairs.left(detail),
      fields: detail.fields
        .filter(({ field }) => isForPeople(entity, field))
        .map(({ field, before, after }) => ({
          field,
          before: this.#word(detail, field, before, "before"),
          after: this.#after(detail, field, before === after, after),
        })),
    };
  }

  /** What became of two people, or that a record stays, is what a change did; of their rows and values it did it therefore. */
  inOrder(details: readonly ChangeDetailRow[]): ChangeDetailRow[] {
    const chief = details.filter(
      (detail) => this.#pairs.isOfPeople(detail) || (detail.kind === "kept" && !isOwned(detail.entity)),
    );
    return [...chief, ...details.filter((detail) => !chief.includes(detail))];
  }

  /**
   * The line: the first thing that was done and how much more there is.
   * @param cut there are more rows than these
   * @returns null where nothing that is shown differs
   */
  summary(details: readonly ChangeDetailRow[], cut: boolean): string | null {
    const deeds = withoutRepeats(this.inOrder(details).flatMap((detail) => this.#deeds(detail)));
    const [first] = deeds;
    if (first === undefined) return null;
    const others = deeds.reduce((sum, { count }) => sum + count, 0) - first.count;
    if (cut) return this.#t("domain:change.andMany", { first: first.text });
    if (others === 0) return first.text;
    return this.#t("domain:change.andOthers", { first: first.text, text: formatNumber(others) });
  }

  #deeds(detail: ChangeDetailRow): Deed[] {
    const { kind, fields } = detail;
    if (isDecision(detail.entity)) return [{ text: this.#decided(detail), count: 1 }];
    const line = this.#pairs.line(detail);
    if (line !== null) return [{ text: line, count: 1 }];
    if (kind === "proposesAdd" || kind === "proposesEdit" || kind === "proposesRemove")
      return [{ text: this.#proposed(detail, kind), count: 1 }];
    if (kind !== "edited" && kind !== "joined" && kind !== "parted")
      return [{ text: this.#t(`domain:change.${kind}`, { what: this.#what(detail) }), count: 1 }];
    const [first] = fields;
    return first === undefined
      ? []
      : [
          { text: this.#edited(detail, first.field), count: 1 },
          { text: "", count: fields.length - 1 },
        ];
  }

  /** "chấp nhận đề nghị của UBND xã Quảng Yên: đổi Điện thoại của Trần Thị Ánh". */
  #decided({ rowId, kind, before, after }: ChangeDetailRow): string {
    const values = kind === "removed" ? before : after;
    return this.#decisions.line(rowId, (field) => values[field] ?? null, kind === "removed");
  }

  /** "đề nghị sửa đơn vị Xã Quảng Yên: Đặc điểm địa bàn". */
  #proposed(detail: ChangeDetailRow, kind: Proposing): string {
    const { entity, fields, before, after } = detail;
    // A person is named beside the line, and a row that is there already by the name in force.
    const side = Object.keys(before).length > 0 ? before : after;
    const label =
      entity === "unit"
        ? (this.#catalog.unitOfId(detail.rowId)?.fullName ?? this.#title(detail))
        : isOwned(entity)
          ? this.#label(detail, side)
          : this.#catalogRow(detail);
    const what = `${this.#noun(entity)} ${label}`.trim();
    const words = fields.map(({ field }) => this.#t(`domain:field.${entity}.${field}`)).join(", ");
    return this.#t(`screen-proposals:line.${kind}`, { what, fields: words });
  }

  #noun(entity: EntityName): string {
    return this.#t(`domain:change.entity.${entity === "official" ? "official" : "other"}`, {
      entity: this.#t(`domain:entity.${entity}`).toLowerCase(),
    });
  }

  /** "Lý luận chính trị: Trung cấp → Cao cấp", "Ngày sinh: 1980 → 05/1980", "xã Quảng Yên, Loại đơn vị: Xã → Phường". */
  #edited(detail: ChangeDetailRow, field: string): string {
    const { entity, before, after } = detail;
    const [rowBefore, rowAfter] = [this.#label(detail, before), this.#label(detail, after)];
    if (rowBefore !== rowAfter && rowBefore !== "" && rowAfter !== "")
      return this.#t("domain:change.becomes", { before: rowBefore, after: withoutSame(rowBefore, rowAfter) });
    const of = (side: "before" | "after", values: RowValues) =>
      this.#word(detail, field, values[field] ?? null, side) ?? this.#t("domain:blank");
    const words = {
      field: this.#t(`domain:field.${entity}.${field}`),
      before: of("before", before),
      after: of("after", after),
    };
    const row = isOwned(entity) ? rowAfter : this.#nounAndName(detail);
    const isKept = (before[field] ?? null) === (after[field] ?? null);
    if (row === "") return this.#t(`domain:change.${isKept ? "keptField" : "field"}`, words);
    return this.#t(`domain:change.${isKept ? "keptRowField" : "rowField"}`, { ...words, row });
  }

  /** What was added or taken away, with its name. */
  #what(detail: ChangeDetailRow): string {
    const { entity, kind, before, after } = detail;
    const label = isOwned(entity)
      ? this.#label(detail, kind === "removed" ? before : after)
      : this.#catalogRow(detail);
    return `${this.#noun(entity)} ${label}`.trim();
  }

  /** "quy định Điều 8": a clause or a key alone does not say what it is the name of, as a unit's name does. */
  #nounAndName(detail: ChangeDetailRow): string {
    const name = this.#catalogRow(detail);
    return name === "" || detail.entity === "unit" ? name : `${this.#noun(detail.entity)} ${name}`;
  }

  /** Of what is nobody's: its own name. A person's name stands beside the line. */
  #catalogRow(detail: ChangeDetailRow): string {
    return detail.entity === "official" ? "" : this.#title(detail);
  }

  #title({ entity, rowLabel, after, before }: ChangeDetailRow): string {
    if (isDecision(entity)) return this.#decisions.about((field) => after[field] ?? before[field] ?? null);
    if (entity !== "unit") return rowLabel;
    const { type, name } = Object.keys(after).length > 0 ? after : before;
    return typeof type === "string" ? this.#unitName(type, String(name)) : rowLabel;
  }

  #unitName(type: string, name: string): string {
    return `${this.#t(`domain:unitType.${type}`)} ${name}`;
  }

  /** "Trần Thị Ánh – Bí thư Đảng ủy, Xã Quảng Yên": of a changed row the fields that are shown do not say which one it is. */
  #changedRow(detail: ChangeDetailRow): string {
    const { entity, kind, before, after } = detail;
    const title = this.#title(detail);
    if (kind !== "edited" || !isOwned(entity)) return title;
    const label = this.#label(detail, before) || this.#label(detail, after);
    return [title, label].filter((part) => part !== "").join(" – ");
  }

  /** Which of its owner's rows it is; "" for rows that are not told apart so. */
  #label(detail: ChangeDetailRow, values: RowValues): string {
    const row = (field: string) => values[field] ?? null;
    return rowLabel(this.#catalog, this.#t, detail.entity, row, this.#nameAt(detail));
  }

  /** A conflict may be settled by what was shown. */
  #after(detail: ChangeDetailRow, field: string, isKept: boolean, value: FieldValue): string | null {
    const word = this.#word(detail, field, value, "after");
    if (!isKept) return word;
    return this.#t("domain:change.keptValue", { value: word ?? this.#t("domain:blank") });
  }

  #word(detail: ChangeDetailRow, field: string, value: FieldValue, side: "before" | "after"): string | null {
    const row = (name: string) => detail[side][name] ?? null;
    if (field === "verdict" && value !== null && isDecision(detail.entity))
      return this.#t(`domain:verdict.${this.#decisions.answer(detail.rowId, row)}`);
    return (
      this.#named(detail.entity, field, value) ??
      wordOf(this.#catalog, this.#t, detail.entity, field, value, row, this.#nameAt(detail))
    );
  }

  /** Texts that name an office by its key, or a row by its id, say nothing to a person as they stand. */
  #named(entity: EntityName, field: string, value: FieldValue): string | null {
    if (fieldDefinition(entity, field)?.type !== "text" || typeof value !== "string") return null;
    if (keyForm.test(value)) return this.#officeOf(value) || null;
    if (!isUuid(value)) return null;
    const unit = this.#catalog.unitOfId(value)?.fullName;
    if (unit !== undefined) return unit;
    const named = entityById(entityOfRow(historyOfRow(this.#db, uuidToBytes(value))) ?? 0);
    return (named === null ? "" : titleOfRow(this.#db, named, value)) || this.#t("domain:unknownRow");
  }

  /** Names of rows as they were once the change was made; of a row that came later, as it is called now. */
  #nameAt({ stamp }: ChangeDetailRow): NameOf {
    return (definition: FieldDefinition, id: string) => {
      const { entity } = definition;
      if (entity === undefined || !isUuid(id)) return null;
      const history = opsAs(entity, historyOfRow(this.#db, uuidToBytes(id)));
      const then = history.filter(({ lamport }) => lamport <= stamp);
      const state = foldRow(then.length > 0 ? then : history);
      const title = titleOf(this.#db, entity, state);
      const type = typeIn(entity, state.values);
      if (title === "") return referenceName(this.#catalog, definition, id);
      return type === null ? title : this.#unitName(type, title);
    };
  }
}

/** Several writings of one proposal are decided together, each in a row of its own that says the same. */
function withoutRepeats(deeds: readonly Deed[]): Deed[] {
  const said = new Set<string>();
  return deeds.filter(({ text }) => text === "" || (!said.has(text) && said.add(text)));
}

function typeIn(entity: EntityName, values: ReadonlyMap<number, FieldValue>): string | null {
  if (entity !== "unit") return null;
  const type = values.get(fieldDefinition("unit", "type")?.id ?? 0);
  return typeof type === "string" ? type : null;
}

/** What a label says anew, without the words before a colon that it shares: "Chuyên môn: Đại học" → "Đại học". */
function withoutSame(before: string, after: string): string {
  const head = after.slice(0, after.indexOf(":") + 1);
  return head !== "" && before.startsWith(head) ? after.slice(head.length).trim() : after;
}
