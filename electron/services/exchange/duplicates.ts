/** Likely duplicates as two records side by side; joining and keeping apart are changes that can be undone. */
import { appError } from "../../../shared/contract/errors";
import type { Written } from "../../../shared/contract/schemas/proposed";
import type { DuplicateData } from "../../../shared/contract/schemas/conflicts";
import { isoToPacked, type PackedDay } from "../../../shared/domain/partial-date";
import { postCategories } from "../../../shared/domain/values";
import { mainRowOf } from "../../../shared/standards/read";
import { uuidToBytes } from "../../../shared/sync/bytes";
import type { ReadHandle } from "../../roster/file/handle";
import { creatorOfRow } from "../../roster/log/op-rows";
import { type LikelyDuplicate, likelyDuplicates } from "../../roster/read/duplicates";
import { pairId } from "../../roster/read/kept-apart";
import { officialRecord } from "../../roster/read/officials";
import { type Environment, todayOf } from "../environment";
import type { OpenRoster } from "../open-roster";
import type { CatalogFacts } from "../../roster/read/index/catalog-facts";
import { type OfficeNames, officeNames } from "./office-names";

export function duplicatesPage(
  roster: OpenRoster,
  environment: Environment,
  offset: number,
  limit: number,
): { total: number; rows: DuplicateData[] } {
  const pairs = likelyDuplicates(roster.db);
  const names = officeNames(roster, environment);
  const catalog = roster.catalog();
  const today = isoToPacked(todayOf(environment));
  const person = (id: string) => personOf(roster.db, catalog, names, today, id);
  return {
    total: pairs.length,
    rows: pairs.slice(offset, offset + limit).map(({ a, b, why }: LikelyDuplicate) => ({
      id: pairId(a, b),
      why,
      a: person(a),
      b: person(b),
    })),
  };
}

function personOf(
  db: ReadHandle,
  catalog: CatalogFacts,
  names: OfficeNames,
  today: PackedDay,
  id: string,
): DuplicateData["a"] {
  const record = officialRecord(db, id);
  const text = (field: string) => {
    const value = record?.fields[field];
    return typeof value === "string" ? value : null;
  };
  const assignments = record?.rows.assignment ?? [];
  const open = assignments.filter(({ fields }) => fields["to"] === null);
  // By the rule that counts people, of whatever kind the post is: a kiêm nhiệm is no main post beside another one.
  const main = mainRowOf(assignments, today, catalog, postCategories);
  const shown = assignments.find((row) => row.id === main) ?? open.at(-1) ?? assignments.at(-1);
  const beside = open.filter((row) => row !== shown);
  const posts = [shown, ...beside].map((row) => catalog.postOfId(String(row?.fields["post"] ?? ""))?.name);
  const creator = creatorOfRow(db, uuidToBytes(id));
  return {
    id,
    fullName: text("fullName") ?? "",
    birth: text("birth"),
    sex: text("sex"),
    identityNumber: text("identityNumber"),
    unitName: catalog.unitOfId(String(shown?.fields["unit"] ?? ""))?.fullName ?? "",
    postName: [...new Set(posts)].filter((name) => name !== undefined).join(", "),
    office: creator === null ? "" : names.of(creator),
  };
}

/**
 * One record goes up in the other: its rows are shown there from now on, here and elsewhere.
 * @throws AppError row-unknown, roster-readonly
 */
export function joinDuplicate(
  roster: OpenRoster,
  kept: string,
  joined: string,
): { changeId: number } & Written {
  if (kept === joined) throw appError("row-unknown", { id: joined });
  const { changeId, proposed } = roster.write({
    action: "join",
    reason: null,
    edits: [{ kind: "join", entity: "official", id: joined, into: kept }],
  });
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
