/**
 * The years of membership for which the Party's badge (Huy hiệu Đảng) is given, on the day on which they are reached.
 * The list of years is as offices keep it; the text was not compared.
 */
import { dateOf, textOf } from "../../domain/checks/reading";
import { addMonthsToDate } from "../../domain/months";
import { type DueReader, itemOn, nothingDue } from "../types";

const partyBadges = {
  years: [30, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90],
  verified: false,
} as const;

/** Fields of which each says that somebody is a member. */
const memberFields = ["partyOfficial", "partyCard", "partyPost"] as const;

export const partyBadge: DueReader = ({ fields }) => {
  const joined = dateOf(fields, "partyJoined");
  const received = typeof fields["partyBadge"] === "number" ? fields["partyBadge"] : 0;
  if (joined === null) {
    const isMember = received > 0 || memberFields.some((field) => textOf(fields, field) !== null);
    return isMember ? { items: [], missing: ["partyJoined"] } : nothingDue;
  }
  return {
    items: partyBadges.years
      .filter((years) => years > received)
      .flatMap((years) => {
        const on = addMonthsToDate(joined, years * 12);
        const why = { key: "partyBadge", params: { years, joined: { date: joined } } } as const;
        return on === null ? [] : [itemOn(on, why, !partyBadges.verified)];
      }),
    missing: [],
  };
};
