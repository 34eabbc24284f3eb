/** The reader of each list, by the key of its form: a list without one fails types. */
import { appError } from "../../../../shared/contract/errors";
import {
  fieldsOf,
  type ListingKey,
  type ListingQuestion,
  listingQuestionSchema,
  listings,
} from "../../../../shared/contract/schemas/listings";
import type { ReportSource } from "../../../../shared/report/source";
import { classes, learners } from "./classes";
import { due, dueUnknown } from "./due";
import { evaluations } from "./evaluations";
import { type Listed, type ListingPlace, sourceOfListed } from "./listing";
import { planLeft, planSent } from "./plan";
import { keyPosts, nominees } from "./planning";
import { salary, salaryUnknown } from "./salary";

type Readers = {
  readonly [K in ListingKey]: (place: ListingPlace, question: ListingQuestion<K>) => Promise<Listed>;
};

const readers: Readers = {
  due,
  "due-unknown": dueUnknown,
  "plan-sent": planSent,
  "plan-left": planLeft,
  classes,
  learners,
  nominees,
  "key-posts": keyPosts,
  evaluations,
  salary,
  "salary-unknown": salaryUnknown,
};

function readListed<K extends ListingKey>(
  place: ListingPlace,
  question: ListingQuestion<K>,
): Promise<Listed> {
  const reader: Readers[K] = readers[question.of];
  return reader(place, question);
}

/**
 * The list of a form.
 * @param asked what its screen shows; left out: what it shows first
 * @throws AppError listing-needs where there is nothing to list without a field; as the readers; cancelled
 */
export async function listingSource(
  place: ListingPlace,
  key: ListingKey,
  asked: ListingQuestion | undefined,
): Promise<ReportSource> {
  const question = asked ?? emptyQuestion(key);
  if (question.of !== key) throw appError("bad-request", { detail: "listing" });
  const { needs } = listings[key];
  if (needs !== null && new Map(Object.entries(question)).get(needs) === null)
    throw appError("listing-needs", { form: key, option: needs });
  return sourceOfListed(await readListed(place, question), place.watch);
}

function emptyQuestion(key: ListingKey): ListingQuestion {
  return listingQuestionSchema.parse({
    of: key,
    ...Object.fromEntries(fieldsOf(key).map((name) => [name, null])),
  });
}
