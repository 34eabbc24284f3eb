/**
 * Evaluations of a period as a sheet of lines: whoever serves then, the share of xuất sắc in each unit and kind of post, and
 * all that was entered written as one change.
 */
import { capFindings, type CapRule, capOn, type GradedPerson } from "../../shared/career/excellent-cap";
import {
  type EvaluationPeriod,
  evaluationFields,
  evaluationValues,
  lastDayOf,
  servedOn,
  staffKindOf,
} from "../../shared/career/evaluation-sheet";
import { AppError } from "../../shared/contract/errors";
import type { CallResult, ParsedArgs } from "../../shared/contract/contract";
import {
  type EvaluationCap,
  evaluationLimits,
  type EvaluationLine,
  type EvaluationSheet,
} from "../../shared/contract/schemas/evaluations";
import { isoToPacked } from "../../shared/domain/partial-date";
import {
  type EvaluationGrade,
  officialCategories,
  type PostCategory,
  postCategories,
} from "../../shared/domain/values";
import type { Edit } from "../roster/change-log";
import { rowsOfPeople } from "../roster/read/column-rows";
import type { RosterIndex } from "../roster/read/index/roster-index";
import { officialGridRows, officialPk, officialRecord } from "../roster/read/officials";
import type { Environment } from "./environment";
import type { Officials } from "./officials";
import type { OpenRoster } from "./open-roster";
import { plannedSave } from "./records";

/** People read or checked before other work goes on. */
const slicePeople = 200;

const readFields = new Set<string>(["year", "period", ...evaluationFields]);

export interface Graded extends GradedPerson {
  readonly category: PostCategory | null;
}

/** Everybody graded for a period, all of one state of the roster. */
export class Evaluations {
  readonly #roster: OpenRoster;
  readonly #index: RosterIndex;
  readonly #asked: EvaluationSheet;
  /** Indices of the facts, by unit, post and name. */
  readonly people: Int32Array;

  private constructor(roster: OpenRoster, index: RosterIndex, asked: EvaluationSheet, people: Int32Array) {
    this.#roster = roster;
    this.#index = index;
    this.#asked = asked;
    this.people = people;
  }

  /** @throws AppError row-unknown for a unit that is not there */
  static async of(officials: Officials, asked: EvaluationSheet): Promise<Evaluations> {
    const { moment, unitId, year, period } = asked;
    const filter = {
      moment: { ...moment, on: servedOn(year, period, moment.on) },
      search: "",
      unitId,
      unitOnly: false,
      postId: null,
      standard: null,
      statuses: null,
      complement: false,
      serving: "serving" as const,
    };
    const { roster, index, people } = await officials.list(filter, { sorts: [], group: null });
    return new Evaluations(roster, index, asked, people);
  }

  get version(): number {
    return this.#index.version;
  }

  /** @param people some of `people`, a few hundred at once */
  lines(people: Int32Array): EvaluationLine[] {
    const { facts } = this.#index;
    const { year, period } = this.#asked;
    const pks = Array.from(people, (person) => facts.people.pk[person] ?? 0);
    const rows = rowsOfPeople(this.#roster.db, "evaluation", pks, readFields);
    return officialGridRows(this.#roster.db, pks).map(({ pk, id, fullName }) => {
      const { unit, post, category } = this.#placeOf(facts.indexOf(pk));
      const row = rows.get(pk)?.find(({ fields }) => fields["year"] === year && fields["period"] === period);
      return {
        id,
        fullName,
        unitName: unit?.fullName ?? "",
        post: post?.name ?? "",
        category,
        recorded: row !== undefined,
        ...evaluationValues(row?.fields ?? {}),
      };
    });
  }

