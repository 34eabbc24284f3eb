/** Plans that were kept: which there are, how many people and turns each has, and what two of them share. */
import type { CallResult } from "../../../shared/contract/contract";
import { textOf } from "../../../shared/domain/validate/fields";
import { allRows } from "../../roster/read/rows";
import type { OpenRoster } from "../open-roster";

/** The newest first. */
export function keptPlans(roster: OpenRoster): CallResult<"planList"> {
  const { db } = roster;
  const catalog = roster.catalog();
  const people = peopleOfPlans(roster);
  const plans = allRows(db, "trainingPlan").map(({ id, fields }) => {
    const unit = textOf(fields, "unit");
    const entries = people.get(id) ?? [];
    return {
      id,
      name: textOf(fields, "name") ?? "",
      standard: textOf(fields, "standard") ?? "",
      target: typeof fields["target"] === "number" ? fields["target"] : 0,
      day: textOf(fields, "day") ?? "",
      made: textOf(fields, "made"),
      unitName: unit === null ? null : (catalog.unitOfId(unit)?.fullName ?? null),
      people: new Set(entries).size,
      turns: entries.length,
    };
  });
  return { plans: plans.sort((a, b) => compare(b.made ?? "", a.made ?? "") || compare(a.id, b.id)) };
}

export function comparePlans(roster: OpenRoster, one: string, other: string): CallResult<"planCompare"> {
  const people = peopleOfPlans(roster);
  const [ofOne, ofOther] = [new Set(people.get(one)), new Set(people.get(other))];
  const both = [...ofOne].filter((person) => ofOther.has(person)).length;
  return { both, onlyOne: ofOne.size - both, onlyOther: ofOther.size - both };
}

/** Officials by plan, once for each class that they take. */
function peopleOfPlans({ db }: OpenRoster): Map<string, string[]> {
  const people = new Map<string, string[]>();
  for (const { fields } of allRows(db, "planEntry")) {
    const [plan, official] = [textOf(fields, "plan"), textOf(fields, "official")];
    if (plan === null || official === null) continue;
    const some = people.get(plan);
    if (some === undefined) people.set(plan, [official]);
    else some.push(official);
  }
  return people;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
