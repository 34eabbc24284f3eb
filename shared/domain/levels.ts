/**
 * The ladders of education and training levels, low to high.
 *
 * Standards compare levels by their place on a ladder, forms print them, clerks pick them from a list;
 * a second copy of any ladder would let the screen and a report disagree about who is above whom.
 * Source: the groups printed in BM02/BNV and Mẫu 02/CL.CBCCX and in the standards of cán bộ, công chức cấp xã.
 */
export const qualificationKinds = [
  "general",
  "professional",
  "politicalTheory",
  "stateManagement",
  "it",
  "foreignLanguage",
  "ethnicLanguage",
  "defence",
  "languageFramework",
] as const;

/**
 * What a qualification proves: phổ thông, chuyên môn, LLCT, QLNN, tin học, ngoại ngữ, tiếng dân tộc, QP-AN, and ngoại ngữ by
 * the framework of six levels: a kind of its own, since no text compares its levels with the certificates A, B, C.
 */
export type QualificationKind = (typeof qualificationKinds)[number];

const certificateLadder = ["basic", "advanced", "intermediate", "college", "university"] as const;

/**
 * Level keys of each kind, lowest first. `none` is a stated answer ("chưa qua đào tạo"), which differs from
 * having no record at all: the first is judged, the second is unknown.
 */
export const levelLadders = {
  general: ["primary", "lowerSecondary", "upperSecondary"],
  professional: ["none", "elementary", "intermediate", "college", "university", "master", "doctor"],
  politicalTheory: ["none", "training", "elementary", "intermediate", "advanced", "bachelor"],
  stateManagement: ["none", "assistant", "specialist", "principalSpecialist", "seniorSpecialist"],
  it: ["none", ...certificateLadder],
  foreignLanguage: ["none", ...certificateLadder],
  ethnicLanguage: ["none", "certificate"],
  defence: ["none", "certificate"],
  languageFramework: ["none", "level1", "level2", "level3", "level4", "level5", "level6"],
} as const satisfies Record<QualificationKind, readonly string[]>;

/** Every level of every ladder, each once. */
export const allLevels = [...new Set(Object.values(levelLadders).flat())];

/** The level key of a stated "chưa qua đào tạo, bồi dưỡng". */
export const noTraining = "none";

/** Ages below which nobody has a level, whatever the school: low enough to be sure, by kind and from the lowest level up. */
const leastAges: Readonly<Partial<Record<QualificationKind, readonly number[]>>> = {
  general: [10, 14, 17],
  professional: [0, 15, 17, 18, 20, 21, 23],
  politicalTheory: [0, 16, 17, 18, 20, 20],
  stateManagement: [0, 18, 18, 20, 22],
};
/** Of all other kinds: nobody finishes any schooling earlier. */
const leastAgeOfAny = 6;

/** Years of age at which a level can be had at the earliest; 0 for a stated "none" and for a level not known here. */
export function leastAgeOf(kind: QualificationKind, level: string): number {
  const rank = levelRank(kind, level);
  if (rank === 0 || level === noTraining) return 0;
  return leastAges[kind]?.[rank - 1] ?? leastAgeOfAny;
}

/** The ladder that a text names, or null when it names none. */
export function ladderNamed(text: string | null): QualificationKind | null {
  return qualificationKinds.find((kind) => kind === text) ?? null;
}

/**
 * Place of a level on its ladder.
 * @returns 1 for the lowest level and upwards; 0 when the key is not on that ladder
 */
export function levelRank(kind: QualificationKind, level: string): number {
  return (levelLadders[kind] as readonly string[]).indexOf(level) + 1;
}

/** The level key that stands at `rank` (1 is the lowest) of a ladder, or null when there is none. */
export function levelAtRank(kind: QualificationKind, rank: number): string | null {
  return levelLadders[kind][rank - 1] ?? null;
}
