/** Post groups and areas that several legal texts name alike. */
import type { AreaFlag, PostGroup } from "../domain/values";

/** Areas in which a province may lower the professional level to trung cấp (TT 13/2019, NĐ 33/2023). */
const reducibleAreas: readonly AreaFlag[] = [
  "mountain",
  "highland",
  "border",
  "island",
  "remote",
  "ethnicMinority",
  "extremelyDifficult",
];
/** Flags of a rule that holds only where the province lowered the level. */
export const reduced = { anyFlag: reducibleAreas, allFlags: ["provincialReduction"] } as const;

/** Chủ tịch, Phó Chủ tịch HĐND and UBND. */
export const leaders: readonly PostGroup[] = ["peoplesCouncilLeader", "peoplesCommitteeLeader"];
/** Công chức whose level the circulars set themselves. */
export const civilServants: readonly PostGroup[] = ["civilServant", "justiceCivilStatus"];
/** Everybody whom the texts until 06/2025 call công chức cấp xã: who changes between these titles goes on serving as one. */
export const allCivilServants: readonly PostGroup[] = [...civilServants, "militaryCommander", "policeChief"];
