/**
 * Papers with a last day of validity. Nobody is unknown here: a paper without such a day has none, or nobody asked for it
 * yet, and the record does not tell the two apart.
 */
import { dateOf, textOf } from "../../domain/checks/reading";
import { type DueReader, itemOn } from "../types";

export const expiringPaper: DueReader = ({ fields, rows }) => {
  const identity = dateOf(fields, "identityExpires");
  return {
    items: [
      ...(identity === null ? [] : [itemOn(identity, { key: "identityExpires", params: {} })]),
      ...rows.qualification.flatMap((row) => {
        const expires = dateOf(row, "expires");
        const kind = textOf(row, "kind");
        if (expires === null || kind === null) return [];
        return [
          itemOn(expires, { key: "qualificationExpires", params: { kind: { list: "kind", key: kind } } }),
        ];
      }),
    ],
    missing: [],
  };
};
