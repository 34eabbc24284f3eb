/** One conflict in words: what it is about, and who entered which value when, by which paper. */
import type { ConflictData, ConflictValue } from "../../../shared/contract/schemas/conflicts";
import { type EntityName, entities, type FieldValue } from "../../../shared/domain/entities";
import { formatPartialDate, parsePartialDate } from "../../../shared/domain/partial-date";
import type { Translate } from "../../../shared/i18n";
import {
  type ConflictDetail,
  conflictDetail,
  conflictId,
  type ConflictKey,
  type ConflictVoice,
  ownerOf,
  presenceName,
} from "../../roster/read/conflicts";
import { openQuestions } from "../../roster/read/questions";
import { rowFields } from "../../roster/read/rows";
import { wordOf } from "../changes";
import type { Environment } from "../environment";
import type { OpenRoster } from "../open-roster";
import type { CatalogFacts } from "../../roster/read/index/catalog-facts";
import { OfficeNames, ownOffice } from "./own-office";
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

  constructor(roster: OpenRoster, environment: Environment) {
    this.#roster = roster;
    this.#catalog = roster.catalog();
    this.#names = new OfficeNames(roster.db, ownOffice(roster, environment));
    this.#t = environment.t;
    this.#now = environment.now();
    this.#asked = openQuestions(roster.db);
  }

  conflict(key: ConflictKey): ConflictData | null {
    const { db } = this.#roster;
    const detail = conflictDetail(db, key);
    if (detail === null) return null;
    const officialId = ownerOf(key.entity, key.rowId, detail.state);
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
      rowLabel: this.#rowLabel(key.entity, detail),
      values: detail.voices.map((voice, place) => this.#value(key, detail, voice, place)),
      asked: asked === undefined ? null : { office: asked.toName, at: new Date(asked.at).toISOString() },
    };
  }

  #value(key: ConflictKey, detail: ConflictDetail, voice: ConflictVoice, place: number): ConflictValue {
    const { at, before, receivedAt, user, writer, value } = voice;
    const known = receivedAt ?? this.#now;
    return {
      n: place + 1,
      text: key.field === presenceName ? this.#presenceText(voice) : this.#text(key, detail, value),
      value,
      office: this.#names.of(writer) || this.#t("domain:unknownOffice"),
      user,
      at: new Date(at).toISOString(),
      clockSuspect: (before !== null && at < before) || at > known + dayMs,
      paper: paperOf(key.entity, detail, voice),
      reason: voice.reason,
      shown: place === 0,
      foreign: detail.creator !== null && detail.creator.slice(0, 64) !== writer.slice(0, 64),
    };
  }

  #text({ entity, field }: ConflictKey, { state }: ConflictDetail, value: FieldValue): string | null {
    const kind = entity === "qualification" ? state.values.get(entities.qualification.fields.kind.id) : null;
    return wordOf(this.#catalog, this.#t, entity, field, value, kind ?? null);
  }

  #presenceText({ value }: ConflictVoice): string {
    if (typeof value !== "string") return this.#t("domain:presenceKept");
    return this.#t("domain:presenceRemoved", { reason: value });
  }

  #label({ entity }: ConflictKey, { state }: ConflictDetail, officialId: string | null): string {
    const { db } = this.#roster;
    if (officialId !== null) {
      const name = rowFields(db, "official", officialId)?.fields["fullName"];
      if (typeof name === "string") return name;
    }
    const naming = ["fullName", "name", "clause", "key", "text"];
    const fields = entities[entity].fields as Record<string, { readonly id: number } | undefined>;
    for (const field of naming) {
      const id = fields[field]?.id;
      const value = id === undefined ? undefined : state.values.get(id);
      if (typeof value === "string") return value;
    }
    return this.#t(`domain:entity.${entity}`);
  }

  /** Which row of the person it is. */
  #rowLabel(entity: EntityName, { state }: ConflictDetail): string {
    const text = (field: { readonly id: number }) => String(state.values.get(field.id) ?? "");
    if (entity === "assignment") {
      const { post, unit, from } = entities.assignment.fields;
      const where = [
        this.#catalog.postOfId(text(post))?.name ?? "",
        this.#catalog.unitOfId(text(unit))?.fullName ?? "",
      ].filter((part) => part !== "");
      const since = parsePartialDate(text(from)) === null ? "" : formatPartialDate(text(from));
      return [...where, ...(since === "" ? [] : [this.#t("domain:since", { day: since })])].join(", ");
    }
    if (entity !== "qualification") return "";
    const { kind, level } = entities.qualification.fields;
    const kindWord = wordOf(this.#catalog, this.#t, entity, "kind", text(kind), null) ?? "";
    const levelWord = wordOf(this.#catalog, this.#t, entity, "level", text(level), text(kind)) ?? "";
    return [kindWord, levelWord].filter((part) => part !== "").join(": ");
  }
}

/** Number of the decision or certificate that stands behind a value. */
function paperOf(entity: EntityName, { state }: ConflictDetail, { fields }: ConflictVoice): string | null {
  const read = (id: number) => fields.get(id) ?? state.values.get(id) ?? null;
  if (entity === "assignment") {
    const { decisionNumber, decisionDate } = entities.assignment.fields;
    const number = read(decisionNumber.id);
    const day = read(decisionDate.id);
    if (typeof number !== "string") return null;
    return typeof day === "string" && parsePartialDate(day) !== null
      ? `${number}, ${formatPartialDate(day)}`
      : number;
  }
  if (entity !== "qualification") return null;
  const certificate = read(entities.qualification.fields.certificate.id);
  return typeof certificate === "string" ? certificate : null;
}
