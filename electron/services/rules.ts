/** The rules as a whole: what is kept for reference beside the texts that judge. */
import type { OfferedSet } from "../../shared/contract/schemas/rules";
import { referenceSet } from "../../shared/catalog/reference-set";
import { textOf } from "../../shared/domain/validate/fields";
import { allStandardSets, chosenStandards } from "../roster/read/standards";
import { choiceOfStandardsId } from "../../shared/catalog/ids";
import { standards } from "../../shared/domain/values";
import { countedStandards } from "../../shared/standards/counted";
import { readStandardSets } from "../../shared/standards/from-rows";
import type { CallResult } from "../../shared/contract/contract";
import type { OpenRoster } from "./open-roster";

/** The shipped sets of reference that hold on a day, in use or not. @param on ISO day */
export function referenceRules({ db }: OpenRoster, on: string): OfferedSet[] {
  return allStandardSets(db).flatMap(({ id, fields }) => {
    const [from, to] = [textOf(fields, "validFrom") ?? on, textOf(fields, "validTo") ?? on];
    if (id !== referenceSet.set.id || on < from || to < on) return [];
    const { inUse } = fields;
    return [
      {
        id,
        name: textOf(fields, "name") ?? "",
        note: textOf(fields, "note"),
        validFrom: from,
        inUse: inUse !== false,
        verified: fields["verified"] === true,
      },
    ];
  });
}

/** Which standards are shown and counted, whether they were chosen, and of which no rule in use speaks. */
export function standardChoice({ db }: OpenRoster): CallResult<"standardChoice"> {
  const { sets, rules } = readStandardSets(allStandardSets(db));
  const chosen = chosenStandards(db);
  const spoken = countedStandards(null, sets, rules);
  return {
    id: choiceOfStandardsId(),
    chosen: chosen === null ? null : standards.filter((standard) => chosen.includes(standard)),
    counted: [...countedStandards(chosen, sets, rules)],
    withoutRules: standards.filter((standard) => !spoken.includes(standard)),
  };
}
