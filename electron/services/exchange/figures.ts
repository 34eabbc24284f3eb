/** The table before and after a reception, and the people behind each of its numbers, for window and command line. */
import type { CallResult, ParsedArgs } from "../../../shared/contract/contract";
import { appError } from "../../../shared/contract/errors";
import type { UnitChangeData } from "../../../shared/contract/schemas/mass-changes";
import { type Standard, standardsAndAll } from "../../../shared/domain/values";
import { allInDocuments } from "../../../shared/statistics/by-unit";
import type { UnitChange } from "../../../shared/statistics/unit-changes";
import type { ReadHandle } from "../../roster/file/handle";
import type { ComparedPeople } from "../../roster/read/index/compared-people";
import { officialGridRows } from "../../roster/read/officials";
import type { Receiving } from "./receive";

export function figuresPage(
  { compared }: Receiving,
  offset: number,
  limit: number,
): CallResult<"receiveFigures"> {
  if (compared === null) return { total: 0, rows: [] };
  const rows = compared.units.slice(offset, offset + limit).map((change) => rowOf(compared, change));
  return { total: compared.units.length, rows };
}

function rowOf({ catalog }: ComparedPeople, change: UnitChange): UnitChangeData {
  const { unit: index, total, met, gone, come, asked } = change;
  const unit = catalog.units[index];
  if (unit === undefined) throw new RangeError(`No unit ${index}`);
  const { id: unitId, code: unitCode, fullName: unitName } = unit;
  return { unitId, unitCode, unitName, total, met, gone, come, asked: [...asked] };
}

/**
 * @param here the roster as it stands before, where people are still named whom the files remove
 * @throws AppError row-unknown
 */
export function peopleBehindFigure(
  { compared, session }: Receiving,
  here: ReadHandle,
  { unitId, standard, when, offset, limit }: ParsedArgs<"receiveFigurePeople">,
): CallResult<"receiveFigurePeople"> {
  const unit = compared?.catalog.unitOfId(unitId) ?? null;
  if (compared === null || unit === null) throw appError("row-unknown", { id: unitId });
  const people = compared.people(when, unit.index, standard);
  const shown = people.slice(offset, offset + limit);
  const pks = shown.map(({ pk }) => pk);
  const names = new Map(
    officialGridRows(when === "before" ? here : session.db, pks).map((row) => [row.pk, row]),
  );
  return {
    total: people.length,
    rows: shown.flatMap(({ pk, post, stays }) => {
      const person = names.get(pk);
      if (person === undefined) throw new Error(`Nobody has the row ${pk}`);
      return { id: person.id, name: person.fullName, post: compared.catalog.posts[post]?.name ?? "", stays };
    }),
  };
}

/** One figure that changes, as the command line prints it. */
export interface PrintedFigure {
  readonly unitCode: string;
  readonly standard: Standard | typeof allInDocuments;
  readonly before: number;
  readonly after: number;
}

export function printedFigures({ compared }: Receiving): PrintedFigure[] {
  if (compared === null) return [];
  return compared.units.flatMap(({ unit, met }) =>
    standardsAndAll.flatMap((standard) => {
      const { before, after } = met[standard];
      const unitCode = compared.catalog.units[unit]?.code ?? "";
      const name = standard === "all" ? allInDocuments : standard;
      return before === after ? [] : [{ unitCode, standard: name, before, after }];
    }),
  );
}
