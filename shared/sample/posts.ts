/**
 * What the sample knows of each post: who tends to hold it, what they studied, where they came from.
 *
 * Keys are those of the shipped posts, and every key is looked up when a sample starts: a post renamed in the catalog
 * must stop the sample there and not leave officials without a post.
 */
import { type ShippedPost, shippedPost } from "../catalog/posts";
import type { AssignmentKind } from "../domain/values";
import type { WorkField } from "./schools";

/** leader: Party, council, committee; mass: Mặt trận and đoàn thể; servant: công chức; head: of an office since 2025. */
export type Tier = "leader" | "mass" | "servant" | "commander" | "head" | "partTime";

export interface PostTraits {
  readonly tier: Tier;
  readonly work: WorkField;
  /** Percent of men among those who hold it. */
  readonly male: number;
  /** Youngest and oldest age on the as-of day; women stop at the retirement age of theirs. */
  readonly ages: readonly [number, number];
  /** How people come to it. */
  readonly kind: AssignmentKind;
  /** Posts that people held before, likelier ones repeated. */
  readonly before: readonly SamplePostKey[];
  /** A commune has at most one holder. */
  readonly single: boolean;
}

function traits(
  tier: Tier,
  work: WorkField,
  male: number,
  ages: readonly [number, number],
  kind: AssignmentKind,
  before: readonly SamplePostKey[],
  single: boolean,
): PostTraits {
  return { tier, work, male, ages, kind, before, single };
}

export type SamplePostKey =
  | "partySecretary"
  | "partyDeputySecretary"
  | "peoplesCouncilChair"
  | "peoplesCouncilViceChair"
  | "peoplesCommitteeChair"
  | "peoplesCommitteeViceChair"
  | "fatherlandFrontChair"
  | "youthUnionSecretary"
  | "womensUnionChair"
  | "farmersUnionChair"
  | "veteransAssociationChair"
  | "militaryCommander"
  | "policeChief"
  | "officeStatistics"
  | "landAgriculture"
  | "landUrban"
  | "financeAccounting"
  | "justiceCivilStatus"
  | "cultureSociety"
  | "officeChief"
  | "officeDeputyChief"
  | "economyHead"
  | "economyDeputyHead"
  | "economyUrbanHead"
  | "economyUrbanDeputyHead"
  | "cultureSocietyHead"
  | "cultureSocietyDeputyHead"
  | "publicServiceDirector"
  | "publicServiceDeputyDirector"
  | "specialist"
  | "partTime";

const oldServants = ["officeStatistics", "landAgriculture", "cultureSociety"] as const;