  /**
   * Who is graded how, with what is entered and not saved in place of what is on record.
   * @param entered grades by the ids of people
   */
  async graded(entered: ReadonlyMap<string, EvaluationGrade | null> = new Map()): Promise<Graded[]> {
    const { year, period } = this.#asked;
    const typed = new Map<number, EvaluationGrade | null>();
    for (const [id, grade] of entered) {
      const pk = officialPk(this.#roster.db, id);
      if (pk !== null) typed.set(this.#index.facts.indexOf(pk), grade);
    }
    const gradeOf = await this.#index.grades.gradesOf(
      { year, period },
      this.people,
      this.#roster.surroundings.pause,
    );
    return Array.from(this.people, (person): Graded => {
      const { unit, category } = this.#placeOf(person);
      const known = typed.get(person);
      const grade = known === undefined ? (gradeOf(person) ?? null) : known;
      return { unit: unit?.id ?? "", group: category, grade, category };
    });
  }

  /** How many are graded xuất sắc and how many may be; passed shares first. @param entered as `graded` */
  async caps(
    entered?: ReadonlyMap<string, EvaluationGrade | null>,
  ): Promise<{ readonly hasRule: boolean; readonly rows: readonly EvaluationCap[] }> {
    const { year, period } = this.#asked;
    const rules = capRules(year, period);
    if (rules.size === 0) return { hasRule: false, rows: [] };
    const people = await this.graded(entered);
    const rows = [...rules].flatMap(([rule, categories]) =>
      capFindings(
        rule,
        people.filter(({ category }) => category !== null && categories.includes(category)),
      ).map((found): EvaluationCap => {
        const { unit, group, ...counts } = found;
        const category = postCategories.find((one) => one === group) ?? null;
        return {
          ...counts,
          unitId: unit,
          unitName: this.#index.catalog.unitOfId(unit)?.fullName ?? "",
          category,
          percent: rule.percent,
          clause: rule.clause,
          verified: rule.verified,
        };
      }),
    );
    const told = withoutDoubles(rows);
    return {
      hasRule: true,
      rows: [...told.filter(({ isOver }) => isOver), ...told.filter(({ isOver }) => !isOver)],
    };
  }

  /** The unit that somebody counts in and the post by which, as the list shows them. */
  #placeOf(person: number) {
    const { year, period, moment } = this.#asked;
    const { catalog } = this.#index;
    const day = isoToPacked(servedOn(year, period, moment.on));
    const { columns } = this.#index.snapshot(day, officialCategories);
    const unit = catalog.units[columns.unit[person] ?? -1] ?? null;
    const post = catalog.posts[columns.post[person] ?? -1] ?? null;
    return { unit, post, category: postCategories.find((one) => one === post?.category) ?? null };
  }
}

/**
 * Rules of the share that hold at the end of a period, each with the kinds of post it is for.
 *
 * NĐ 335/2025/NĐ-CP sets the share for the grade of a year; months and quarters only give points and a grade.
 */
function capRules(year: number, period: EvaluationPeriod): ReadonlyMap<CapRule, readonly PostCategory[]> {
  const rules = new Map<CapRule, PostCategory[]>();
  if (period !== "year") return rules;
  for (const category of postCategories) {
    const kind = staffKindOf(category);
    const rule = kind === null ? null : capOn(kind, lastDayOf(year, period));
    if (rule !== null) rules.set(rule, [...(rules.get(rule) ?? []), category]);
  }
  return rules;
}

/** A unit whose people are all of one group has one share, and not the same one twice. */
function withoutDoubles(rows: readonly EvaluationCap[]): EvaluationCap[] {
  const groups = new Map<string, number>();
  for (const { unitId, category, clause } of rows) {
    const key = `${unitId} ${clause}`;
    if (category !== null) groups.set(key, (groups.get(key) ?? 0) + 1);
  }
  return rows.filter(
    ({ unitId, category, clause }) => category === null || (groups.get(`${unitId} ${clause}`) ?? 0) > 1,
  );
}

type Saved = CallResult<"evaluationSave">;

/**
 * Writes what was entered as one change: only what differs, into the row of the period where one is on record. Whoever's
 * record refuses it is left out and named.
 * @throws AppError roster-readonly
 */
export async function saveEvaluations(
  roster: OpenRoster,
  environment: Environment,
  { year, period, entered }: ParsedArgs<"evaluationSave">,
): Promise<Saved> {
  const edits: Edit[] = [];
  const refused: Saved["refused"] = [];
  const counts = { added: 0, changed: 0 };
  for (const [place, { id, ...values }] of entered.entries()) {
    if (place % slicePeople === slicePeople - 1) await environment.pause();
    const record = officialRecord(roster.db, id);
    if (record === null) {
      refused.push({ id, fullName: "", issues: [] });
      continue;
    }
    const row = record.rows.evaluation.find(
      ({ fields }) => fields["year"] === year && fields["period"] === period,
    );
    const before = evaluationValues(row?.fields ?? {});
    const differing = evaluationFields.filter((field) => values[field] !== before[field]);
    if (differing.length === 0) continue;
    const fields = Object.fromEntries(differing.map((field) => [field, values[field]]));
    try {
      const planned = plannedSave(roster, environment, {
        action: "edit",
        reason: null,
        official: null,
        officialId: id,
        removed: [],
        rows: [
          row === undefined
            ? {
                entity: "evaluation",
                id: environment.newId(),
                isNew: true,
                fields: { year, period, ...fields },
              }
            : { entity: "evaluation", id: row.id, isNew: false, fields },
        ],
      });
      edits.push(...planned.edits);
      counts[row === undefined ? "added" : "changed"]++;
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "validation") throw error;
      const issues = error.issues.filter(({ severity }) => severity !== "warning");
      refused.push({ id, fullName: String(record.fields["fullName"] ?? ""), issues });
    }
  }
  const written =
    edits.length === 0
      ? { changeId: null, proposed: null }
      : roster.write({ action: "edit", reason: null, edits });
  return {
    changeId: written.changeId,
    proposed: written.proposed,
    ...counts,
    refusedCount: refused.length,
    refused: refused.slice(0, evaluationLimits.refused),
  };
}
