/**
 * Nominations (quy hoạch) for the key posts of each commune of Thanh Ba, for the terms that run on the as-of day, so that the
 * page of quy hoạch has people who are ready, some who lack a level and some who will retire. Made up like everything else.
 *
 * Drawn from a source of its own: whoever is drawn before has the same life with it as without.
 */
import { shippedPosts } from "../catalog/posts";
import { dateOf } from "../domain/checks/reading";
import { earliestDay, latestDay } from "../domain/partial-date";
import type { NextId } from "./ids";
import { type SamplePostKey, samplePost } from "./posts";
import type { Random } from "./random";
import type { FurtherRow, SamplePerson } from "./types";

const packedAsOf = 20_211_001;
const postKeys = new Map(shippedPosts.map(({ id, key }) => [id, key]));

interface Title {
  readonly post: SamplePostKey;
  readonly side: "party" | "government";
  /** Posts of those who are nominated for it. */
  readonly from: readonly SamplePostKey[];
}

const titles: readonly Title[] = [
  { post: "partySecretary", side: "party", from: ["peoplesCommitteeChair", "partyDeputySecretary"] },
  {
    post: "partyDeputySecretary",
    side: "party",
    from: ["peoplesCommitteeViceChair", "fatherlandFrontChair", "youthUnionSecretary"],
  },
  {
    post: "peoplesCommitteeChair",
    side: "government",
    from: ["peoplesCommitteeViceChair", "partyDeputySecretary"],
  },
  {
    post: "peoplesCommitteeViceChair",
    side: "government",
    from: ["officeStatistics", "financeAccounting", "landAgriculture", "youthUnionSecretary"],
  },
  {
    post: "peoplesCouncilViceChair",
    side: "government",
    from: ["farmersUnionChair", "womensUnionChair", "officeStatistics", "financeAccounting"],
  },
];

const ofSide = {
  party: { term: "2020-2025", decided: "2019-08-15" },
  government: { term: "2021-2026", decided: "2020-11-20" },
} as const;

/** Quy định 377-QĐ/TW, as plo.vn 875999 tells of it: no more than three for a title; the sample has two. */
const mostNominees = 2;

/** The people of one commune, some of them nominated. */
export function withPlanning(
  random: Random,
  nextId: NextId,
  people: readonly SamplePerson[],
): SamplePerson[] {
  const held = people.map(mainPost);
  const rows = new Map<string, FurtherRow[]>();
  for (const title of titles) {
    const fit = people.filter(
      ({ further }, at) =>
        title.from.some((post) => post === held[at]?.key) &&
        // Whoever was disciplined is not nominated.
        !further.some(({ entity }) => entity === "discipline"),
    );
    for (const person of random.shuffled(fit).slice(0, mostNominees)) {
      const { term, decided } = ofSide[title.side];
      const unit = held[people.indexOf(person)]?.unit ?? null;
      const fields = {
        official: person.id,
        side: title.side,
        term,
        post: samplePost(title.post).id,
        unit,
        from: decided,
        decisionNumber: `${random.between(100, 900)}-QĐ/HU`,
        decisionDate: decided,
      };
      rows.set(person.id, [...(rows.get(person.id) ?? []), { entity: "planning", id: nextId(), fields }]);
    }
  }
  return people.map((person) => ({
    ...person,
    further: [...person.further, ...(rows.get(person.id) ?? [])],
  }));
}

/** The main post held on the as-of day, and where; null for who serves no more or not yet. */
function mainPost({ assignments }: SamplePerson) {
  const main = assignments.find(({ fields }) => {
    const [from, to] = [dateOf(fields, "from"), dateOf(fields, "to")];
    const isOver = to !== null && earliestDay(to) < packedAsOf;
    return fields.main === true && from !== null && latestDay(from) <= packedAsOf && !isOver;
  });
  if (main === undefined) return null;
  return { key: postKeys.get(String(main.fields.post)), unit: String(main.fields.unit) };
}
