/** Quy hoạch of a term as lists that go out: the nominees, and the way to each key post. */
import { appError } from "../../../../shared/contract/errors";
import type { ListingQuestion } from "../../../../shared/contract/schemas/listings";
import { allLeaveText, candidateText, nomineeWhyText } from "../../../../shared/i18n/nominee-sentence";
import { report as words } from "../../../../shared/i18n/vi/report";
import { fill } from "../../../../shared/report/fill";
import { formatNumber } from "../../../../shared/text/format";
import { type NomineeStanding, PlanningList } from "../../planning/planning-list";
import { dateCell, type ListingPlace, type ListingReader, t, textCell } from "./listing";

export const nominees: ListingReader<ListingQuestion<"nominees">> = async (place, { term, status }) => {
  const list = await listOf(place, term);
  const found = await list.nominees(status);
  const { turns, people } = list.counts();
  return {
    count: found.length,
    types: {
      title: "text",
      titleUnit: "text",
      name: "text",
      birth: "date",
      post: "text",
      status: "text",
      why: "text",
    },
    read: (from, to) =>
      list.lines(found.slice(from, to)).map((line) => ({
        unverified: isUnverified(line),
        cells: {
          title: textCell(line.title),
          titleUnit: textCell(line.unitName),
          name: textCell(line.person.name),
          birth: dateCell(line.person.birth),
          post: textCell(line.person.post),
          status: textCell(t(`planning:status.${line.status}`)),
          why: textCell(nomineeWhyText(t, { ...line, findings: [...line.findings] }, list.term ?? "")),
        },
      })),
    values: { what: termText(list), turns: formatNumber(turns), people: formatNumber(people) },
    limits: status === null ? [] : [fill(words.listing.status, { status: t(`planning:status.${status}`) })],
  };
};

export const keyPosts: ListingReader<ListingQuestion<"key-posts">> = async (place, { term }) => {
  const list = await listOf(place, term);
  const found = list.keyPosts();
  return {
    count: found.length,
    types: { title: "text", titleUnit: "text", holder: "text", leaves: "text", candidates: "text" },
    read: async (from, to) =>
      (await list.postLines(found.slice(from, to))).map(({ title, unitName, holders, candidates }) => ({
        unverified: candidates.some(isUnverified),
        cells: {
          title: textCell(title),
          titleUnit: textCell(unitName),
          holder: textCell(
            holders.length === 0
              ? t("planning:holder.vacant")
              : holders.map(({ person }) => person.name).join(", "),
          ),
          leaves: textCell(allLeaveText(t, holders)),
          candidates: textCell(
            candidates.length === 0
              ? t("planning:candidate.none")
              : candidates
                  .map((one) => candidateText(t, { ...one, findings: [...one.findings] }, list.term ?? ""))
                  .join("; "),
          ),
        },
      })),
    values: { what: termText(list) },
  };
};

/** @throws AppError listing-row for a term of which nobody is nominated */
async function listOf({ roster, moment, unitId }: ListingPlace, term: string | null): Promise<PlanningList> {
  const list = await PlanningList.of(roster, { moment, term, unitId });
  if (term !== null && !list.terms.includes(term)) throw appError("listing-row", { name: term, found: 0 });
  return list;
}

function termText({ term }: PlanningList): string {
  return term === null ? t("planning:noTerm") : fill(words.listing.term, { term });
}

function isUnverified({ findings }: Pick<NomineeStanding, "findings">): boolean {
  return findings.some(({ verified }) => verified === false);
}
