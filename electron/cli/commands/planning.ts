/** `planning`: who is nominated for which title of a term and how they stand, and who could take each key post. */
import { formatNumber } from "../../../shared/text/format";
import type { Translate } from "../../../shared/i18n";
import { allLeaveText, candidateText, nomineeWhyText } from "../../../shared/i18n/nominee-sentence";
import type { NomineeLine, NomineeStanding, PostLine } from "../../services/planning/planning-list";
import type { PersonShown } from "../../services/serving-people";
import { wrong } from "../arguments";
import type { Command, CommandContext } from "../command";
import { knownOnLines, momentOptions, readingAt } from "../roster-access";
import { renderTable } from "../table";

/** Lines that are read in one go. */
const slice = 200;

export const planning: Command = {
  name: "planning",
  needs: "read",
  arguments: [{ name: "roster", help: "roster" }],
  options: {
    term: { value: "name", help: "planningTerm" },
    unit: { value: "code", help: "unit" },
    ...momentOptions,
  },
  async run(context) {
    const { args, t } = context;
    const { PlanningList } = await import("../../services/planning/planning-list");
    const { unitNamed } = await import("../../services/named-unit");
    return readingAt(context, async (roster, moment) => {
      const code = args.option("unit");
      const unitId = code === null ? null : unitNamed((await roster.index()).catalog, code, moment.on).id;
      const term = args.option("term");
      const list = await PlanningList.of(roster, { moment, term, unitId });
      if (term !== null && !list.terms.includes(term)) {
        throw wrong(t, "termUnknown", { term, known: list.terms.join(", ") || t("planning:noTerm") });
      }
      const nominees = inSlices(await list.nominees(null)).flatMap((part) => list.lines(part));
      const posts: PostLine[] = [];
      for (const part of inSlices(list.keyPosts())) posts.push(...(await list.postLines(part)));
      const { turns, people } = list.counts();
      printPlanning(context, knownOnLines(context, moment), {
        term: list.term,
        turns,
        people,
        nominees,
        posts,
      });
    });
  },
};

interface Planning {
  readonly term: string | null;
  readonly turns: number;
  readonly people: number;
  readonly nominees: readonly NomineeLine[];
  readonly posts: readonly PostLine[];
}

function printPlanning({ print, t }: CommandContext, more: readonly string[], planned: Planning): void {
  const { term, turns, people, nominees, posts } = planned;
  const document = {
    term,
    turns,
    people,
    nominees: nominees.map(({ person, title, unitCode, ...standing }) => ({
      person: personOf(person),
      title,
      unitCode,
      ...standingOf(standing),
    })),
    posts: posts.map(({ title, unitCode, holders, candidates }) => ({
      title,
      unitCode,
      holders: holders.map(({ person, retires, termUntil }) => ({
        person: personOf(person),
        retires,
        termUntil,
      })),
      candidates: candidates.map(({ person, classes, ...standing }) => ({
        person: personOf(person),
        classes,
        ...standingOf(standing),
      })),
    })),
  };
  print(document, () => {
    const counts = { turns: formatNumber(turns), people: formatNumber(people) };
    const told = t("planning:totals", counts);
    const head = term === null ? t("planning:noTerm") : `${t("planning:term")} ${term}: ${told}`;
    const tables = [nomineesText(t, nominees, term ?? ""), postsText(t, posts, term ?? "")];
    return [[head, ...more].join("\n"), ...tables.filter((table) => table !== "")].join("\n\n");
  });
}

function nomineesText(t: Translate, nominees: readonly NomineeLine[], term: string): string {
  if (nominees.length === 0) return "";
  const columns = ["title", "unit", "name", "status", "why"] as const;
  return renderTable(
    columns.map((key) => ({ heading: t(`planning:column.${key}`) })),
    nominees.map((one) => [
      one.title,
      one.unitName ?? "",
      one.person.name,
      t(`planning:status.${one.status}`),
      nomineeWhyText(t, saidOf(one), term),
    ]),
  );
}

function postsText(t: Translate, posts: readonly PostLine[], term: string): string {
  if (posts.length === 0) return "";
  const columns = ["keyPost", "unit", "holder", "leaves", "candidates"] as const;
  return renderTable(
    columns.map((key) => ({ heading: t(`planning:column.${key}`) })),
    posts.map(({ title, unitName, holders, candidates }) => [
      title,
      unitName ?? "",
      holders.length === 0
        ? t("planning:holder.vacant")
        : holders.map(({ person }) => person.name).join(", "),
      allLeaveText(t, holders),
      candidates.length === 0
        ? t("planning:candidate.none")
        : candidates
            .map((one) =>
              candidateText(t, { ...saidOf(one), person: one.person, classes: one.classes }, term),
            )
            .join(", "),
    ]),
  );
}

function saidOf(standing: NomineeStanding) {
  const { status, findings, retires, wholeTerm, barredUntil, until } = standing;
  return { status, findings: [...findings], retires, wholeTerm, barredUntil, until };
}

function standingOf({ status, findings, retires, wholeTerm, barredUntil, until }: NomineeStanding) {
  const lacks = findings
    .filter((one) => one.status !== "met")
    .map(({ standard, required, actual, graceUntil }) => ({ standard, required, actual, graceUntil }));
  return { status, lacks, retires, wholeTerm, barredUntil, until };
}

function personOf({ id, name, birth, unitCode, post }: PersonShown) {
  return { id, name, birth, unitCode, post };
}

function inSlices<T>(all: readonly T[]): (readonly T[])[] {
  const parts: (readonly T[])[] = [];
  for (let start = 0; start < all.length; start += slice) parts.push(all.slice(start, start + slice));
  return parts;
}
