/** The entities and fields that histories are played with, and four values for each. */
import type { FieldValue } from "../../../shared/domain/entities";
import { unitIds } from "./office";

export type Played = "official" | "assignment" | "qualification" | "unit";
export const played: readonly Played[] = ["official", "assignment", "qualification", "unit"];

export const fieldsOf: Readonly<Record<Played, readonly (readonly [string, readonly FieldValue[]])[]>> = {
  official: [
    ["fullName", ["An", "Bình", "Chi", "Dung"]],
    ["birth", ["1980", "1980-05", "1980-05-12", null]],
    ["note", ["a", "b", null, "d"]],
    ["ethnicity", ["Kinh", "Mường", "Tày", null]],
  ],
  assignment: [
    ["unit", [...unitIds, unitIds[0]]],
    ["to", ["2020", null, "2025-06-30", "2024-01"]],
    ["main", [true, false, null, true]],
    ["endReason", [null, "retired", null, "resigned"]],
  ],
  qualification: [
    ["level", ["university", "master", "university", "doctor"]],
    ["granted", ["2009", null, "2010-07", "2011"]],
    ["note", ["a", "b", null, "d"]],
    ["school", ["X", "Y", null, "Z"]],
  ],
  unit: [
    ["name", ["Một", "Hai", "Ba", "Bốn"]],
    ["validTo", ["2025-06-30", null, "2025-12-31", "2026-06-30"]],
    ["parent", [unitIds[0], unitIds[1], null, unitIds[2]]],
    // What two versions of a shipped list agree on.
    ["code", ["77777", "77778", "77779", "77777"]],
  ],
};
