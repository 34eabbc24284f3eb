/** What a move (điều động, luân chuyển, biệt phái) is: from which unit and level to which. */
import type { AssignmentKind, MoveLevel } from "./values";

export const moveKinds = ["transferred", "rotated", "seconded"] as const satisfies readonly AssignmentKind[];

export interface MovePlace {
  readonly name: string;
  /** Null where it is not on record. */
  readonly level: MoveLevel | null;
}

export interface Move {
  readonly kind: (typeof moveKinds)[number];
  readonly from: MovePlace;
  readonly to: MovePlace;
}
