/** A province, its district, two communes and a stranger, with ops of theirs: who may say what is asked on plain sets of them. */
import { type Standing, standing, type Verdict } from "../domain/authority";
import { entities, type EntityName, type FieldValue } from "../domain/entities";
import { decisionRowOf } from "../sync/authority/decisions";
import { Judge } from "../sync/authority/judge";
import type { JudgeStore } from "../sync/authority/judge-store";
import { type LastCounted, untilText } from "../sync/authority/revoked";
import type { AuthoredOp, Reader } from "../sync/authority/types";

export const id = (number: number) => `00000000-0000-7000-8000-${number.toString(16).padStart(12, "0")}`;
const key = (letter: string) => letter.repeat(64);
const shipped = key("0");
export const [province, district, communeA, communeB] = [id(1), id(2), id(3), id(4)] as const;
export const keys = { P: key("a"), D: key("b"), A: key("c"), B: key("d"), X: key("e") } as const;
export type Who = keyof typeof keys;
/** Offices that everybody in the world below knows. */
const known: readonly Who[] = ["P", "D", "A", "B"];
const unitOf: Record<Who, string> = { P: province, D: district, A: communeA, B: communeB, X: communeB };

let count = 0;
const seqs = new Map<string, number>();

interface Made {
  readonly by: string;
  readonly entity: EntityName;
  readonly row: string;
  readonly create?: boolean;
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly removed?: string;
}

export function op({ by, entity, row, create = false, fields, removed }: Made): AuthoredOp {
  const writer = `${by}${"1".repeat(32)}`;
  const seq = (seqs.get(writer) ?? 0) + 1;
  seqs.set(writer, seq);
  const definitions = entities[entity].fields as Record<string, { id: number }>;
  const values = new Map<number, FieldValue>(
    Object.entries(fields).map(([field, value]) => [definitions[field]?.id ?? -1, value]),
  );
  if (removed !== undefined) values.set(0, removed);
  return {
    id: (++count).toString(16).padStart(64, "0").split("").reverse().join(""),
    branch: { writer, fork: null },
    seq,
    lamport: by === shipped ? 1 : count + 10,
    create,
    fields: values,
    supersedes: new Map(),
    entity: entities[entity].id,
    row,
  };
}

/** Rows whose ids were made with a key. */
export const boundTo = new Map<string, string>();

