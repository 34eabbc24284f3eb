/**
 * What a rules file would write into a roster: its rows found again by id, then by key, a rule of a hand-written file by
 * what it speaks of. Rows of the roster that the file does not name stay as they are: what is to end says so by its day.
 */
import { entityDefinition } from "../domain/entities";
import { grouped } from "../domain/grouped";
import { type RowFields, textOf } from "../domain/validate/fields";
import type { RuleEdit } from "./draft";
import type { StandardSetRows } from "./from-rows";
import { type FileRow, rowName, type RulesFile, type RulesFileEntity } from "./rules-file";

/** Rows of the file by what they would do. */
export interface RowTally {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

/** A set of the file; one of which only rules differ is changed too. */
export interface PlannedSet {
  readonly name: string;
  readonly state: keyof RowTally;
  readonly rules: RowTally;
}

export interface PlannedRules {
  readonly edits: readonly RuleEdit[];
  readonly unchanged: number;
  readonly sets: readonly PlannedSet[];
  readonly posts: RowTally;
  /** Keys of sets and posts that the file refers to and that neither it nor the roster has. */
  readonly unknown: readonly string[];
  /** Rows of the file that stand for a row which another one of the file stands for: which of the two is meant cannot be told. */
  readonly repeated: readonly string[];
}

interface Row {
  readonly id: string;
  readonly fields: RowFields;
}

/** @param here what the roster has, and of its posts those that are for our own office to use */
export function planRules(
  file: RulesFile,
  here: { readonly sets: readonly StandardSetRows[]; readonly posts: readonly Row[] },
  newId: () => string,
): PlannedRules {
  const edits: RuleEdit[] = [];
  const unknown = new Set<string>();
  const taken = new Set<string>();
  const repeated: string[] = [];
  const setIds = idsOf(file.sets, here.sets, newId);
  const postIds = idsOf(file.posts, here.posts, newId);
  const keys = {
    standardSet: keyIndex(file.sets, setIds, here.sets),
    post: keyIndex(file.posts, postIds, here.posts),
  };

  const take = (
    entity: RulesFileEntity,
    id: string,
    before: RowFields | undefined,
    fields: RowFields,
  ): keyof RowTally => {
    if (taken.has(id)) repeated.push(rowName({ fields }));
    taken.add(id);
    const meant = referring(entity, fields, keys, unknown);
    const differing = Object.fromEntries(
      Object.entries(meant).filter(([name, value]) => value !== (before?.[name] ?? null)),
    );
    if (before !== undefined && Object.keys(differing).length === 0) return "unchanged";
    edits.push({ entity, id, isNew: before === undefined, fields: differing });
    return before === undefined ? "added" : "changed";
  };

  const knownPosts = new Map(here.posts.map((one) => [one.id, one]));
  const knownSets = new Map(here.sets.map((one) => [one.id, one]));
  const posts = file.posts.map((post, place) => {
    const id = postIds[place] ?? "";
    return take("post", id, knownPosts.get(id)?.fields, post.fields);
  });
  const sets = file.sets.map((set, place) => {
    const id = setIds[place] ?? "";
    const known = knownSets.get(id);
    const ruleOf = sameRules(known?.rules ?? [], taken);
    const own = take("standardSet", id, known?.fields, set.fields);
    const rules = set.rules.map((rule, nth) => {
      const before = ruleOf(rule);
      const ordered = { ...rule.fields, set: id, order: rule.fields["order"] ?? (nth + 1) * 10 };
      const ruleId = before?.id ?? rule.id ?? newId();
      const stored = before === undefined ? undefined : { ...before.fields, set: id };
      return take("standardRule", ruleId, stored, ordered);
    });
    const isTouched = rules.some((one) => one !== "unchanged");
    const state = own === "unchanged" && isTouched ? "changed" : own;
    return { name: rowName(set), own, state, rules };
  });
  const every = [...posts, ...sets.flatMap(({ own, rules }) => [own, ...rules])];
  return {
    edits,
    unchanged: tally(every).unchanged,
    sets: sets.map(({ name, state, rules }) => ({ name, state, rules: tally(rules) })),
    posts: tally(posts),
    unknown: [...unknown],
    repeated,
  };
}

function tally(rows: readonly (keyof RowTally)[]): RowTally {
  const count = (state: keyof RowTally) => rows.filter((one) => one === state).length;
  return { added: count("added"), changed: count("changed"), unchanged: count("unchanged") };
}

/** The id of each row of the file: that of the row which it stands for, or a new one. */
function idsOf(rows: readonly FileRow[], here: readonly Row[], newId: () => string): string[] {
  const ids = new Set(here.map(({ id }) => id));
  const byKey = new Map<string, string>();
  for (const { id, fields } of here) {
    const key = textOf(fields, "key");
    if (key !== null && !byKey.has(key)) byKey.set(key, id);
  }
  return rows.map(({ id, fields }) => {
    if (id !== null && ids.has(id)) return id;
    return byKey.get(textOf(fields, "key") ?? "") ?? id ?? newId();
  });
}

function keyIndex(
  rows: readonly FileRow[],
  ids: readonly string[],
  here: readonly Row[],
): Map<string, string> {
  const index = new Map(
    here.flatMap(({ id, fields }) => [[id, id] as const, [textOf(fields, "key") ?? id, id] as const]),
  );
  rows.forEach(({ fields }, place) => {
    const id = ids[place] ?? "";
    index.set(id, id).set(textOf(fields, "key") ?? id, id);
  });
  return index;
}

/** The same fields with rows named by their ids. */
function referring(
  entity: RulesFileEntity,
  fields: RowFields,
  keys: Readonly<Record<string, ReadonlyMap<string, string>>>,
  unknown: Set<string>,
): RowFields {
  const definitions = entityDefinition(entity).fields;
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      const { type, entity: target } = definitions[name] ?? {};
      const isReference = type === "reference" || type === "referenceSet";
      if (!isReference || typeof value !== "string" || name === "set") return [name, value];
      const ids = value.split(" ").map((key) => {
        const id = keys[target ?? ""]?.get(key);
        if (id === undefined) unknown.add(key);
        return id ?? key;
      });
      return [name, [...new Set(ids)].sort().join(" ")];
    }),
  );
}

/**
 * The rule of a set that one of the file stands for: of the same id, or the first that speaks of the same by the same clause
 * and that no other of the file stands for.
 * @param taken ids that a row of the file stands for by then
 */
function sameRules(rules: readonly Row[], taken: ReadonlySet<string>): (rule: FileRow) => Row | undefined {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const told = ({ fields }: Pick<Row, "fields">) =>
    JSON.stringify(["standard", "postGroups", "clause"].map((field) => fields[field] ?? null));
  const alike = grouped(rules.toReversed(), told);
  return (rule) => {
    if (rule.id !== null) return byId.get(rule.id);
    const free = alike.get(told(rule)) ?? [];
    // What is taken once stays so.
    while (free.length > 0 && taken.has(free.at(-1)?.id ?? "")) free.pop();
    return free.at(-1);
  };
}
