/**
 * What the tables hold of people, with units and posts by the indices of a catalog: one person, as a change touched them,
 * or everybody, as a reading brought them. The index and the comparison of two states of a roster read alike.
 */
import type { AssignmentRow, PersonRow, QualificationRow } from "../../../../shared/statistics/fact-columns";
import type { Facts } from "../../../../shared/statistics/facts";
import type { ReadHandle } from "../../file/handle";
import { assignmentFactsOf, officialFactsOf, qualificationFactsOf } from "../facts";
import type { CatalogFacts } from "./catalog-facts";
import type { LoadedFacts } from "./load-facts";

export interface PersonFacts {
  readonly person: PersonRow;
  readonly assignments: readonly AssignmentRow[];
  readonly qualifications: readonly QualificationRow[];
}

/** @returns null for somebody who is not there */
export function personFactsOf(db: ReadHandle, catalog: CatalogFacts, pk: number): PersonFacts | null {
  const official = officialFactsOf(db, pk);
  if (official === null) return null;
  const [, birth, sex, party, ethnicity, religion] = official;
  return {
    person: { pk, birth, sex, party, ethnicity, religion },
    assignments: assignmentFactsOf(db, pk).map(([id, , unitPk, postPk, from, to, mark]) => ({
      pk: id,
      unit: catalog.unitOfPk(unitPk),
      post: catalog.postOfPk(postPk),
      from,
      to,
      mark,
    })),
    qualifications: qualificationFactsOf(db, pk).map(([, , kind, rank, major, granted, recorded]) => ({
      kind,
      rank,
      major,
      granted,
      recorded,
    })),
  };
}

/** Facts that were read, whose units and posts are named by the catalog's indices from now on. */
export function withIndices({ facts, unitPks, postPks }: LoadedFacts, catalog: CatalogFacts): Facts {
  const units = unitPks.map((pk) => catalog.unitOfPk(pk));
  const posts = postPks.map((pk) => catalog.postOfPk(pk));
  const { unit, post } = facts.assignments;
  for (let row = 0; row < unit.length; row++) {
    unit[row] = units[unit[row] ?? -1] ?? -1;
    post[row] = posts[post[row] ?? -1] ?? -1;
  }
  return facts;
}
