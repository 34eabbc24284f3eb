/**
 * Size and make-up of the large samples: how many officials a commune has since 01/07/2025 and in which posts.
 *
 * Unlike Thanh Ba's these figures are nobody's: they only have to be about as many as there are, with every kind of
 * post, so that speed and size are tried on something like the real thing.
 */
import type { SamplePostKey } from "./posts";
import type { Random } from "./random";

/**
 * How many officials each of so many communes has.
 * @param total what the counts sum to
 */
export function headcounts(random: Random, communes: number, total: number): number[] {
  const weights = Array.from({ length: communes }, () => random.between(58, 92));
  const sum = weights.reduce((all, weight) => all + weight, 0);
  let weighed = 0;
  let given = 0;
  return weights.map((weight) => {
    weighed += weight;
    const upTo = Math.round((total * weighed) / sum);
    const count = upTo - given;
    given = upTo;
    return count;
  });
}

const leading: readonly SamplePostKey[] = [
  "partySecretary",
  "partyDeputySecretary",
  "peoplesCouncilViceChair",
  "peoplesCommitteeChair",
  "peoplesCommitteeViceChair",
  "peoplesCommitteeViceChair",
  "fatherlandFrontChair",
  "youthUnionSecretary",
  "womensUnionChair",
  "farmersUnionChair",
  "veteransAssociationChair",
  "militaryCommander",
  "officeChief",
  "officeDeputyChief",
];

const offices: readonly SamplePostKey[] = [
  "cultureSocietyHead",
  "cultureSocietyDeputyHead",
  "cultureSocietyDeputyHead",
  "publicServiceDeputyDirector",
];

/**
 * The posts of a commune's officials, one a person; all further ones are công chức chuyên môn.
 * @param urban a phường, whose economic office has another name
 * @param ownDirector whether the public service centre has a director of its own, and not a vice chair as such
 */
export function staffSince2025(headcount: number, urban: boolean, ownDirector: boolean): SamplePostKey[] {
  const economy: readonly SamplePostKey[] = urban
    ? ["economyUrbanHead", "economyUrbanDeputyHead", "economyUrbanDeputyHead"]
    : ["economyHead", "economyDeputyHead", "economyDeputyHead"];
  const posts = [...leading, ...economy, ...offices];
  if (ownDirector) posts.push("publicServiceDirector");
  while (posts.length < headcount) posts.push("specialist");
  return posts.slice(0, headcount);
}
