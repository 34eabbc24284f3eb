/** How many of the people of a list are judged by law that nobody compared with its text, standard by standard. */
import type { Standard } from "../../../shared/domain/values";
import { peopleByStandard } from "../../../shared/report/statistics-values";
import { type Snapshot, unverifiedRules } from "../../../shared/statistics/snapshot";

/**
 * @param people indices of the facts
 * @param tells whether the list tells how a person stands under a standard; it does of everybody where this is left out
 * @returns in words; empty for nobody
 */
export function unverifiedPeople(
  snapshot: Snapshot,
  told: readonly Standard[],
  people: Int32Array,
  tells: (person: number, standard: Standard) => boolean = () => true,
): string {
  const unverified = unverifiedRules(snapshot);
  return peopleByStandard(
    told.map((standard) => {
      let count = 0;
      for (const person of people)
        if (unverified[(snapshot.rule[standard][person] ?? -1) + 1] === 1 && tells(person, standard))
          count += 1;
      return { standard, people: count };
    }),
  );
}
