/**
 * What a change says of two rows together, in words: that a record went up in another one, with what went along and what
 * was left out; that rows alike became one; that two people are kept apart. Told as an addition or a removal it would read
 * as if somebody had come or gone.
 */
import type { ChangeRow } from "../../shared/contract/schemas/changes";
import { entityDefinition, isOwned } from "../../shared/domain/entities";
import { formatPartialDate, parsePartialDate } from "../../shared/domain/partial-date";
import type { Translate } from "../../shared/i18n";
import type { ReadHandle } from "../roster/file/handle";
import {
  type ChangeDetailRow,
  type RowValues,
  rowsAlong,
  titleOfRow,
  valuesAt,
} from "../roster/read/change-details";
import type { CatalogFacts } from "../roster/read/index/catalog-facts";
import { officialRecord } from "../roster/read/officials";
import { rowFields } from "../roster/read/rows";
import { rowLabel } from "./row-label";
import { wordOf } from "./value-words";

const person = entityDefinition("official");

export class PairWords {
  readonly #db: ReadHandle;
  readonly #catalog: CatalogFacts;
  readonly #t: Translate;

  constructor(db: ReadHandle, catalog: CatalogFacts, t: Translate) {
    this.#db = db;
    this.#catalog = catalog;
    this.#t = t;
  }

  /** Whether it is about two people, and not only about rows of theirs. */
  isOfPeople(detail: ChangeDetailRow): boolean {
    return detail.entity === "official" ? detail.into !== undefined : peopleIn(detail).length > 0;
  }

  /** "gộp Trần Thị Ánh vào Trần Thị Anh"; null for what is told by its kind and fields. */
  line(detail: ChangeDetailRow): string | null {
    const { entity, into, kind, before, after } = detail;
    const t = this.#t;
    if (into !== undefined && (kind === "joined" || kind === "parted")) {
      if (entity === "official")
        return t(`domain:change.${kind}`, {
          name: detail.rowLabel,
          into: titleOfRow(this.#db, entity, into),
        });
      const row = kind === "joined" && Object.keys(before).length > 0 ? before : after;
      const label = this.#label(entity, row) || detail.rowLabel;
      return t(`domain:change.${kind}Row`, { entity: t(`domain:entity.${entity}`).toLowerCase(), label });
    }
    const [one, other] = peopleIn(detail).map((id) => titleOfRow(this.#db, "official", id));
    if (one === undefined || other === undefined) return null;
    const isOver = kind === "removed" || kind === "proposesRemove";
    return t(isOver ? "domain:change.notApart" : "domain:change.apart", { one, other });
  }

  /** Rows of a record that went up in another one, as they were then. */
  along({ entity, kind, rowId, stamp }: ChangeDetailRow): string[] {
    if (entity !== "official" || kind !== "joined") return [];
    return rowsAlong(this.#db, rowId, stamp).map((row) =>
      this.#t("domain:change.of", {
        name: this.#t(`domain:entity.${row.entity}`),
        what: this.#label(row.entity, row.values),
      }),
    );
  }

  /** What it said and the record that took it in does not. */
  left({ entity, kind, into, before, stamp }: ChangeDetailRow): string[] {
    if (entity !== "official" || kind !== "joined" || into === undefined) return [];
    const kept = valuesAt(this.#db, "official", into, stamp);
    return Object.keys(person.fields).flatMap((field) => {
      const value = before[field] ?? null;
      if (value === null || value === "" || value === (kept[field] ?? null)) return [];
      const what = wordOf(this.#catalog, this.#t, "official", field, value, (name) => before[name] ?? null);
      return [
        this.#t("domain:change.of", { name: this.#t(`domain:field.official.${field}`), what: what ?? "" }),
      ];
    });
  }

  /** People whom changes name as two, each once; see `ChangeRow.about`. */
  about(details: readonly ChangeDetailRow[]): ChangeRow["about"] {
    const ids = details
      .filter((detail) => this.isOfPeople(detail))
      .flatMap((detail) => [
        ...(detail.into === undefined ? [] : [detail.rowId, detail.into]),
        ...peopleIn(detail),
      ]);
    const people = [...new Set(ids)].map((id) => ({
      id,
      fullName: titleOfRow(this.#db, "official", id),
      present: rowFields(this.#db, "official", id) !== null,
    }));
    return people.map((one) => ({
      ...one,
      told: this.#told(
        one.id,
        people
          .filter((other) => other.present && other.fullName === one.fullName && other.id !== one.id)
          .map(({ id }) => id),
      ),
    }));
  }

  /** The first of birth, post and number that tells somebody from each of the others. */
  #told(id: string, others: readonly string[]): string {
    if (others.length === 0) return "";
    const mine = this.#marks(id);
    const theirs = others.map((other) => this.#marks(other));
    return mine.find((mark, place) => mark !== "" && theirs.every((marks) => marks[place] !== mark)) ?? "";
  }

  #marks(id: string): string[] {
    const record = officialRecord(this.#db, id);
    const birth = parsePartialDate(String(record?.fields["birth"] ?? ""));
    const posts = record?.rows.assignment ?? [];
    const open = posts.filter(({ fields }) => fields["to"] === null);
    const post = open.find(({ fields }) => fields["main"] === true) ?? open.at(-1) ?? posts.at(-1);
    const names = [
      this.#catalog.postOfId(String(post?.fields["post"] ?? ""))?.name,
      this.#catalog.unitOfId(String(post?.fields["unit"] ?? ""))?.fullName,
    ];
    return [
      birth === null ? "" : formatPartialDate(birth),
      names.filter((name) => name !== undefined).join(", "),
      String(record?.fields["identityNumber"] ?? ""),
    ];
  }

  #label(entity: ChangeDetailRow["entity"], values: RowValues): string {
    return isOwned(entity) ? rowLabel(this.#catalog, this.#t, entity, (field) => values[field] ?? null) : "";
  }
}

/** Ids of the people whom a row that only says something about others names. */
function peopleIn({ entity, before, after }: ChangeDetailRow): string[] {
  const { aside, fields } = entityDefinition(entity);
  if (aside !== true) return [];
  return Object.entries(fields)
    .filter(([, { type, entity: target }]) => type === "reference" && target === "official")
    .flatMap(([field]) => after[field] ?? before[field] ?? [])
    .map(String);
}
