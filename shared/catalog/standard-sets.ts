/**
 * The texts that set standards for officials of communes, as dated data. Every office may change or complete them
 * in its own roster; what is judged is always the roster's rows.
 *
 * How rules are chosen (shared/standards/rules.ts): per standard and post group, of the sets in force on the as-of
 * day (validFrom ≤ day ≤ validTo) the latest-starting one that says anything about it for such a unit decides.
 * A set that is silent leaves the earlier one in force; a rule with level null says that none is required, which is
 * "not applicable". Rules that name area flags go before general ones, then the lower order.
 *
 * So on a day of 2021 cán bộ are judged by QĐ 04/2004, công chức by TT 13/2019 for chuyên môn, and for LLCT, on
 * which TT 06/2012 and TT 13/2019 are silent, still by QĐ 04/2004. NĐ 33/2023 says that công chức need no LLCT level.
 * TT 06/2012 and TT 13/2019 leave the military commander and the chief of police to their own laws, so they stay
 * under QĐ 04/2004.
 *
 * `verified` is true only for what was compared with a published source; everything else is shown to the user as
 * "chưa đối chiếu văn bản". Clauses name an article only where the article was seen. Which communes count as
 * mountainous and whether a province lowered a level is for the user to set on the unit: no list of it is shipped.
 */
import { referenceSet } from "./reference-set";
import type { ShippedSet } from "./rule-rows";
import { decree33, decree334 } from "./sets-since-2023";
import { circular06, circular13, civilStatusLaw, decision04 } from "./sets-until-2023";

/** Every text that a new roster starts with, earliest first; the one of reference is not in use until it is switched on. */
export const shippedSets: readonly ShippedSet[] = [
  decision04,
  circular06,
  civilStatusLaw,
  circular13,
  decree33,
  referenceSet,
  decree334,
];
