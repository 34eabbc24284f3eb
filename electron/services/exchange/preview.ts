/** What received files do, person by person and field by field, in words; read from the session that took them in. */
import type { ReceivedPerson } from "../../../shared/contract/schemas/exchange";
import { type EntityName, fieldDefinition, type FieldValue } from "../../../shared/domain/entities";
import { uuidToBytes } from "../../../shared/sync/bytes";
import type { Translate } from "../../../shared/i18n";
import { titleOfRow } from "../../roster/read/change-details";
import { presenceName } from "../../roster/read/conflicts";
import { officialRecord } from "../../roster/read/officials";
import type { ReadHandle } from "../../roster/file/handle";
import { writersOfRow } from "../../roster/log/op-rows";
import type { TouchedPerson, TouchedRow } from "../../roster/receive/receipt-effects";
import {
  fieldIdOf,
  receivedRow,
  type ReceivedField,
  type ReceivedRow,
} from "../../roster/receive/received-rows";
import type { ReceiveSession } from "../../roster/receive/receive-session";
import { DecisionWords, isDecision, isForPeople } from "../decision-words";
import { presenceText, rowLabel } from "../row-label";
import { wordOf } from "../value-words";
import type { OfficeNames } from "./office-names";
import { CatalogFacts } from "../../roster/read/index/catalog-facts";

/** Rows of one entry that are shown; the catalog's may be hundreds. */
const mostRows = 100;

type RowOfPerson = ReceivedPerson["rows"][number];

/** One page of what an open session would change. */
export function previewPage(
  session: ReceiveSession,
  t: Translate,
  offset: number,
  limit: number,
  names: OfficeNames,
): { total: number; rows: ReceivedPerson[] } {
  const words = new PreviewWords(session, t, names);
  return {
    total: session.effects.size,
    rows: session.effects.touched(offset, limit).map((person) => words.person(person)),
  };
}

class PreviewWords {
  readonly #db: ReadHandle;
  readonly #t: Translate;
  readonly #names: OfficeNames;
  readonly #catalog: CatalogFacts;
  readonly #firstOp: number;
  readonly #decisions: DecisionWords;

  constructor({ db, firstOp }: ReceiveSession, t: Translate, names: OfficeNames) {
    this.#db = db;
    this.#t = t;
    this.#names = names;
    this.#catalog = new CatalogFacts(db, t);
    this.#decisions = new DecisionWords(db, this.#catalog, t, (writer) => names.of(writer));
    this.#firstOp = firstOp ?? Number.MAX_SAFE_INTEGER;
  }

  person(person: TouchedPerson): ReceivedPerson {
    const { id, effect: kind, conflicts, settled, rows } = person;
    const db = this.#db;
    return {
      id,
      name: id === null ? "" : this.#nameOf("official", id),
      unitName: id === null ? "" : unitNameOf(db, this.#catalog, id),
      kind,
      conflicts,
      settled,
      changedBy: this.#changedBy(person),
      rows: rows.slice(0, mostRows).map((row) => this.#row(row)),
      rowCount: rows.length,
    };
  }

  #row(touched: TouchedRow): RowOfPerson {
    const row = receivedRow(this.#db, touched, this.#firstOp);
    const { entity, rowId, kind } = row;
    const values = row.after ?? row.before;
    const label = rowLabel(this.#catalog, this.#t, entity, (field) => values?.get(field) ?? null);
    return {
      entity,
      rowId,
      rowLabel: isDecision(entity)
        ? this.#decisions.about((field) => values?.get(field) ?? null)
        : label === ""
          ? this.#nameOf(entity, rowId)
          : label,
      kind,
      fields: row.fields
        .filter(({ field }) => isForPeople(entity, field))
        .map((field) => this.#field(row, field)),
    };
  }

  #field(
    row: ReceivedRow,
    { field, here, coming, after, conflict, settled }: ReceivedField,
  ): RowOfPerson["fields"][number] {
    const { entity } = row;
    const flags = { field, conflict, settled };
    if (field === presenceName) {
      const of = (value: FieldValue) =>
        presenceText(this.#t, entity, value, (id) => this.#nameOf(entity, id));
      return { ...flags, here: of(here), coming: coming.map(({ value }) => of(value)), after: of(after) };
    }
    const was = (name: string) => row.before?.get(name) ?? null;
    const is = (name: string) => row.after?.get(name) ?? null;
    return {
      ...flags,
      here: this.#word(entity, field, here, was),
      coming: coming.map(({ value, beside }) =>
        this.#word(
          entity,
          field,
          value,
          (name) => beside.get(fieldIdOf(entity, name)) ?? is(name) ?? was(name),
        ),
      ),
      after: this.#word(entity, field, after, is),
    };
  }

  #word(
    entity: EntityName,
    field: string,
    value: FieldValue,
    row: (field: string) => FieldValue,
  ): string | null {
    const isPerson = fieldDefinition(entity, field)?.entity === "official";
    if (isPerson && typeof value === "string") return this.#nameOf("official", value);
    return wordOf(this.#catalog, this.#t, entity, field, value, row);
  }

  /** As the row is named, in view or not. */
  #nameOf(entity: EntityName, id: string): string {
    return titleOfRow(this.#db, entity, id);
  }

  /** The office that came with changes of a record which it did not make. */
  #changedBy({ id, effect, rows }: TouchedPerson): string | null {
    if (id === null || effect === "added") return null;
    const db = this.#db;
    const creator = writersOfRow(db, uuidToBytes(id), 0)[0];
    if (creator === undefined) return null;
    const owner = this.#names.of(creator);
    const others = rows
      .flatMap((row) => writersOfRow(db, uuidToBytes(row.id), this.#firstOp))
      .map((writer) => this.#names.of(writer));
    return others.find((name) => name !== owner) ?? null;
  }
}

/** The unit of somebody's main or latest assignment. */
export function unitNameOf(db: ReadHandle, catalog: CatalogFacts, officialId: string): string {
  const assignments = officialRecord(db, officialId)?.rows.assignment ?? [];
  const open = assignments.filter(({ fields }) => fields["to"] === null);
  const shown = open.find(({ fields }) => fields["main"] === true) ?? open.at(-1) ?? assignments.at(-1);
  return catalog.unitOfId(String(shown?.fields["unit"] ?? ""))?.fullName ?? "";
}
