/** What a large change does as one clause, alike on screen, in a refusal and on the command line. */
import type { MassCount } from "../domain/mass-change";
import { formatNumber } from "../text/format";
import type { Translate } from "./translator";

/** @returns e.g. "12 hồ sơ bị xóa, 3 đơn vị có số người đạt chuẩn đổi từ một phần mười trở lên" */
export function massSentence(t: Translate, mass: readonly MassCount[]): string {
  return mass.map(({ kind, count }) => t(`domain:mass.${kind}`, { n: formatNumber(count) })).join(", ");
}
