/** The next class that proves the level a nominee lacks: the soonest on record that begins after the day and has a seat. */
import type { FindingData } from "../../../shared/contract/schemas/common";
import type { NextClass } from "../../../shared/contract/schemas/planning";
import { levelRank } from "../../../shared/domain/levels";
import { type PackedDay, packedToIso } from "../../../shared/domain/partial-date";
import type { Offer } from "../../../shared/training-plan/types";
import { reaches } from "../../../shared/training-plan/ways";
import type { ReadHandle } from "../../roster/file/handle";
import { classesOnRecord } from "../training-plan/offers";

/** @returns of somebody's findings, for each that lacks a level, the class; asked of one state of the roster */
export function nextClasses(
  db: ReadHandle,
  on: PackedDay,
): (findings: readonly FindingData[]) => readonly NextClass[] {
  const { offers, names } = classesOnRecord(db, on);
  // A class that is full takes nobody.
  const open = offers.filter(({ seats }) => seats === null || seats > 0);
  const soonest = open.sort((a, b) => dayOf(a) - dayOf(b) || (a.id < b.id ? -1 : 1));
  return (findings) =>
    findings.flatMap(({ standard, status, required, majors }) => {
      if (status === "met" || required === null) return [];
      const rank = levelRank(standard, required);
      const offer = soonest.find((one) => reaches(one, { kind: standard, rank, majors }));
      const course =
        offer === undefined
          ? null
          : { id: offer.id, name: names.get(offer.id) ?? "", from: packedToIso(dayOf(offer)) };
      return [{ standard, course }];
    });
}

function dayOf({ from }: Offer): PackedDay {
  return from ?? 0;
}