class Store implements JudgeStore<AuthoredOp> {
  readonly ops: AuthoredOp[] = [];
  readonly standings = new Map<string, Standing>();
  readonly #homes = new Map<string, Set<string>>();
  opsOf = (row: string) => this.ops.filter((one) => one.row === row);
  isBoundTo = (row: string, by: string) => boundTo.get(row) === by;
  readonly #opened = new Map<string, AuthoredOp>();
  open = () => [...this.#opened.values()];
  keepOpen(one: AuthoredOp, isOpen: boolean): void {
    if (isOpen) this.#opened.set(one.id, one);
    else this.#opened.delete(one.id);
  }
  ruling = () =>
    this.ops.filter((one) =>
      ["unit", "credential", "decision"].some((name) => entities[name as EntityName].id === one.entity),
    );
  placeOf = ({ writer, seq, hash }: LastCounted) =>
    this.ops.find((one) => one.branch.writer === writer && one.seq === seq && one.id.startsWith(hash))
      ?.branch ?? null;
  waiting = () =>
    this.ops.filter((one) => [standing.waits, standing.refused].some((to) => to === this.standingOf(one)));
  standingOf = (one: AuthoredOp) => this.standings.get(one.id) ?? standing.counts;
  setStanding = (one: AuthoredOp, to: Standing) => void this.standings.set(one.id, to);
  homesOf = (official: string) => this.#homes.get(official) ?? [];
  addHome(official: string, unit: string): boolean {
    const known = this.#homes.get(official) ?? new Set();
    this.#homes.set(official, known);
    if (known.has(unit)) return false;
    known.add(unit);
    return true;
  }
}

/** Revokes a key; what it wrote among some ops counts on. */
export function revokes(by: Who, whose: Who, kept: readonly AuthoredOp[], row: string): AuthoredOp {
  const theirs = kept.filter(({ branch }) => branch.writer.startsWith(keys[whose]));
  const last = [...theirs].sort((a, b) => b.seq - a.seq).slice(0, 1);
  const until = untilText(last.map(({ branch, seq, id: hash }) => ({ writer: branch.writer, seq, hash })));
  const fields = { key: keys[whose], unit: unitOf[whose], until };
  return op({ by: keys[by], entity: "credential", row, create: true, fields });
}

/**
 * Judges ops in the groups in which they come, beginning anew where that is asked for.
 * @param reopened whether the roster is opened again before each group
 */
export function judged(
  reader: Reader,
  groups: readonly (readonly AuthoredOp[])[],
  reopened = false,
): Map<string, Standing> {
  let store = new Store();
  let judge = new Judge(store, reader);
  for (const group of groups) {
    if (reopened) judge = new Judge(store, reader);
    store.ops.push(...group);
    judge.take(group);
    if (!judge.mustBeginAnew) continue;
    const { ops } = store;
    store = new Store();
    store.ops.push(...ops);
    for (const one of ops)
      if (!["unit", "credential"].some((name) => entities[name as EntityName].id === one.entity))
        store.standings.set(one.id, standing.waits);
    judge = new Judge(store, reader, true);
    const rest = ops.filter(
      (one) => entities.unit.id !== one.entity && entities.credential.id !== one.entity,
    );
    for (const one of rest) store.standings.delete(one.id);
    judge.take(rest.filter((one) => one.entity !== entities.decision.id));
    judge.take(rest.filter((one) => one.entity === entities.decision.id));
  }
  return new Map(store.ops.map((one) => [one.id, store.standingOf(one)]));
}

export const reader = (who: Who): Reader => ({
  keys: [keys[who]],
  units: [unitOf[who]],
  office: id(900 + who.charCodeAt(0)),
});

const unit = (row: string, parent: string | null) =>
  op({
    by: shipped,
    entity: "unit",
    row,
    create: true,
    fields: { name: "x", ...(parent === null ? {} : { parent }) },
  });
const tie = (by: Who, who: Who) =>
  op({
    by: keys[by],
    entity: "credential",
    row: id(1000 + ++count),
    create: true,
    fields: { key: keys[who], unit: unitOf[who] },
  });

/** Units, and what the district and the communes said of each other's keys. */
export function world(): AuthoredOp[] {
  return [
    unit(province, null),
    unit(district, province),
    unit(communeA, district),
    unit(communeB, district),
    tie("D", "P"),
    tie("D", "A"),
    tie("D", "B"),
    tie("A", "D"),
    tie("B", "D"),
    tie("P", "D"),
  ];
}

export const person = (by: Who, row: string) =>
  op({ by: keys[by], entity: "official", row, create: true, fields: { fullName: "An" } });
export const serves = (by: Who, row: string, official: string, at: string) =>
  op({ by: keys[by], entity: "assignment", row, create: true, fields: { official, unit: at, post: id(50) } });
export const renames = (by: Who, row: string) =>
  op({ by: keys[by], entity: "official", row, fields: { fullName: "Bình" } });
export const says = (by: Who, about: AuthoredOp, verdict: "accept" | "refuse") =>
  op({
    by: keys[by],
    entity: "decision",
    row: decisionRowOf(about.id),
    create: true,
    fields: { op: about.id, about: about.row, verdict },
  });
/** A later word in the row of a decision, by somebody who writes over those that are there. */
export const saysAgain = (
  by: Who,
  row: string,
  { removed, ...said }: { readonly verdict?: Verdict; readonly reason?: string; readonly removed?: string },
  decisions: readonly AuthoredOp[],
): AuthoredOp => {
  const made = op({ by: keys[by], entity: "decision", row, fields: said, ...(removed && { removed }) });
  const over = decisions.filter((one) => one.row === row).map((one) => one.id);
  return { ...made, supersedes: new Map([...made.fields.keys()].map((field) => [field, over])) };
};
/** Takes back an own withdrawal: its row goes, and what was proposed waits again. */
export const unsays = (by: Who, about: AuthoredOp) =>
  op({ by: keys[by], entity: "decision", row: decisionRowOf(about.id), fields: {}, removed: "undo" });

/** How an op stands at the province, the district and both communes. */
export function everywhere(ops: readonly AuthoredOp[], one: AuthoredOp): (Standing | undefined)[] {
  return known.map((who) => judged(reader(who), [ops]).get(one.id));
}

/** The same standing at each of them. */
export const alike = (to: Standing): Standing[] => known.map(() => to);

function orders<T>(all: readonly T[]): T[][] {
  if (all.length === 0) return [[]];
  return all.flatMap((one) => orders(all.filter((other) => other !== one)).map((rest) => [one, ...rest]));
}

/**
 * How the last ops stand after they came to the province one by one, in every order, with the roster kept open or opened
 * again each time, and all at once: each outcome once, so that one of them says that order has no say.
 */
export function outcomes(base: readonly AuthoredOp[], last: readonly AuthoredOp[]): Standing[][] {
  const found = orders(last).flatMap((order) =>
    [false, true].map((reopened) => judged(reader("P"), [base, ...order.map((one) => [one])], reopened)),
  );
  const whole = judged(reader("P"), [[...base, ...last]]);
  const of = (one: ReadonlyMap<string, Standing>) => [...base, ...last].map((op) => one.get(op.id));
  const all = new Set([whole, ...found].map((one) => JSON.stringify(of(one))));
  return [...all].map((text) => (JSON.parse(text) as Standing[]).slice(base.length));
}
