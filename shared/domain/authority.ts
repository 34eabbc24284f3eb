/**
 * Who may write rows of an entity: the kinds from which the registry chooses one for each, and why a change waits.
 *
 * - `person`: whoever covers a unit of the person whose row it is; units that the row names must be covered too
 * - `parent`: whoever covers the unit that the row stands under; what stands under none belongs to the top
 * - `maker`: each office makes such rows, and they are changed by whoever covers the unit of the office that did
 * - `top`: the highest office above the reader alone, since such rows judge everybody
 * - `office`: offices of the unit whose office made it
 * - `anybody`: every office whose key is known; such rows change nothing that is counted
 * - `credential`: whoever may say which unit a key belongs to; `decision`: whoever could have written what it decides
 */
export const authorities = [
  "person",
  "parent",
  "maker",
  "top",
  "office",
  "anybody",
  "credential",
  "decision",
] as const;
export type AuthorityKind = (typeof authorities)[number];

/** Why what an office wrote does not count by itself. */
export const proposalReasons = [
  "notItsPeople",
  "notItsUnit",
  "higherList",
  "othersOffice",
  "unknownAuthor",
  "revokedKey",
] as const;
export type ProposalReason = (typeof proposalReasons)[number];

/** What somebody with authority says of a proposal. */
export const verdicts = ["accept", "refuse"] as const;
export type Verdict = (typeof verdicts)[number];

/** What can be done about a proposal: decided by whoever has authority, or taken back by whoever made it. */
export const answers = [...verdicts, "withdraw"] as const;
export type Answer = (typeof answers)[number];

/**
 * How an op stands in a roster: it counts, waits as a proposal, was refused, or names another entity than the one that
 * its row was made as.
 */
export const standing = { counts: 0, waits: 1, refused: 2, aside: 3 } as const;
export type Standing = (typeof standing)[keyof typeof standing];
