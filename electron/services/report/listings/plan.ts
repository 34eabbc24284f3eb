/** A training plan as lists that go out: the one that the window works on, or one that was kept. */
import { appError } from "../../../../shared/contract/errors";
import type { ListingQuestion } from "../../../../shared/contract/schemas/listings";
import type { PlanLeft, PlanSummary } from "../../../../shared/contract/schemas/training-plan";
import { planClassName, planName, planReasonText } from "../../../../shared/i18n/plan-sentence";
import { report as words } from "../../../../shared/i18n/vi/report";
import { fill } from "../../../../shared/report/fill";
import { formatNumber, formatPercent } from "../../../../shared/text/format";
import { keptPlanRows, leftOfKept, sentOfKept } from "../../training-plan/kept-lists";
import {
  type Listed,
  type ListingPlace,
  type ListingReader,
  personCells,
  personTypes,
  rowNamed,
  t,
  textCell,
} from "./listing";

export const planSent: ListingReader<ListingQuestion<"plan-sent">> = async (place, { plan }) => {
  const held = place.plans?.lists(plan ?? "") ?? null;
  if (held === null) {
    const kept = keptOf(place, plan ?? "");
    const sent = await sentOfKept(place.roster, kept, place.moment.on, t);
    return sentListed(sent, { ...nothingKnown, what: keptText(kept) });
  }
  const classes = new Map(held.summary.plan.classes.map((one) => [one.id, planClassName(t, one)]));
  const lines = held.sent.map(({ person, classes: taken, unclear }) => ({
    person,
    classes: taken.map((one) => classes.get(one) ?? one),
    unclear,
  }));
  return { ...sentListed(lines, planValues(held.summary, held.unitName)), ...ofLaw(held.summary) };
};

export const planLeft: ListingReader<ListingQuestion<"plan-left">> = async (place, { plan }) => {
  const held = place.plans?.lists(plan ?? "") ?? null;
  if (held !== null) {
    const { summary, left, unitName } = held;
    return { ...leftListed(left, summary.plan.studyRules, planValues(summary, unitName)), ...ofLaw(summary) };
  }
  const kept = keptOf(place, plan ?? "");
  const { roster, environment, moment, watch } = place;
  const { left, studyRules } = await leftOfKept(roster, environment, kept, moment, { signal: watch.signal });
  return leftListed(left, studyRules, { ...nothingKnown, what: keptText(kept) });
};

/** @throws AppError plan-gone for one that a window worked on; listing-row */
function keptOf({ roster, plans }: ListingPlace, name: string): ReturnType<typeof keptPlanRows>[number] {
  const rows = keptPlanRows(roster);
  // What a window asks for is neither kept nor held any more.
  if (plans !== undefined && !rows.some((row) => row.id === name || row.name === name))
    throw appError("plan-gone");
  return rowNamed(rows, name);
}

/** Of a kept plan it is only known who takes which class. */
const nothingKnown = {
  reached: "",
  figures: "",
  thoughtOf: "",
  undated: "",
  rules: "",
  faults: "",
} as const;

function keptText({ name, unitName }: { readonly name: string; readonly unitName: string | null }): string {
  return unitName === null ? name : fill(words.listing.ofUnit, { name, unit: unitName });
}

function planValues({ plan, faults }: PlanSummary, unitName: string | null) {
  const { total, turns, cost, studyRules, thoughtOf } = plan;
  const rules = studyRules.map(({ key, source, verified }) => {
    const said = t("screen-plan:rule", { source, rule: t(`plan:studyRule.${key}`) });
    return verified ? said : `${said} (${t("plan:unverified")})`;
  });
  return {
    what: keptText({ name: planName(t, plan), unitName }),
    reached: t(`screen-plan:${plan.reached ? "reached" : "near"}`, {
      reached: formatNumber(total.reached),
      whole: formatNumber(total.whole),
      share: formatPercent(total.reached, total.whole),
    }),
    figures: t("screen-plan:figures", {
      met: formatNumber(total.met),
      wanted: formatNumber(total.wanted),
      turns: formatNumber(turns),
      cost: formatNumber(cost),
    }),
    thoughtOf: thoughtOf && plan.classes.length > 0 ? t("plan:thoughtOf") : "",
    undated: plan.undated === 0 ? "" : t("plan:undated", { count: plan.undated }),
    rules: rules.join("; "),
    faults: faults.length === 0 ? "" : t("screen-plan:faults", { count: faults.length }),
  };
}

/** How many people are judged by rules that nobody compared with their text. */
function ofLaw({ plan: { basis } }: PlanSummary): Pick<Listed, "unverified"> {
  const people = basis.filter(({ verified }) => !verified).reduce((sum, one) => sum + one.people, 0);
  return {
    unverified: people === 0 ? "" : fill(words.listing.people, { text: formatNumber(people) }),
  };
}

function sentListed(
  lines: readonly {
    readonly person: Parameters<typeof personCells>[0];
    readonly classes: readonly string[];
    readonly unclear: boolean;
  }[],
  values: Listed["values"],
): Listed {
  return {
    count: lines.length,
    types: { ...personTypes, class: "text", note: "text" },
    read: (from, to) =>
      lines.slice(from, to).map(({ person, classes, unclear }) => ({
        cells: {
          ...personCells(person),
          class: textCell(classes.join("; ")),
          note: textCell(unclear ? t("plan:unclear") : ""),
        },
      })),
    values,
  };
}

function leftListed(
  lines: readonly PlanLeft[],
  studyRules: PlanSummary["plan"]["studyRules"],
  values: Listed["values"],
): Listed {
  return {
    count: lines.length,
    types: { ...personTypes, reason: "text" },
    read: (from, to) =>
      lines.slice(from, to).map(({ person, reason, ...left }) => ({
        cells: {
          ...personCells(person),
          reason: textCell(
            reason === null
              ? t("screen-plan:spare")
              : planReasonText(t, { ...left, person, reason }, studyRules),
          ),
        },
      })),
    values,
  };
}
