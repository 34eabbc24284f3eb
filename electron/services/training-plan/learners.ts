/**
 * Who lacks a standard on the day of a plan, and what of them decides which classes they may take: from the same snapshot as
 * the statistics, so that a plan and the figures are of the same people.
 */
import { type RowFields, textOf } from "../../../shared/domain/checks/reading";
import { qualificationKinds } from "../../../shared/domain/levels";
import { isMonthOfCalendar, lastDayOfMonth } from "../../../shared/domain/months";
import { earliestPackedDay, isoToPacked, type PackedDay } from "../../../shared/domain/partial-date";
import { retirementMonth } from "../../../shared/domain/retirement";
import { officialCategories, type Sex, type Standard } from "../../../shared/domain/values";
import { statusCodes } from "../../../shared/standards/types";
import { sexCodes } from "../../../shared/statistics/fact-columns";
import type { Snapshot } from "../../../shared/statistics/snapshot";
import { foldSearch } from "../../../shared/text/fold";
import { theoryByPost } from "../../../shared/training-plan/study-rules";
import type { Goal, Learner, Standing } from "../../../shared/training-plan/types";
import { rowsOfPeople } from "../../roster/read/column-rows";
import { officialIds } from "../../roster/read/officials";
import type { RosterIndex } from "../../roster/read/index/roster-index";
import type { OpenRoster } from "../open-roster";

/** People read from the file before the next pause. */
const slice = 1000;

/** Everybody in scope by what the standard asks of them on the day. */
export interface Lacking {
  readonly learners: readonly Learner[];
  readonly standings: readonly Standing[];
  /** People of whom no rule asks anything on the day. */
  readonly unasked: number;
  /** Place of each learner in the facts, by id. */
  readonly persons: ReadonlyMap<string, number>;
}

export interface LackingQuestion {
  readonly standard: Standard;
  /** Today, and the day of the plan; ISO. */
  readonly on: string;
  readonly by: string;
  /** 1 at the index of each unit in scope; null: all. */
  readonly scope: Uint8Array | null;
}

/** @throws AppError roster-damaged, and what the pause throws */
export async function lackingOn(
  roster: OpenRoster,
  index: RosterIndex,
  { standard, on, by, scope }: LackingQuestion,
): Promise<Lacking> {
  const day = isoToPacked(by);
  const snapshot = index.snapshot(day, officialCategories);
  const status = snapshot.status[standard];
  const { unit, counted } = snapshot.columns;
  const standings = new Map<number, { whole: number; met: number }>();
  const lacking: number[] = [];
  let unasked = 0;
  for (let person = 0; person < snapshot.count; person++) {
    const home = unit[person] ?? -1;
    if (home < 0 || counted[person] !== 1 || (scope !== null && scope[home] !== 1)) continue;
    const code = status[person];
    if (code === statusCodes.notApplicable) {
      unasked++;
      continue;
    }
    const standing = standings.get(home) ?? { whole: 0, met: 0 };
    standings.set(home, standing);
    const retires = retiresOn(index, person);
    if (retires === null || retires >= day) {
      standing.whole++;
      if (code === statusCodes.met) standing.met++;
    }
    if (code !== statusCodes.met) lacking.push(person);
  }
  const learners: Learner[] = [];
  const persons = new Map<string, number>();
  for (let start = 0; start < lacking.length; start += slice) {
    const part = lacking.slice(start, start + slice);
    for (const learner of learnersOf(roster, index, snapshot, { standard, on, people: part })) {
      persons.set(learner.id, part[persons.size - start] ?? -1);
      learners.push(learner);
    }
    await roster.surroundings.pause();
  }
  const unitId = (place: number) => index.catalog.units[place]?.id ?? "";
  return {
    learners,
    standings: [...standings].map(([place, standing]) => ({ unit: unitId(place), ...standing })),
    unasked,
    persons,
  };
}

interface Some {
  readonly standard: Standard;
  readonly on: string;
  readonly people: readonly number[];
}

