/** Likely duplicates as two records side by side; joining and keeping apart are changes that can be undone. */
import { appError } from "../../../shared/contract/errors";
import type { Written } from "../../../shared/contract/schemas/proposed";
import type { DuplicateData, PairApartData, PairData } from "../../../shared/contract/schemas/conflicts";
import { isoInstant } from "../../../shared/domain/hanoi-time";
import { isoToPacked } from "../../../shared/domain/partial-date";
import { postCategories } from "../../../shared/domain/values";
import { mainRowOf } from "../../../shared/standards/read";
import { uuidToBytes } from "../../../shared/sync/bytes";
import type { ReadHandle } from "../../roster/file/handle";
import type { Edit } from "../../roster/change-log";
import { creatorOfRow } from "../../roster/log/op-rows";
import { type LikelyDuplicate, likelyDuplicates, likenessOf } from "../../roster/read/duplicates";
import { pairId, pairsApart, saidApart } from "../../roster/read/kept-apart";
import { type OfficialRecordRows, officialRecord } from "../../roster/read/officials";
import { rowFields } from "../../roster/read/rows";
import { type Environment, todayOf } from "../environment";
import type { OpenRoster } from "../open-roster";
import type { CatalogFacts } from "../../roster/read/index/catalog-facts";
import { differingValues, takenValues } from "./joined-values";
import { type OfficeNames, officeNames } from "./office-names";

export function duplicatesPage(
  roster: OpenRoster,
  environment: Environment,
  offset: number,
  limit: number,
): { total: number; rows: DuplicateData[] } {
  const pairs = likelyDuplicates(roster.db);
  const look = new SideBySide(roster, environment);
  return {
    total: pairs.length,
    rows: pairs
      .slice(offset, offset + limit)
      .map(({ a, b, why }: LikelyDuplicate) => ({ why, ...look.pair(a, b) })),
  };
}

/** Pairs that somebody kept apart, with who and when, the newest first; also those that do not look alike any more. */
export function pairsApartPage(
  roster: OpenRoster,
  environment: Environment,
  offset: number,
  limit: number,
): { total: number; rows: PairApartData[] } {
  const { db } = roster;
  const pairs = pairsApart(db);
  const look = new SideBySide(roster, environment);
  return {
    total: pairs.length,
    rows: pairs.slice(offset, offset + limit).map(({ a, b, rows: [row] }) => {
      const said = saidApart(db, row);
      const office = said === null ? "" : look.names.of(said.writer);
      const at = said === null ? null : isoInstant(said.at);
      return { why: likenessIn(db, a, b), ...look.pair(a, b), at, user: said?.user ?? "", office };
    }),
  };
}

function likenessIn(db: ReadHandle, a: string, b: string): PairApartData["why"] {
  const fieldsOf = (id: string) => rowFields(db, "official", id)?.fields ?? {};
  return likenessOf(fieldsOf(a), fieldsOf(b));
}

/** Two records as they are looked at to say whether they are one person, or what becomes of them as one. */
export class SideBySide {
  readonly #db: ReadHandle;
  readonly #catalog: CatalogFacts;
  readonly names: OfficeNames;
  readonly #environment: Environment;

  constructor(roster: OpenRoster, environment: Environment) {
    this.#db = roster.db;
    this.#catalog = roster.catalog();
    this.names = officeNames(roster, environment);
    this.#environment = environment;
  }

