/** Likely duplicates as two records side by side; joining and keeping apart are changes that can be undone. */
import { appError } from "../../../shared/contract/errors";
import type { Written } from "../../../shared/contract/schemas/proposed";
import type { DuplicateData, PairApartData, PairData } from "../../../shared/contract/schemas/conflicts";
import type { EntityName, FieldValue } from "../../../shared/domain/entities";
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
import { rowLabel } from "../row-label";
import type { CatalogFacts } from "../../roster/read/index/catalog-facts";
import { mainPostsOf, rowsJoined, rowTwins } from "./joined-rows";
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
      same: rowTwins(this.#db, a, b).map(({ entity, fields }) => ({
        entity,
        text: this.#label(entity, fields),
      })),
      mainPosts: this.#mainPosts(a, b),
    };
  }

  #label(entity: EntityName, fields: Readonly<Record<string, FieldValue>>): string {
    const { t } = this.#environment;
    return rowLabel(this.#catalog, t, entity, (field) => fields[field] ?? null);
  }

  #mainPosts(a: string, b: string): PairData["mainPosts"] {
    const posts = mainPostsOf(this.#db, a, b);
    if (posts.length < 2) return [];
    const counted = new Set(
      [a, b].map((id) => this.#mainOf(officialRecord(this.#db, id)?.rows.assignment ?? [])),
    );
    const sides = { one: "a", other: "b", both: "both" } as const;
    return posts
      .map(({ rows, of }) => {
        const fields = rowFields(this.#db, "assignment", rows[0])?.fields ?? {};
        const isCounted = rows.some((id) => counted.has(id));
        return { id: rows[0], of: sides[of], text: this.#label("assignment", fields), isCounted };
      })
      .sort((one, other) => Number(other.isCounted) - Number(one.isCounted))
      .map(({ id, of, text }) => ({ id, of, text }));
  }

  /** By the rule that counts people, of whatever kind the post is: a kiêm nhiệm is no main post beside another one. */
  #mainOf(assignments: OfficialRecordRows["rows"]["assignment"]): string | null {
    return mainRowOf(assignments, isoToPacked(todayOf(this.#environment)), this.#catalog, postCategories);
  }

  #person(id: string, record: OfficialRecordRows | null): DuplicateData["a"] {
    const text = (field: string) => {
      const value = record?.fields[field];
      return typeof value === "string" ? value : null;
    };
    const assignments = record?.rows.assignment ?? [];
    const open = assignments.filter(({ fields }) => fields["to"] === null);
    const main = this.#mainOf(assignments);
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

/** What a clerk chose of two records that are joined. */
export interface Joining {
  /** Fields of which both say something, and what the record that goes up says is to stand. */
  readonly take?: readonly string[];
  /** The post that stays the main one, as `PairData` names it; by default what the kept record says. */
  readonly main?: string | null;
}

/**
 * The edits by which one record goes up in the other; see `joinDuplicate`.
 * @throws AppError row-unknown for a main post that is none of theirs
 */
export function joinEdits(
  db: ReadHandle,
  kept: string,
  joined: string,
  { take = [], main = null }: Joining,
): Edit[] {
  const isTheirs = mainPostsOf(db, kept, joined).some(({ rows }) => main !== null && rows.includes(main));
  if (main !== null && !isTheirs) throw appError("row-unknown", { id: main });
  const fieldsOf = (id: string) => rowFields(db, "official", id)?.fields ?? {};
  const fields = takenValues(fieldsOf(kept), fieldsOf(joined), take);
  return [
    { kind: "update", entity: "official", id: kept, fields },
    ...rowsJoined(db, kept, joined, main),
    { kind: "join", entity: "official", id: joined, into: kept },
  ];
}

/**
 * One record goes up in the other: its rows are shown there from now on, here and elsewhere, and what only it says of the
 * person is written there. Rows that both have alike become one, and one post stays the main one.
 * @throws AppError row-unknown, roster-readonly
 */
export function joinDuplicate(
  roster: OpenRoster,
  kept: string,
  joined: string,
  joining: Joining = {},
): { changeId: number } & Written {
  if (kept === joined) throw appError("row-unknown", { id: joined });
  const edits = joinEdits(roster.db, kept, joined, joining);
  const { changeId, proposed } = roster.write({ action: "join", reason: null, edits });
  if (changeId === null) throw new Error("A join that changed nothing");
  return { changeId, proposed };
}

/** Two people from now on, here and elsewhere. @throws AppError row-unknown where one of them is not there, roster-readonly */
export function keepApart(roster: OpenRoster, a: string, b: string): { changeId: number } & Written {
  const gone = [a, b].find((id) => rowFields(roster.db, "official", id) === null);
  if (gone !== undefined) throw appError("row-unknown", { entity: "official", id: gone });
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
