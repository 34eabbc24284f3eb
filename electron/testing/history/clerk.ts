/**
 * A clerk at work in a played office, who knows of each step what is to be seen after it, told from what was shown before
 * it and from what they themselves did: no fold, no heads, no log. A step that ends in another way fails at once.
 */
import { AppError } from "../../../shared/contract/errors";
import { type EntityName, entities, entityById, type FieldValue } from "../../../shared/domain/entities";
import { sql } from "../../roster/file/sql";
import { newestReception } from "../../roster/read/receptions";
import { entityOf, holds, idOf, keyOf, ownedBy, type Rows, same, taken, without } from "./clerk-eyes";
import type { ModelOp, Portrait } from "./model";
import { type PlayOffice, unitIds } from "./office";
import type { Play } from "./play";
import { fieldsOf, type Played } from "./played-fields";

/** A change as its clerk knows it. */
interface Done {
  readonly id: number;
  /** What it undoes or does again. */
  readonly root: Done | null;
  undone: boolean;
  readonly ops: readonly ModelOp[];
  /** What was shown before it was made. */
  readonly before: Portrait;
}

/** Keeps what one office did. */
export class Clerk {
  readonly #play: Play;
  readonly #office: PlayOffice;
  readonly #done: Done[] = [];
  /** How much was done when an import was taken back: what was shown before any of it is shown by nobody since. */
  #doneBefore = 0;

  constructor(play: Play, office: PlayOffice) {
    this.#play = play;
    this.#office = office;
  }

  get shown(): Portrait {
    return this.#play.portrait(this.#office);
  }