  pair(a: string, b: string): PairData {
    const [one, other] = [officialRecord(this.#db, a), officialRecord(this.#db, b)];
    return {
      id: pairId(a, b),
      a: this.#person(a, one),
      b: this.#person(b, other),
      differing: differingValues(this.#catalog, this.#environment.t, one?.fields ?? {}, other?.fields ?? {}),
    };
  }

  #person(id: string, record: OfficialRecordRows | null): DuplicateData["a"] {
    const text = (field: string) => {
      const value = record?.fields[field];
      return typeof value === "string" ? value : null;
    };
    const assignments = record?.rows.assignment ?? [];
    const open = assignments.filter(({ fields }) => fields["to"] === null);
    const today = isoToPacked(todayOf(this.#environment));
    // By the rule that counts people, of whatever kind the post is: a kiêm nhiệm is no main post beside another one.
    const main = mainRowOf(assignments, today, this.#catalog, postCategories);
    const shown = assignments.find((row) => row.id === main) ?? open.at(-1) ?? assignments.at(-1);
    const beside = open.filter((row) => row !== shown);
    const posts = [shown, ...beside].map(
      (row) => this.#catalog.postOfId(String(row?.fields["post"] ?? ""))?.name,
    );
    const creator = creatorOfRow(this.#db, uuidToBytes(id));
    return {
      id,
      fullName: text("fullName") ?? "",
      birth: text("birth"),
      sex: text("sex"),
      identityNumber: text("identityNumber"),
      unitName: this.#catalog.unitOfId(String(shown?.fields["unit"] ?? ""))?.fullName ?? "",
      postName: [...new Set(posts)].filter((name) => name !== undefined).join(", "),
      office: creator === null ? "" : this.names.of(creator),
    };
  }
}

/** The edits by which one record goes up in the other; see `joinDuplicate`. */
export function joinEdits(db: ReadHandle, kept: string, joined: string, chosen: readonly string[]): Edit[] {
  const fieldsOf = (id: string) => rowFields(db, "official", id)?.fields ?? {};
  const fields = takenValues(fieldsOf(kept), fieldsOf(joined), chosen);
  return [
    { kind: "update", entity: "official", id: kept, fields },
    { kind: "join", entity: "official", id: joined, into: kept },
  ];
}

/**
 * One record goes up in the other: its rows are shown there from now on, here and elsewhere, and what only it says of the
 * person is written there.
 * @param chosen fields of which both say something, and what `joined` says is to stand
 * @throws AppError row-unknown, roster-readonly
 */
export function joinDuplicate(
  roster: OpenRoster,
  kept: string,
  joined: string,
  chosen: readonly string[] = [],
): { changeId: number } & Written {
  if (kept === joined) throw appError("row-unknown", { id: joined });
  const edits = joinEdits(roster.db, kept, joined, chosen);
  const { changeId, proposed } = roster.write({ action: "join", reason: null, edits });
  if (changeId === null) throw new Error("A join that changed nothing");
  return { changeId, proposed };
}

/** Two people from now on, here and elsewhere. @throws AppError reference-missing, roster-readonly */
export function keepApart(roster: OpenRoster, a: string, b: string): { changeId: number } & Written {
  const [one = a, other = b] = pairId(a, b).split("+");
  const { changeId, proposed } = roster.write({
    action: "keepApart",
    reason: null,
    edits: [{ kind: "create", entity: "keptApart", id: roster.newId(), fields: { one, other } }],
  });
  if (changeId === null) throw new Error("Nothing was kept apart");
  return { changeId, proposed };
}

/**
 * Takes back that two people are kept apart, by whomever it was said: where they still look alike they are asked about again.
 * @returns by what they do; null where they do not
 * @throws AppError row-unknown where they are not kept apart, roster-readonly
 */
export function reviewPair(
  roster: OpenRoster,
  a: string,
  b: string,
): { changeId: number; why: PairApartData["why"] } & Written {
  const id = pairId(a, b);
  const pair = pairsApart(roster.db).find((one) => pairId(one.a, one.b) === id);
  if (pair === undefined) throw appError("row-unknown", { id: a });
  const { changeId, proposed } = roster.write({
    action: "reviewPair",
    reason: null,
    edits: pair.rows.map((row) => ({ kind: "remove", entity: "keptApart", id: row, reason: "" })),
  });
  if (changeId === null) throw new Error("Nothing was taken back");
  return { changeId, why: likenessIn(roster.db, a, b), proposed };
}
