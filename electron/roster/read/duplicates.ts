/**
 * People who look like one: the same identity number, or the same name as it sounds and the same full birth date.
 *
 * Nobody is joined by the program; those whom somebody kept apart are not shown again.
 */
import type { FieldValue } from "../../../shared/domain/entities";
import { bytesToUuid } from "../../../shared/sync/bytes";
import { foldName } from "../../../shared/text/fold";
import type { ReadHandle } from "../file/handle";
import { sql } from "../file/sql";
import { pairId, pairsKeptApart } from "./kept-apart";

export interface LikelyDuplicate {
  /** UUIDs, the smaller first. */
  readonly a: string;
  readonly b: string;
  readonly why: "identityNumber" | "nameAndBirth";
}

/** Letters of a birth of which day, month and year are known. */
const wholeDay = 10;

/** More pairs than anybody would look through. */
const most = 5000;

function sameNumber(db: ReadHandle): string[][] {
  const numbers = db.raw<[string]>(
    sql`SELECT identity_number FROM official WHERE identity_number IS NOT NULL
     GROUP BY identity_number HAVING count(*) > 1 LIMIT ${most}`,
  );
  return numbers.map(([number]) =>
    db
      .raw<[Buffer]>(sql`SELECT id FROM official WHERE identity_number = ${number} ORDER BY id`)
      .map(([id]) => bytesToUuid(id)),
  );
}

/** Birth days that several people have, then names without marks among these. */
function sameNameAndBirth(db: ReadHandle): string[][] {
  const groups = new Map<string, string[]>();
  const rows = db.raw<[Buffer, string, string]>(
    sql`SELECT id, coalesce(full_name, ''), birth FROM official WHERE length(birth) = ${wholeDay} ORDER BY id`,
  );
  const perDay = new Map<string, number>();
  for (const [, , birth] of rows) perDay.set(birth, (perDay.get(birth) ?? 0) + 1);
  for (const [id, name, birth] of rows) {
    if ((perDay.get(birth) ?? 0) < 2) continue;
    const key = `${birth} ${foldName(name)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [bytesToUuid(id)]);
    else group.push(bytesToUuid(id));
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

/** By what two people look alike as in `likelyDuplicates`, be they kept apart or not; null where they do not. */
export function likenessOf(
  one: Readonly<Record<string, FieldValue>>,
  other: Readonly<Record<string, FieldValue>>,
): LikelyDuplicate["why"] | null {
  const number = one["identityNumber"] ?? null;
  if (number !== null && number === other["identityNumber"]) return "identityNumber";
  const birth = one["birth"];
  const isSameDay = typeof birth === "string" && birth.length === wholeDay && birth === other["birth"];
  const [name, otherName] = [one, other].map(({ fullName }) => foldName(String(fullName ?? "")));
  return isSameDay && name === otherName ? "nameAndBirth" : null;
}

/** People among whom pairs are looked for without being asked; of more only the list itself, when it is opened. */
const quicklyCounted = 20_000;

/** How many pairs there are; 0 in a roster of so many people that looking would be felt. */
export function duplicateCount(db: ReadHandle): number {
  const people = db.value<number>(sql`SELECT count(*) FROM official`) ?? 0;
  return people > quicklyCounted ? 0 : likelyDuplicates(db).length;
}

/** Pairs, those of one identity number first. */
export function likelyDuplicates(db: ReadHandle): LikelyDuplicate[] {
  const apart = pairsKeptApart(db);
  const seen = new Set<string>();
  const found: LikelyDuplicate[] = [];
  const take = (groups: readonly string[][], why: LikelyDuplicate["why"]) => {
    for (const group of groups) {
      for (const [place, one] of group.entries()) {
        for (const other of group.slice(place + 1)) {
          // Of a number that everybody was given there are more pairs than can be gone through.
          if (found.length >= most) return;
          const id = pairId(one, other);
          if (seen.has(id) || apart.has(id)) continue;
          seen.add(id);
          const [a = one, b = other] = id.split("+");
          found.push({ a, b, why });
        }
      }
    }
  };
  take(sameNumber(db), "identityNumber");
  take(sameNameAndBirth(db), "nameAndBirth");
  return found;
}
