/**
 * The model: a plain set of ops, each with everything that its author knew when writing it.
 *
 * Written from the words of the design alone, without the code under test: no branches, no folding by sequence, no
 * tables. Slow, and obviously right.
 */
import {
  entities,
  type EntityName,
  entityById,
  entityDefinition,
  type FieldValue,
  fieldDefinition,
} from "../../../shared/domain/entities";

export interface ModelOp {
  readonly hash: string;
  /** Hex. */
  readonly writer: string;
  readonly seq: number;
  /** Sequence of the first op of the change that it is part of. */
  readonly change: number;
  readonly lamport: number;
  readonly row: string;
  readonly entity: number;
  readonly create: boolean;
  readonly fields: ReadonlyMap<number, FieldValue>;
  /** Hashes of all ops that were in the author's roster. */
  readonly past: ReadonlySet<string>;
}

/** What a roster shows, by row ids; the same shape for the model and for tables. */
export interface Portrait {
  /** "row/field" to the hashes of its heads, the shown one first. */
  readonly heads: Readonly<Record<string, readonly string[]>>;
  /** Rows in tables: "entity row" to its values. */
  readonly rows: Readonly<Record<string, Readonly<Record<string, FieldValue>>>>;
  readonly conflicts: readonly string[];
  /** "row/field → target state". */
  readonly unresolved: readonly string[];
  readonly hidden: readonly string[];
  readonly waiting: readonly string[];
}

type Presence = "absent" | "present" | "removed" | "disputed";

interface Row {
  readonly id: string;
  readonly entity: number;
  readonly ops: readonly ModelOp[];
  readonly heads: ReadonlyMap<number, readonly ModelOp[]>;
  readonly presence: Presence;
}

function written(op: ModelOp, field: number): FieldValue | undefined {
  return op.fields.get(field) ?? (op.fields.has(field) || (op.create && field === 0) ? null : undefined);
}

/** Ops that mean the same: one row of a shipped list, created in two rosters with one value. */
function twins(op: ModelOp, field: number, ops: readonly ModelOp[]): ModelOp[] {
  return ops.filter(
    (other) => other === op || (op.create && other.create && written(other, field) === written(op, field)),
  );
}

/** Whether it is known of an op's author that they had another op in front of them. */
export type Knew = (later: ModelOp, op: ModelOp) => boolean;

/**
 * What can be told of who knew what from exactly these ops: all that the authors knew, but for one thing. Where two
 * machines went on under one name and an op of one of them is lost, nobody can tell any more on which of both lines those
 * after it were written. To take what lies before the hole for seen might drop an edit without a word; so it stays in
 * view, and people are asked.
 */
export function knownFrom(ops: Iterable<ModelOp>): Knew {
  const byWriter = new Map<string, ModelOp[]>();
  for (const op of ops) byWriter.set(op.writer, [...(byWriter.get(op.writer) ?? []), op]);
  const cloned = new Set<string>();
  for (const [writer, list] of byWriter) {
    list.sort((a, b) => a.seq - b.seq);
    const isOneLine = list.every((op, place) => op.past.has(list[place - 1]?.hash ?? "") || place === 0);
    if (!isOneLine) cloned.add(writer);
  }
  return (later, op) => {
    if (!later.past.has(op.hash)) return false;
    if (later.writer !== op.writer || !cloned.has(op.writer)) return true;
    const between = (byWriter.get(op.writer) ?? []).filter(
      ({ seq, hash }) => seq > op.seq && seq < later.seq && later.past.has(hash),
    );
    return between.length === later.seq - op.seq - 1;
  };
}

function headsOf(field: number, ops: readonly ModelOp[], knew: Knew): ModelOp[] {
  const writing = ops.filter((op) => written(op, field) !== undefined);
  const overwritten = (op: ModelOp) => writing.some((later) => knew(later, op));
  return writing
    .filter((op) => !twins(op, field, writing).some(overwritten))
    .sort((a, b) => {
      if (a.lamport !== b.lamport) return b.lamport - a.lamport;
      if (a.writer !== b.writer) return a.writer < b.writer ? 1 : -1;
      return a.hash < b.hash ? 1 : -1;
    });
}

function presenceOf(
  heads: ReadonlyMap<number, readonly ModelOp[]>,
  ops: readonly ModelOp[],
  knew: Knew,
): Presence {
  const own = heads.get(0) ?? [];
  if (own.length === 0) return "absent";
  const removals = own.filter((op) => written(op, 0) !== null);
  if (removals.length === 0) return "present";
  if (removals.length < own.length) return "disputed";
  const seen = (field: number, head: ModelOp) =>
    removals.some((removal) =>
      twins(
        head,
        field,
        ops.filter((op) => written(op, field) !== undefined),
      ).some((one) => one === removal || knew(removal, one)),
    );
  const allSeen = [...heads].every(([field, list]) => list.every((head) => seen(field, head)));
  return allSeen ? "removed" : "disputed";
}

