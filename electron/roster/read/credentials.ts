/** Which keys a roster knows the units of. */
import { judgeOf } from "../log/standings";
import type { ReadHandle } from "../file/handle";

export interface Tie {
  /** Hex. */
  readonly key: string;
  /** UUID. */
  readonly unit: string;
  readonly office: string;
}

/** Those of some keys and units of which the roster does not know that they belong together; each once. */
export function untied(db: ReadHandle, ties: readonly Tie[]): Tie[] {
  if (ties.length === 0) return [];
  const { offices } = judgeOf(db);
  const each = new Map(ties.map((tie) => [`${tie.key} ${tie.unit}`, tie]));
  return [...each.values()].filter(({ key, unit }) => !offices.isPair(key, unit));
}