export const postTraits: Readonly<Record<SamplePostKey, PostTraits>> = {
  partySecretary: traits(
    "leader",
    "leading",
    84,
    [41, 57],
    "elected",
    ["peoplesCommitteeChair", "partyDeputySecretary"],
    true,
  ),
  partyDeputySecretary: traits(
    "leader",
    "leading",
    74,
    [36, 56],
    "elected",
    ["peoplesCommitteeViceChair", "fatherlandFrontChair", "officeStatistics"],
    false,
  ),
  peoplesCouncilChair: traits("leader", "leading", 84, [41, 57], "elected", ["partyDeputySecretary"], true),
  peoplesCouncilViceChair: traits(
    "leader",
    "leading",
    70,
    [35, 57],
    "elected",
    ["farmersUnionChair", "cultureSociety", "fatherlandFrontChair"],
    false,
  ),
  peoplesCommitteeChair: traits(
    "leader",
    "leading",
    88,
    [38, 56],
    "elected",
    ["peoplesCommitteeViceChair", "partyDeputySecretary"],
    true,
  ),
  peoplesCommitteeViceChair: traits(
    "leader",
    "leading",
    80,
    [34, 56],
    "elected",
    ["landAgriculture", "officeStatistics", "financeAccounting", "youthUnionSecretary"],
    false,
  ),
  fatherlandFrontChair: traits(
    "mass",
    "culture",
    72,
    [38, 58],
    "elected",
    ["farmersUnionChair", "veteransAssociationChair", "cultureSociety"],
    true,
  ),
  youthUnionSecretary: traits("mass", "youth", 58, [27, 34], "elected", ["partTime"], true),
  womensUnionChair: traits("mass", "culture", 0, [31, 52], "elected", ["partTime", "cultureSociety"], true),
  farmersUnionChair: traits(
    "mass",
    "land",
    70,
    [35, 56],
    "elected",
    ["partTime", "youthUnionSecretary"],
    true,
  ),
  veteransAssociationChair: traits(
    "mass",
    "leading",
    98,
    [46, 59],
    "elected",
    ["policeChief", "partTime"],
    true,
  ),
  militaryCommander: traits("commander", "military", 100, [29, 47], "appointed", ["partTime"], true),
  policeChief: traits("servant", "military", 100, [32, 55], "recruited", [], true),
  officeStatistics: traits(
    "servant",
    "office",
    38,
    [27, 55],
    "recruited",
    ["partTime", "cultureSociety"],
    false,
  ),
  landAgriculture: traits(
    "servant",
    "land",
    76,
    [27, 55],
    "recruited",
    ["partTime", "officeStatistics"],
    false,
  ),
  landUrban: traits("servant", "land", 76, [27, 55], "recruited", ["partTime"], false),
  financeAccounting: traits("servant", "finance", 24, [27, 54], "recruited", ["partTime"], false),
  justiceCivilStatus: traits("servant", "justice", 48, [27, 55], "recruited", ["officeStatistics"], false),
  cultureSociety: traits(
    "servant",
    "culture",
    36,
    [27, 55],
    "recruited",
    ["partTime", "youthUnionSecretary"],
    false,
  ),
  officeChief: traits("head", "office", 62, [34, 56], "appointed", oldServants, true),
  officeDeputyChief: traits("head", "office", 50, [31, 55], "appointed", oldServants, false),
  economyHead: traits(
    "head",
    "land",
    76,
    [34, 57],
    "appointed",
    ["landAgriculture", "peoplesCommitteeViceChair"],
    true,
  ),
  economyDeputyHead: traits(
    "head",
    "land",
    68,
    [31, 55],
    "appointed",
    ["landAgriculture", "financeAccounting"],
    false,
  ),
  economyUrbanHead: traits(
    "head",
    "land",
    78,
    [34, 57],
    "appointed",
    ["landUrban", "peoplesCommitteeViceChair"],
    true,
  ),
  economyUrbanDeputyHead: traits(
    "head",
    "land",
    68,
    [31, 55],
    "appointed",
    ["landUrban", "financeAccounting"],
    false,
  ),
  cultureSocietyHead: traits(
    "head",
    "culture",
    58,
    [34, 56],
    "appointed",
    ["cultureSociety", "peoplesCouncilViceChair"],
    true,
  ),
  cultureSocietyDeputyHead: traits(
    "head",
    "culture",
    46,
    [31, 55],
    "appointed",
    ["cultureSociety", "womensUnionChair"],
    false,
  ),
  publicServiceDirector: traits(
    "head",
    "office",
    60,
    [35, 56],
    "appointed",
    ["justiceCivilStatus", "officeStatistics"],
    true,
  ),
  publicServiceDeputyDirector: traits(
    "head",
    "justice",
    48,
    [31, 55],
    "appointed",
    ["justiceCivilStatus", "officeStatistics"],
    false,
  ),
  specialist: traits(
    "servant",
    "office",
    46,
    [24, 57],
    "transferred",
    ["officeStatistics", "landAgriculture", "financeAccounting", "justiceCivilStatus", "cultureSociety"],
    false,
  ),
  partTime: traits("partTime", "office", 55, [24, 57], "other", [], false),
};

/** The shipped post of a key. @throws Error when the catalog has it no more: the sample and the catalog disagree */
export function samplePost(key: SamplePostKey): ShippedPost {
  const post = shippedPost(key);
  if (post === null) throw new Error(`The sample needs the post ${key}`);
  return post;
}

/** Whether recruitment rules (and their grace) speak of the post: công chức, but not the military commander. */
export function isServant(key: SamplePostKey): boolean {
  return postTraits[key].tier === "servant" && key !== "policeChief";
}