function rowOf(id: string, ops: readonly ModelOp[], knew: Knew): Row {
  const fields = new Set(ops.flatMap((op) => [...op.fields.keys(), ...(op.create ? [0] : [])]));
  const heads = new Map([...fields].sort((a, b) => a - b).map((field) => [field, headsOf(field, ops, knew)]));
  return { id, entity: ops[0]?.entity ?? 0, ops, heads, presence: presenceOf(heads, ops, knew) };
}

const joined = /^joined into (.{36})$/;

function targetOf(row: Row): string | null {
  const head = row.presence === "removed" ? row.heads.get(0)?.[0] : undefined;
  return joined.exec(String(head === undefined ? "" : written(head, 0)))?.[1] ?? null;
}

function isShown(row: Row): boolean {
  return row.presence === "present" || row.presence === "disputed";
}

/** Whether all that takes a row out of view was part of changes that took another one out, be it removed or joined. */
function wentWith(row: Row, owner: Row): boolean {
  const removals = ({ heads }: Row) => (heads.get(0) ?? []).filter((op) => written(op, 0) !== null);
  return (
    removals(row).length > 0 &&
    removals(row).every((op) =>
      removals(owner).some((one) => one.writer === op.writer && one.change === op.change),
    )
  );
}

function openFields(row: Row, isNeeded: boolean): number[] {
  const differ = (list: readonly ModelOp[], field: number) =>
    new Set(list.map((op) => written(op, field))).size > 1;
  const open = [...row.heads].filter(([field, list]) => differ(list, field)).map(([field]) => field);
  if (isNeeded || row.presence === "disputed") return [...new Set([0, ...open])];
  if (isShown(row)) return open;
  const joins = (row.heads.get(0) ?? []).some((op) => joined.test(String(written(op, 0))));
  return joins && open.includes(0) ? [0] : [];
}

interface ModelField {
  readonly id: number;
  readonly type: string;
  readonly required?: boolean;
  readonly entity?: string;
}

export function fieldsOfEntity(name: EntityName): [string, ModelField][] {
  return Object.entries(entities[name].fields as Record<string, ModelField>);
}

/** Id of the field by which a row belongs to another one. */
function ownerOf(name: EntityName): number | null {
  const { owner } = entityDefinition(name);
  return owner === null ? null : (fieldDefinition(name, owner.field)?.id ?? null);
}

type State = "missing" | "removed" | "joined" | "found" | "gone";

/**
 * What a roster in which exactly these ops count is to show.
 * @param held all that it holds: of these, too, that count for nothing it can be told who knew what
 */
