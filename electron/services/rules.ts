/** The rules as a whole: what is kept for reference beside the texts that judge. */
import type { OfferedSet } from "../../shared/contract/schemas/rules";
import { referenceSet } from "../../shared/catalog/reference-set";
import { textOf } from "../../shared/domain/validate/fields";
import { allStandardSets } from "../roster/read/standards";
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
