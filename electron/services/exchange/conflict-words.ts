/** One conflict in words: what it is about, and who entered which value when, by which paper. */
import { isoInstant } from "../../../shared/domain/hanoi-time";
import type { ConflictData, ConflictValue } from "../../../shared/contract/schemas/conflicts";
import {
  type EntityName,
  entityDefinition,
  fieldDefinition,
  type FieldValue,
  presenceField,
} from "../../../shared/domain/entities";
import { formatPartialDate, parsePartialDate } from "../../../shared/domain/partial-date";
import { foldRow, joinTarget, joinTargetIn, type RowState } from "../../../shared/sync/fold";
import { uuidToBytes } from "../../../shared/sync/bytes";
import { officialOf } from "../../../shared/sync/row-owner";
import type { Translate } from "../../../shared/i18n";
import {
  type ConflictDetail,
  conflictDetail,
  conflictId,
  type ConflictKey,
  type ConflictVoice,
  presenceName,
} from "../../roster/read/conflicts";
import { titleOf } from "../../roster/read/change-details";
import { openQuestions } from "../../roster/read/questions";
import type { ReadHandle } from "../../roster/file/handle";
import { historyOfRow } from "../../roster/log/op-rows";
import { rowFields } from "../../roster/read/rows";
import { wordOf } from "../value-words";
import type { Environment } from "../environment";
import type { OpenRoster } from "../open-roster";
import { presenceText, rowLabel } from "../row-label";
import type { CatalogFacts } from "../../roster/read/index/catalog-facts";
import { valueId } from "./chosen-value";
import { SideBySide } from "./duplicates";
import { type OfficeNames, officeNames } from "./office-names";
import { unitNameOf } from "./preview";

const dayMs = 86_400_000;

/** Puts conflicts into words; keeps what many of them need. */
export class ConflictWords {
  readonly #roster: OpenRoster;
  readonly #catalog: CatalogFacts;
  readonly #names: OfficeNames;
  readonly #t: Translate;
  readonly #now: number;
  readonly #asked: ReturnType<typeof openQuestions>;
  readonly #records: SideBySide;

  constructor(roster: OpenRoster, environment: Environment) {
    this.#roster = roster;
    this.#catalog = roster.catalog();
    this.#names = officeNames(roster, environment);
    this.#t = environment.t;
    this.#now = environment.now();
    this.#asked = openQuestions(roster.db);
    this.#records = new SideBySide(roster, environment);
  }

  conflict(key: ConflictKey): ConflictData | null {
    const { db } = this.#roster;
    const detail = conflictDetail(db, key);
    if (detail === null) return null;
    const officialId = officialOf(key.entity, key.rowId, detail.state);
    const asked = this.#asked.find(({ about, field }) => about === key.rowId && field === key.field);
    return {
      id: conflictId(key),
      kind: key.field === presenceName ? "removed" : "field",
      entity: key.entity,
      rowId: key.rowId,
      label: this.#label(key, detail, officialId),
      officialId: officialId !== null && rowFields(db, "official", officialId) !== null ? officialId : null,
      unitName: officialId === null ? "" : unitNameOf(db, this.#catalog, officialId),
      field: key.field,
      rowLabel: rowLabel(this.#catalog, this.#t, key.entity, fieldsOf(key.entity, detail.state)),
      values: detail.voices.map((voice, place) => this.#value(key, detail, voice, place)),
      asked: asked === undefined ? null : { office: asked.toName, at: isoInstant(asked.at) },
    };
  }

  #value(key: ConflictKey, detail: ConflictDetail, voice: ConflictVoice, place: number): ConflictValue {
    const { at, before, receivedAt, user, writer, value } = voice;
    const known = receivedAt ?? this.#now;
    return {
      n: place + 1,
      id: valueId(voice),
      text: key.field === presenceName ? this.#presenceText(key, voice) : this.#text(key, detail, value),
      value,
      office: this.#names.of(writer),
      user,
      at: isoInstant(at),
      clockSuspect: (before !== null && at < before) || at > known + dayMs,
      paper: paperOf(key.entity, detail, voice),
      reason: voice.reason,
      shown: place === 0,
      foreign: detail.creator !== null && detail.creator.slice(0, 64) !== writer.slice(0, 64),
      joining: this.#joining(key, value),
    };
  }

  /** Of what goes nowhere, or into what is not here, there are no two records to choose from. */
  #joining(key: ConflictKey, value: FieldValue): ConflictValue["joining"] {
    const into = intoRecord(this.#roster.db, key, value);
    return into === null ? null : this.#records.pair(into, key.rowId);
  }

  #text({ entity, field }: ConflictKey, { state }: ConflictDetail, value: FieldValue): string | null {
    return wordOf(this.#catalog, this.#t, entity, field, value, fieldsOf(entity, state));
  }

  #presenceText({ entity }: ConflictKey, { value }: ConflictVoice): string {
    const { db } = this.#roster;
    return presenceText(this.#t, entity, value, (id) => {
      const title = rowFields(db, entity, id)?.fields[entityDefinition(entity).title ?? ""];
      return typeof title === "string" ? title : null;
    });
  }

  #label({ entity }: ConflictKey, { state }: ConflictDetail, officialId: string | null): string {
    const { db } = this.#roster;
    if (officialId !== null) {
      const name = rowFields(db, "official", officialId)?.fields["fullName"];
      if (typeof name === "string") return name;
    }
    return titleOf(db, entity, state) || this.#t(`domain:entity.${entity}`);
  }
}

/**
 * The record in which this value lets a person's record go up.
 * @returns null for any other value, and unless both records are there
 */
export function intoRecord(
  db: ReadHandle,
  { entity, rowId, field }: ConflictKey,
  value: FieldValue,
): string | null {
  if (entity !== "official" || field !== presenceName) return null;
  if (rowFields(db, entity, rowId) === null) return null;
  const passed = new Set([rowId]);
  for (let into = joinTargetIn(value); into !== null && !passed.has(into); ) {
    if (rowFields(db, entity, into) !== null) return into;
    // It may have gone up in a third one since.
    passed.add(into);
    into = joinTarget(foldRow(historyOfRow(db, uuidToBytes(into))));
  }
  return null;
}

/** The shown values of a row by the names of their fields. */
function fieldsOf(entity: EntityName, { values }: RowState): (field: string) => FieldValue {
  return (field) => values.get(fieldDefinition(entity, field)?.id ?? presenceField) ?? null;
}

/** Number of the decision or certificate that stands behind a value. */
function paperOf(entity: EntityName, { state }: ConflictDetail, { fields }: ConflictVoice): string | null {
  const { paper } = entityDefinition(entity);
  if (paper === undefined) return null;
  const read = (field: string) => {
    const id = fieldDefinition(entity, field)?.id ?? presenceField;
    return fields.get(id) ?? state.values.get(id) ?? null;
  };
  const number = read(paper.number);
  const day = paper.date === undefined ? null : read(paper.date);
  if (typeof number !== "string") return null;
  const dated = typeof day === "string" && parsePartialDate(day) !== null;
  return dated ? `${number}, ${formatPartialDate(day)}` : number;
}