  #newest(): number {
    return this.#office.handle.value<number>(sql`SELECT max(id) FROM change WHERE reception IS NULL`) ?? 0;
  }

  /** Ops since a state of the log. */
  #since(before: ReadonlySet<string>): ModelOp[] {
    this.#play.note(this.#office);
    return this.#play.held(this.#office).filter(({ hash }) => !before.has(hash));
  }

  /** Does work, and writes the change down. @returns null where it was refused or nothing differed */
  #doing(work: () => number | null, root: Done | null): Done | AppError | null {
    const before = new Set(this.#play.knownTo(this.#office));
    const shown = this.shown;
    try {
      const id = work();
      if (id === null) return null;
      const done: Done = { id, root, undone: false, ops: this.#since(before), before: shown };
      this.#done.push(done);
      return done;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      same(this.#since(before), []);
      return error;
    }
  }

  #keys(entity: EntityName | null): string[] {
    return Object.keys(this.shown.rows).filter((key) =>
      entity === null ? entityOf(key) !== "post" : entityOf(key) === entity,
    );
  }

  #write(edits: Parameters<Play["write"]>[1]): Done | AppError | null {
    const { log, name } = this.#office;
    return this.#doing(() => log.write({ action: "edit", user: name, edits }).changeId, null);
  }

  add(nth: number): void {
    const before = this.shown;
    const { log } = this.#office;
    const [official, assignment] = [log.newId(), log.newId()];
    const units = this.#keys("unit").map(idOf);
    const unit = units[nth % units.length] ?? unitIds[0];
    const posts = this.#keys("post").map(idOf);
    const post = posts[0] ?? "";
    const done = this.#write([
      { kind: "create", entity: "official", id: official, fields: { fullName: "Người" } },
      {
        kind: "create",
        entity: "assignment",
        id: assignment,
        fields: { official, unit, post, from: "2015" },
      },
    ]);
    taken(done);
    const after = this.shown;
    same(Object.keys(after.rows).length, Object.keys(before.rows).length + 2);
    holds(after.rows[`assignment ${assignment}`], { official, unit });
    same(without(after.rows, [`official ${official}`, `assignment ${assignment}`]), before.rows);
    same(after.conflicts, before.conflicts);
  }

  edit(nth: number, places: readonly number[], value: number): void {
    const before = this.shown;
    const keys = this.#keys(null);
    const key = keys[nth % Math.max(1, keys.length)];
    if (key === undefined) return;
    const entity = entityOf(key) as Played;
    const fields: Record<string, FieldValue> = {};
    for (const place of places) {
      const [field, values] = fieldsOf[entity][place] as readonly [string, readonly FieldValue[]];
      fields[field] = values[value] ?? null;
    }
    const done = this.#write([{ kind: "update", entity, id: idOf(key), fields }]);
    const after = this.shown;
    if (done === null || done instanceof AppError) {
      same(after, before);
      return;
    }
    holds(after.rows[key], fields);
    const changed = Object.keys(fields);
    const rest = (rows: Rows) =>
      Object.fromEntries(Object.entries(rows[key] ?? {}).filter(([field]) => !changed.includes(field)));
    same(rest(after.rows), rest(before.rows));
    // A unit whose removal was open and that nobody needs any more goes with the edit that let go of it.
    const gone = Object.keys(before.rows).filter((one) => after.rows[one] === undefined);
    same(
      gone.every((one) => before.conflicts.includes(`${idOf(one)}/0`)),
      true,
    );
    const left = [key, ...gone];
    if (gone.length === 0) same(without(after.rows, left), without(before.rows, left));
    for (const conflict of after.conflicts)
      if (!conflict.startsWith(idOf(key))) same(before.conflicts.includes(conflict), true);
  }

  remove(nth: number): void {
    const before = this.shown;
    const keys = this.#keys("official");
    const key = keys[nth % Math.max(1, keys.length)];
    if (key === undefined) return;
    const done = this.#write([{ kind: "remove", entity: "official", id: idOf(key), reason: "nhầm" }]);
    taken(done);
    const gone = [key, ...ownedBy(before.rows, idOf(key))];
    const after = this.shown;
    for (const one of gone) same(after.rows[one], undefined);
    for (const one of gone)
      same(
        after.conflicts.some((name) => name.startsWith(idOf(one))),
        false,
      );
    same(
      Object.keys(after.rows).filter((one) => before.rows[one] === undefined),
      [],
    );
  }

  join(nth: number, into: number): void {
    const before = this.shown;
    const keys = this.#keys("official");
    const one = keys[nth % Math.max(1, keys.length)];
    const other = keys[into % Math.max(1, keys.length)];
    if (one === undefined || other === undefined || one === other) return;
    const done = this.#write([{ kind: "join", entity: "official", id: idOf(one), into: idOf(other) }]);
    taken(done);
    const after = this.shown;
    const theirs = ownedBy(before.rows, idOf(one));
    same(after.rows[one], undefined);
    for (const row of theirs) holds(after.rows[row], { official: idOf(other) });
    same(without(after.rows, theirs), without(before.rows, [one, ...theirs]));
  }

  /** Whether nothing came or was written since a change. */
  #isLast({ ops }: Done): boolean {
    const held = [...this.#play.knownTo(this.#office)];
    return ops.length > 0 && held.at(-1) === ops.at(-1)?.hash;
  }

  /** Undoes what was done last, does it again, and undoes it: each must be taken and lead back and forth. */
  undoLast(): void {
    const last = this.#done.at(-1);
    if (last === undefined || !this.#isLast(last) || this.#done.length === this.#doneBefore) return;
    const there = this.shown;
    const back = this.#take(last);
    // Of a conflict that the change settled the shown value comes back, which it may have kept.
    if (there.conflicts.length > 0 || last.before.conflicts.length > 0) return;
    taken(back);
    if (back === null || back instanceof AppError) return;
    same(this.shown.rows, last.before.rows);
    const before = this.shown;
    const again = this.#take(back);
    taken(again);
    same(this.shown.rows, there.rows);
    same(this.shown.conflicts, there.conflicts);
    if (again === null || again instanceof AppError) return;
    taken(this.#take(again));
    same(this.shown.rows, before.rows);
  }

  #take(one: Done): Done | AppError | null {
    const root = one.root ?? one;
    const { log, name } = this.#office;
    const undone = this.#doing(() => log.undo(one.id, { user: name }).changeId, root);
    if (undone !== null && !(undone instanceof AppError)) root.undone = !root.undone;
    return undone;
  }

  /** Undoes any earlier change, where that is not refused. */
  undo(nth: number): void {
    const one = this.#done[this.#done.length - 1 - (nth % Math.max(1, this.#done.length))];
    if (one === undefined) return;
    const before = this.shown;
    const done = this.#take(one);
    const after = this.shown;
    if (done === null || done instanceof AppError) {
      same(after, before);
      return;
    }
    const root = one.root ?? one;
    const said = root.ops.some((op) => op.create || op.fields.has(0));
    const touched = new Set(root.ops.map(keyOf));
    // Who is there changes only where the change said so, and nobody disputes with themselves.
    if (!said) {
      same(Object.keys(after.rows).sort(), Object.keys(before.rows).sort());
      same(
        after.conflicts.filter((name) => !before.conflicts.includes(name)),
        [],
      );
    }
    for (const key of Object.keys(after.rows)) {
      const [was, is] = [before.rows[key], after.rows[key]];
      if (was === undefined || is === undefined || touched.has(key)) continue;
      for (const [field, value] of Object.entries(is)) {
        // References are shown where they lead, which another row's coming or going changes.
        const isReference = ["official", "unit", "parent"].includes(field);
        if (!isReference) same({ key, field, value }, { key, field, value: was[field] });
      }
    }
    this.#checkValues(root, after);
  }

  /** Of what nobody else wrote, the value shown is that of the last change that stands. */
  #checkValues(root: Done, after: Portrait): void {
    const mine = new Map(this.#done.flatMap((done) => done.ops.map((op) => [op.hash, done] as const)));
    for (const op of root.ops) {
      const shown = after.rows[keyOf(op)];
      if (shown === undefined) continue;
      const name = entityById(op.entity);
      if (name === null) continue;
      for (const [field, { id, type }] of Object.entries(
        entities[name].fields as Record<string, { id: number; type: string }>,
      )) {
        if (type === "reference" || !op.fields.has(id)) continue;
        const writing = this.#play
          .held(this.#office)
          .filter((one) => one.row === op.row && (one.fields.has(id) || one.create));
        if (writing.some((one) => !mine.has(one.hash))) continue;
        const last = writing.filter((one) => {
          const done = mine.get(one.hash);
          return done?.root === null && !done.undone;
        });
        same({ field, value: shown[field] }, { field, value: last.at(-1)?.fields.get(id) ?? null });
      }
    }
  }

  async import(from: PlayOffice, thenUndo: boolean): Promise<void> {
    const before = this.shown;
    await this.#play.receive(this.#office, from.write(this.#office, true));
    same(this.shown, this.#play.expected(this.#office));
    if (!thenUndo) return;
    const id = newestReception(this.#office.handle);
    if (id === null || id < this.#newest()) return;
    this.#office.log.undoReception(id, this.#office.name);
    this.#play.note(this.#office);
    same(this.shown, before);
  }

  /** An import that is taken back once others may have gone on from it. */
  undoImport(): void {
    const id = newestReception(this.#office.handle);
    if (id !== null) this.#play.attempt(this.#office, () => this.#office.log.undoReception(id, "x"));
    const held = this.#play.knownTo(this.#office);
    for (let place = this.#done.length - 1; place >= 0; place--)
      if (this.#done[place]?.ops.some(({ hash }) => !held.has(hash))) this.#done.splice(place, 1);
    this.#doneBefore = this.#done.length;
    same(this.shown, this.#play.expected(this.#office));
  }
}
