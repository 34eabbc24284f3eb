/** What records are held against while an import is planned: today's catalogs, rows that answers add, seats of classes. */
import { careerIssues } from "../../../shared/career/record-checks";
import { isoToPacked } from "../../../shared/domain/partial-date";
import type { RecordChecks } from "../../../shared/import/check-writes";
import { PlacesOfClasses } from "../class-places";
import { type Environment, todayOf } from "../environment";
import type { OpenRoster } from "../open-roster";
import type { NewRows } from "./new-rows";

/** For one plan: seats that it gives to somebody are taken for whoever comes after. */
export function recordChecks(roster: OpenRoster, environment: Environment, newRows: NewRows): RecordChecks {
  const catalog = roster.catalog();
  const today = isoToPacked(todayOf(environment));
  const places = new PlacesOfClasses(roster);
  return {
    today,
    asOf: today,
    unitOf: (id) => catalog.unitOfId(id),
    postOf: (id) => catalog.postOfId(id) ?? newRows.postInBeing(id),
    career: careerIssues,
    classesFor: (person) => {
      const classOf = places.for(person);
      // Of a class that an answer adds nothing is said yet.
      return (id) => classOf(id) ?? (newRows.all.has(id) ? undefined : null);
    },
    onPlanned: (person, writes) => places.take(person, writes),
  };
}