export function expectedOf(ops: Iterable<ModelOp>, held: Iterable<ModelOp> = ops): Portrait {
  const all = [...ops];
  const knew = knownFrom(held);
  const byRow = new Map<string, ModelOp[]>();
  for (const op of all) byRow.set(op.row, [...(byRow.get(op.row) ?? []), op]);
  const rows = new Map([...byRow].map(([id, list]) => [id, rowOf(id, list, knew)]));

  /** Where a reference ends by way of joined records, there or removed. */
  const endOf = (id: string): string | null => {
    const seen: string[] = [];
    for (let at = id; !seen.includes(at); ) {
      seen.push(at);
      const row = rows.get(at);
      if (row === undefined || row.presence === "absent") return null;
      const next = targetOf(row);
      if (next === null) return at;
      at = next;
    }
    return null;
  };
  const shownValue = (row: Row, field: number) => {
    const [head] = row.heads.get(field) ?? [];
    return head === undefined ? null : (written(head, field) ?? null);
  };
  /** Removed, while another one went up in it or a row is there that cannot be shown without it. */
  const isNeeded = (id: string): boolean => {
    const row = rows.get(id);
    const isOut = row?.presence === "removed" && targetOf(row) === null;
    if (!isOut || !row.ops.some((op) => op.create)) return false;
    return [...rows.values()].some((user) => {
      const name = entityById(user.entity);
      if (name === null) return false;
      if (targetOf(user) !== null && endOf(user.id) === id) return true;
      if (entityDefinition(name).aside === true) return false;
      const needs = fieldsOfEntity(name).some(
        ([, field]) =>
          field.type === "reference" &&
          field.required === true &&
          endOf(String(shownValue(user, field.id))) === id,
      );
      return needs && (isShown(user) || isNeeded(user.id));
    });
  };
  /** Removed along with its owner, whose removal is open. */
  const isWithOpenOwner = (row: Row): boolean => {
    const name = entityById(row.entity);
    const field = name === null ? null : ownerOf(name);
    if (row.presence !== "removed" || field === null) return false;
    const id = endOf(String(shownValue(row, field)));
    const owner = id === null ? undefined : rows.get(id);
    if (id === null || owner === undefined || !wentWith(row, owner)) return false;
    return owner.presence === "disputed" || isNeeded(id);
  };

  /** Removed along with its owner and gone on with: one decision with the owner's. */
  const isDecidedWithOwner = (row: Row): boolean => {
    const name = entityById(row.entity);
    const field = name === null ? null : ownerOf(name);
    if ((row.presence !== "disputed" && !isNeeded(row.id)) || field === null) return false;
    const id = endOf(String(shownValue(row, field)));
    const owner = id === null ? undefined : rows.get(id);
    if (id === null || owner === undefined || !wentWith(row, owner)) return false;
    return owner.presence === "disputed" || isNeeded(id);
  };

  const inView = (id: string): boolean => {
    const row = rows.get(id);
    if (row === undefined || !row.ops.some((op) => op.create)) return false;
    if (isShown(row) || isNeeded(id) || isWithOpenOwner(row)) return true;
    const circle = [id];
    for (let at = targetOf(row); at !== id; ) {
      const next = at === null ? undefined : rows.get(at);
      if (at === null || next === undefined || circle.includes(at)) return false;
      circle.push(at);
      at = targetOf(next);
    }
    return circle.every((one) => id <= one);
  };
  const find = (id: string): [string | null, State | null] => {
    const seen = [id];
    for (let at = id; ; ) {
      if (stands(at)) return [at, at === id ? null : "joined"];
      const row = rows.get(at);
      if (row === undefined || row.presence === "absent" || isShown(row)) return [null, "missing"];
      const next = targetOf(row);
      if (next === null || seen.includes(next)) return [null, "removed"];
      seen.push(next);
      at = next;
    }
  };
  const valuesOf = (row: Row) =>
    new Map(
      [...row.heads].flatMap(([field, [head]]) => (head ? [[field, written(head, field)] as const] : [])),
    );
  const stands = (id: string): boolean => {
    const row = rows.get(id);
    const name = row === undefined ? null : entityById(row.entity);
    if (row === undefined || name === null || !inView(id)) return false;
    const values = valuesOf(row);
    return fieldsOfEntity(name).every(([, field]) => {
      if (field.required !== true) return true;
      const value = values.get(field.id) ?? null;
      return field.type === "reference" ? find(String(value))[0] !== null : value !== null;
    });
  };

  const portrait = {
    heads: {} as Record<string, string[]>,
    rows: {} as Record<string, Record<string, FieldValue>>,
    conflicts: [] as string[],
    unresolved: [] as string[],
    hidden: [] as string[],
    waiting: [] as string[],
  };
  for (const [id, row] of rows) {
    for (const [field, list] of row.heads) portrait.heads[`${id}/${field}`] = list.map((op) => op.hash);
    for (const field of openFields(row, isNeeded(id)))
      if (field !== 0 || !isDecidedWithOwner(row)) portrait.conflicts.push(`${id}/${field}`);
    const name = entityById(row.entity);
    const target = name === null ? null : targetOf(row);
    if (target !== null) portrait.unresolved.push(`${id}/0 → ${target} joined`);
    if (!row.ops.some((op) => op.create)) {
      portrait.waiting.push(`${id} ${row.ops.length}`);
      continue;
    }
    if (name === null) continue;
    if (inView(id)) {
      const values = valuesOf(row);
      const shown: Record<string, FieldValue> = {};
      for (const [field, { id: fieldId, type }] of fieldsOfEntity(name)) {
        const value = values.get(fieldId) ?? null;
        shown[field] = value;
        if (type !== "reference" || value === null) continue;
        const [found, state] = find(String(value));
        shown[field] = found;
        // A row that is left out for one of its references is listed with all of them.
        const listed = state ?? (stands(id) ? null : "found");
        if (listed !== null) portrait.unresolved.push(`${id}/${fieldId} → ${String(value)} ${listed}`);
      }
      if (stands(id)) portrait.rows[`${name} ${id}`] = shown;
    }
    const field = ownerOf(name);
    if ((row.presence === "removed" || row.presence === "disputed") && field !== null) {
      const owner = shownValue(row, field);
      const place = `${id}/${field} → `;
      if (owner !== null && !portrait.unresolved.some((one) => one.startsWith(place)))
        portrait.unresolved.push(`${place}${String(owner)} gone`);
    }
    if (!stands(id)) portrait.hidden.push(id);
  }
  return sorted(portrait);
}

/** With every list and key in one order. */
export function sorted(portrait: Portrait): Portrait {
  const inOrder = <T>(record: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
  return {
    heads: inOrder(portrait.heads),
    rows: inOrder(portrait.rows),
    conflicts: [...portrait.conflicts].sort(),
    unresolved: [...portrait.unresolved].sort(),
    hidden: [...portrait.hidden].sort(),
    waiting: [...portrait.waiting].sort(),
  };
}