function learnersOf(
  { db }: OpenRoster,
  index: RosterIndex,
  snapshot: Snapshot,
  { standard, on, people }: Some,
): Learner[] {
  const { facts, catalog } = index;
  const today = isoToPacked(on);
  const pks = people.map((person) => facts.people.pk[person] ?? 0);
  const ids = officialIds(db, pks);
  const isTheory = standard === "politicalTheory";
  const none = new Map<number, readonly { readonly fields: RowFields }[]>();
  const own = isTheory ? rowsOfPeople(db, "official", pks, new Set(["mandates", "partyPost"])) : none;
  const planned = isTheory ? rowsOfPeople(db, "planning", pks, new Set(["term"])) : none;
  return people.map((person, place): Learner => {
    const pk = pks[place] ?? 0;
    const { unit, post } = snapshot.columns;
    const held = catalog.posts[post[person] ?? -1];
    const fields = own.get(pk)?.[0]?.fields ?? {};
    const mandates = (textOf(fields, "mandates") ?? "").split(" ");
    return {
      // Who was removed since the facts were read has none; the next answer leaves them out.
      id: ids.get(pk) ?? `#${pk}`,
      unit: catalog.units[unit[person] ?? -1]?.id ?? "",
      goal: goalOf(snapshot, standard, person),
      unclear: snapshot.status[standard][person] === statusCodes.unknown,
      retires: retiresOn(index, person),
      busy: [],
      sex: sexOf(index, person),
      theory: isTheory
        ? theoryByPost(
            { group: held?.group ?? null, name: held?.plainName ?? "" },
            fields["partyPost"] != null || mandates.includes("communeCommittee") || planned.has(pk),
          )
        : null,
      isPartyMember: (facts.people.party[person] ?? 0) === 0 ? null : true,
      isOfMinority: minorityOf(index, person),
      held: heldBy(index, person, today),
    };
  });
}

function goalOf({ rule, book }: Snapshot, standard: Standard, person: number): Goal | null {
  const requirement = book.requirements[rule[standard][person] ?? -1];
  if (requirement === undefined || requirement.requiredRank <= 0) return null;
  return { kind: standard, rank: requirement.requiredRank, majors: requirement.majors?.names ?? [] };
}

/** Last day of work; null where birth or sex is not on record. */
function retiresOn(index: RosterIndex, person: number): PackedDay | null {
  const birth = index.facts.people.birth[person] ?? 0;
  const sex = sexOf(index, person);
  if (birth === 0 || sex === null) return null;
  const month = retirementMonth(sex, earliestPackedDay(birth));
  return isMonthOfCalendar(month) ? lastDayOfMonth(month) : null;
}

function sexOf({ facts }: RosterIndex, person: number): Sex | null {
  const sex = facts.people.sex[person];
  return sex === sexCodes.male ? "male" : sex === sexCodes.female ? "female" : null;
}

/** Người Kinh are also written Việt; a blank is no answer. */
function minorityOf({ facts }: RosterIndex, person: number): boolean | null {
  const text = facts.ethnicities.texts[facts.people.ethnicity[person] ?? 0] ?? "";
  const folded = foldSearch(text).trim();
  return folded === "" ? null : folded !== "kinh" && folded !== "viet";
}

/** Levels that are surely held, by kind; a kind of which a higher one is possible is left open. */
function heldBy({ facts }: RosterIndex, person: number, today: PackedDay): Learner["held"] {
  const { people, qualifications } = facts;
  const start = people.qualificationStart[person] ?? 0;
  const end = start + (people.qualificationCount[person] ?? 0);
  const sure = new Map<number, number>();
  const possible = new Map<number, number>();
  for (let row = start; row < end; row++) {
    const kind = qualifications.kind[row] ?? 0;
    const rank = qualifications.rank[row] ?? 0;
    if ((qualifications.sureDay[row] ?? 0) <= today) sure.set(kind, Math.max(sure.get(kind) ?? 0, rank));
    else possible.set(kind, Math.max(possible.get(kind) ?? 0, rank));
  }
  const held: Partial<Record<(typeof qualificationKinds)[number], number>> = {};
  for (const [place, rank] of sure) {
    const kind = qualificationKinds[place];
    if (kind !== undefined && (possible.get(place) ?? 0) <= rank) held[kind] = rank;
  }
  return held;
}
