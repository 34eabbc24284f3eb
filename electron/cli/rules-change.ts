/** What a rules file would change, as `rules-preview` and `rules-file import` print it, and refusals that name the row. */
import { AppError } from "../../shared/contract/errors";
import type { RulesPreview } from "../../shared/contract/schemas/rules";
import type { Status } from "../../shared/standards/types";
import { officialCategories, type Standard } from "../../shared/domain/values";
import { formatPartialDate } from "../../shared/domain/partial-date";
import { issueSentence, type Translate, weakSentence } from "../../shared/i18n";
import type { PlannedRules } from "../../shared/standards/rules-import";
import { movesOf, peopleMoved } from "../../shared/statistics/compare";
import { formatNumber } from "../../shared/text/format";
import { officialIds } from "../roster/read/officials";
import type { OpenRoster } from "../services/open-roster";
import type { Compared } from "../services/rules-draft";
import type { CommandContext } from "./command";
import { Refusal } from "./command";

export interface PersonChange {
  readonly person: string;
  readonly standard: Standard;
  readonly from: Status | null;
  readonly to: Status | null;
}

/** Whose status turns on a day. */
export interface DayChange {
  readonly asOf: string;
  readonly changes: readonly PersonChange[];
  readonly byUnit: RulesPreview["byUnit"];
  readonly uncovered: RulesPreview["uncovered"];
}

export interface RulesChange extends DayChange {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly weaker: RulesPreview["weaker"];
  /** The days after on which the rows take effect, also those on which nobody's status turns. */
  readonly laterDays: readonly DayChange[];
}

/**
 * @param on ISO day
 * @throws Refusal that names the row where one cannot be written; AppError as checkDraft
 */
export async function changeOf(
  context: CommandContext,
  roster: OpenRoster,
  planned: PlannedRules,
  on: string,
): Promise<RulesChange> {
  const { checkDraft, judgedByDraft } = await import("../services/rules-draft");
  const { edits, unchanged } = planned;
  await naming(context, roster, planned, () => checkDraft(roster, edits));
  const judged = (day: string) => judgedByDraft(roster, edits, day, officialCategories);
  const asked = await judged(on);
  const { weaker } = asked;
  const laterDays: DayChange[] = [];
  // One after the other, so that no more than one day's figures are held.
  for (const day of asked.laterDays) laterDays.push(await dayChange(roster, day, await judged(day)));
  const added = edits.filter(({ isNew }) => isNew).length;
  const day = await dayChange(roster, on, asked);
  return { ...day, added, changed: edits.length - added, unchanged, weaker: [...weaker], laterDays };
}

async function dayChange(roster: OpenRoster, asOf: string, compared: Compared): Promise<DayChange> {
  const { previewOf } = await import("../services/rules-draft");
  const { index, before, after } = compared;
  const { order } = await index.nameList;
  const people = [...peopleMoved(before, after, {}, order)];
  const pks = people.map((person) => index.facts.people.pk[person] ?? 0);
  const ids = officialIds(roster.db, pks);
  const changes = people.flatMap((person, place) =>
    movesOf(before, after, person).map((move) => ({ person: ids.get(pks[place] ?? 0) ?? "", ...move })),
  );
  const { byUnit, uncovered } = previewOf(compared);
  return { asOf, changes, byUnit, uncovered };
}

/** A refusal of rows says which of them, since a file has many. @throws Refusal; whatever else the work throws */
export async function naming<T>(
  { t }: CommandContext,
  roster: OpenRoster,
  planned: PlannedRules,
  work: () => T,
): Promise<T> {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "validation") throw error;
    const { rowNames } = await import("../services/rules-file");
    const names = rowNames(roster, planned);
    const [issue] = error.issues.filter(({ severity }) => severity === "error");
    if (issue === undefined) throw error;
    throw new Refusal(
      error,
      t("cli:rules.refused", {
        row: names.get(issue.rowId) ?? issue.rowId,
        field: t(`domain:field.${issue.entity}.${issue.field}`),
        sentence: issueSentence(t, issue),
      }),
    );
  }
}

/** The change for a person: what is written, and whose status it moves, per unit, on the day asked about and later ones. */
export function changeText(change: RulesChange, t: Translate) {
  const { added, changed, unchanged, weaker, laterDays } = change;
  const [moving, still] = [laterDays.filter(movesSomebody), laterDays.filter((day) => !movesSomebody(day))];
  return [
    t("cli:rules.rows", {
      added: formatNumber(added),
      changed: formatNumber(changed),
      unchanged: formatNumber(unchanged),
    }),
    ...dayLines(change, t),
    ...moving.flatMap((day) => [
      "",
      t("cli:rules.onDay", { day: formatPartialDate(day.asOf) }),
      ...dayLines(day, t),
    ]),
    ...(still.length === 0
      ? []
      : [
          "",
          t("screen-rules:preview.still", {
            days: still.map(({ asOf }) => formatPartialDate(asOf)).join(", "),
          }),
        ]),
    ...(weaker.length === 0
      ? []
      : ["", t("screen-rules:weaker.title"), ...weaker.map((one) => `- ${weakSentence(t, one)}`)]),
    "",
  ].join("\n");
}

function movesSomebody({ changes, uncovered }: DayChange): boolean {
  return changes.length > 0 || uncovered.before !== uncovered.after;
}

function dayLines({ byUnit, uncovered, changes }: DayChange, t: Translate): string[] {
  const status = (one: Status | null) => t(one === null ? "cli:rules.notCounted" : `domain:status.${one}`);
  const people = new Set(changes.map(({ person }) => person)).size;
  const lines = byUnit.flatMap(({ unitCode, unitName, moves }) => [
    `${unitCode} ${unitName}`,
    ...moves.map(({ standard, from, to, people: count }) =>
      t("cli:rules.move", {
        standard: t(`domain:standard.${standard}`),
        from: status(from),
        to: status(to),
        people: formatNumber(count),
      }),
    ),
  ]);
  return [
    t("cli:rules.people", { people: formatNumber(people) }),
    ...(uncovered.before === uncovered.after
      ? []
      : [
          t("cli:rules.uncovered", {
            before: formatNumber(uncovered.before),
            after: formatNumber(uncovered.after),
          }),
        ]),
    ...(lines.length === 0 ? [] : ["", ...lines]),
  ];
}
