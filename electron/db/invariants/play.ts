/**
 * Plays a generated history on real rosters and writes down, beside them, the plain set of ops with what each author
 * knew. A step that is not possible at the moment (nothing to restore, a removal that is refused) does nothing.
 */
import { AppError, type ErrorCode } from "../../../shared/contract/errors";
import { entities, type EntityName, entityById, type FieldValue } from "../../../shared/domain/entities";
import { bytesToUuid, toHex } from "../../../shared/sync/bytes";
import { decodeBody } from "../../../shared/sync/op-codec";
import { isShippedWriter } from "../../../shared/sync/shipped-op";
import { testId } from "../test-support";
import { verifyRoster } from "../verify";
import type { Edit } from "../log/edits";
import { newestImport } from "../log/import-undo";
import { expectedOf, type ModelOp, type Portrait } from "./model";
import { type PlayFile, PlayOffice, postId, unitIds, type World } from "./office";
import { portraitOf } from "./portrait";
import type { Script, Step } from "./script";

const refusals: ReadonlySet<ErrorCode> = new Set([
  "row-unknown",
  "reference-missing",
  "row-in-use",
  "undo-blocked",
  "undo-nothing",
  "import-undo-blocked",
]);

type Played = "official" | "assignment" | "qualification" | "unit";
const played: readonly Played[] = ["official", "assignment", "qualification", "unit"];

/** Fields that are played with, and four values for each. */
const fieldsOf: Readonly<Record<Played, readonly (readonly [string, readonly FieldValue[]])[]>> = {
  official: [
    ["fullName", ["An", "Bình", "Chi", "Dung"]],
    ["birth", ["1980", "1980-05", "1980-05-12", null]],
    ["note", ["a", "b", null, "d"]],
    ["ethnicity", ["Kinh", "Mường", "Tày", null]],
  ],
  assignment: [
    ["unit", [...unitIds, unitIds[0]]],
    ["to", ["2020", null, "2025-06-30", "2024-01"]],
    ["main", [true, false, null, true]],
    ["endReason", [null, "retired", null, "resigned"]],
  ],
  qualification: [
    ["level", ["university", "master", "university", "doctor"]],
    ["granted", ["2009", null, "2010-07", "2011"]],
    ["note", ["a", "b", null, "d"]],
    ["school", ["X", "Y", null, "Z"]],
  ],
  unit: [
    ["name", ["Một", "Hai", "Ba", "Bốn"]],
    ["validTo", ["2025-06-30", null, "2025-12-31", "2026-06-30"]],
    ["parent", [unitIds[0], unitIds[1], null, unitIds[2]]],
    ["formedFrom", ["x", null, "y", "z"]],
  ],
};

interface Posted {
  readonly to: PlayOffice;
  readonly file: PlayFile;
}

export class Play {
  readonly world: World;
  readonly offices: PlayOffice[];
  /** All ops that were ever written, by hash. */
  readonly ops = new Map<string, ModelOp>();
  /** Hex of writers that are no office of the play. */
  readonly strangers = new Set<string>();
  readonly post: Posted[] = [];
  readonly #backups: { of: PlayOffice; folder: string; file: string }[] = [];
  readonly #known = new Map<PlayOffice, Set<string>>();
  /** Called around every import; for invariants of a single import. */
  onImport: ((office: PlayOffice, before: ReadonlySet<string>, after: ReadonlySet<string>) => void) | null =
    null;

  constructor(world: World, offices = 2) {
    this.world = world;
    this.offices = Array.from({ length: offices }, (_, place) => world.office(`office-${place}`));
    for (const office of this.offices) this.note(office);
  }

  close(): void {
    for (const office of this.offices) office.close();
  }

  office(place: number): PlayOffice {
    return this.offices[place % this.offices.length] as PlayOffice;
  }

  /** What an office holds, as model ops. */
  held(office: PlayOffice): ModelOp[] {
    return [...this.knownTo(office)].map((hash) => this.ops.get(hash) as ModelOp);
  }

  knownTo(office: PlayOffice): ReadonlySet<string> {
    return this.#known.get(office) ?? new Set();
  }

  /** Everybody begins with the same two people, so that there is something to disagree about. */
  async run(script: Script): Promise<void> {
    await this.step({ do: "add", at: 0, unit: 0 });
    await this.step({ do: "add", at: 0, unit: 1 });
    for (const place of this.offices.keys()) await this.step({ do: "send", at: 0, to: place, whole: true });
    for (const step of script) await this.step(step);
  }

  /** Writes an office's new ops down; each was written by it knowing all that it held before. */
  note(office: PlayOffice): void {
    const past = new Set(this.#known.get(office));
    const rows = office.handle.raw<
      [Buffer, Buffer, number, number, Buffer, number, number, Buffer]
    >(`SELECT op.hash, writer.identity, op.seq, op.lamport, op.row, op.entity, op.created, op.body
       FROM op JOIN writer ON writer.id = op.writer ORDER BY op.id`);
    const now = new Set<string>();
    for (const [hash, writer, seq, lamport, row, entity, created, body] of rows) {
      const id = toHex(hash);
      now.add(id);
      if (this.ops.has(id)) continue;
      this.ops.set(id, {
        hash: id,
        writer: toHex(writer),
        seq,
        lamport,
        row: bytesToUuid(row),
        entity,
        create: created === 1,
        fields: decodeBody(body).fields,
        past: this.#pastOf(writer, past),
      });
      past.add(id);
    }
    this.#known.set(office, now);
  }

  /** Nobody wrote a row of a shipped list, having seen anything; a writer from outside saw its own ops. */
  #pastOf(writer: Uint8Array, held: ReadonlySet<string>): ReadonlySet<string> {
    if (isShippedWriter(writer)) return new Set();
    const name = toHex(writer);
    if (!this.strangers.has(name)) return new Set(held);
    return new Set([...this.ops.values()].filter((op) => op.writer === name).map((op) => op.hash));
  }

  write(office: PlayOffice, edits: readonly Edit[]): void {
    this.attempt(office, () => {
      office.log.write({ action: "edit", user: office.name, edits });
    });
  }

  /** Does something that may be refused; then nothing may have changed. */
  attempt(office: PlayOffice, work: () => void): void {
    const before = this.knownTo(office);
    try {
      work();
    } catch (error) {
      if (!(error instanceof AppError) || !refusals.has(error.code)) throw error;
      this.note(office);
      if (this.knownTo(office).size !== before.size)
        throw new Error("A refused change left ops", { cause: error });
    }
    this.note(office);
  }

  async receive(office: PlayOffice, ...files: readonly PlayFile[]): Promise<void> {
    const before = this.knownTo(office);
    await office.receive(...files);
    this.note(office);
    this.onImport?.(office, before, this.knownTo(office));
  }

  /** Rows that an office knows and that were created, in the order in which they were. */
  #rows(office: PlayOffice, entity: EntityName | null): { entity: Played; id: string }[] {
    return this.held(office).flatMap(({ create, row, entity: id }) => {
      const name = entityById(id);
      const isPlayed = played.find((one) => one === name);
      return create && isPlayed !== undefined && (entity === null || entity === name)
        ? [{ entity: isPlayed, id: row }]
        : [];
    });
  }

  #row(office: PlayOffice, nth: number, entity: EntityName | null = null) {
    const rows = this.#rows(office, entity);
    return rows[nth % Math.max(1, rows.length)];
  }

  async step(step: Step): Promise<void> {
    const office = this.office(step.at);
    switch (step.do) {
      case "add": {
        const official = office.log.newId();
        const unit = this.#row(office, step.unit, "unit")?.id ?? unitIds[0];
        this.write(office, [
          { kind: "create", entity: "official", id: official, fields: { fullName: "Người", birth: "1980" } },
          {
            kind: "create",
            entity: "assignment",
            id: office.log.newId(),
            fields: { official, unit, post: postId, from: "2015" },
          },
          {
            kind: "create",
            entity: "qualification",
            id: office.log.newId(),
            fields: { official, kind: "professional", level: "university" },
          },
        ]);
        return;
      }
      case "unit":
        this.write(office, [
          {
            kind: "create",
            entity: "unit",
            id: office.log.newId(),
            fields: {
              type: "xa",
              level: "commune",
              code: "99999",
              name: "Mới",
              parent: unitIds[step.unit % 3] ?? null,
            },
          },
        ]);
        return;
      case "edit": {
        const row = this.#row(office, step.row);
        if (row === undefined) return;
        const fields = Object.fromEntries(
          step.fields.map((place) => {
            const [field, values] = fieldsOf[row.entity][place] as readonly [string, readonly FieldValue[]];
            return [field, values[step.value] ?? null];
          }),
        );
        this.write(office, [{ kind: "update", ...row, fields }]);
        return;
      }
      case "remove": {
        const row = this.#row(office, step.row);
        if (row !== undefined) this.write(office, [{ kind: "remove", ...row, reason: "nhầm" }]);
        return;
      }
      case "restore": {
        const row = this.#row(office, step.row);
        if (row !== undefined) this.write(office, [{ kind: "restore", ...row }]);
        return;
      }
      case "decide": {
        const row = this.#row(office, step.row);
        const removed = step.removed ? "đã quyết" : null;
        if (row !== undefined) this.write(office, [{ kind: "decide", ...row, removed }]);
        return;
      }
      case "settle":
        this.#settle(office, step.nth, step.value);
        return;
      case "join": {
        const one = this.#row(office, step.row, "official");
        const other = this.#row(office, step.into, "official");
        if (one === undefined || other === undefined || one.id === other.id) return;
        this.write(office, [{ kind: "join", entity: "official", id: one.id, into: other.id }]);
        return;
      }
      case "undo": {
        const changes = office.handle.raw<[number]>("SELECT id FROM change ORDER BY id DESC LIMIT 4");
        const [id] = changes[step.nth % Math.max(1, changes.length)] ?? [];
        if (id !== undefined) this.attempt(office, () => office.log.undo(id, { user: office.name }));
        return;
      }
      case "send": {
        const to = this.office(step.to);
        if (to !== office) await this.receive(to, office.write(to, step.whole));
        return;
      }
      case "post": {
        const to = this.office(step.to);
        if (to !== office) this.post.push({ to, file: office.write(to, step.whole) });
        return;
      }
      case "deliver": {
        const place = step.nth % Math.max(1, this.post.length);
        const posted = this.post[place];
        if (posted === undefined) return;
        if (!step.again) this.post.splice(place, 1);
        await this.receive(posted.to, posted.file);
        return;
      }
      case "meet":
        await this.exchangeAll(false);
        return;
      case "undoImport": {
        const id = newestImport(office.handle);
        if (id !== null) this.attempt(office, () => office.log.undoImport(id, office.name));
        return;
      }
      case "backup":
        this.#backups.push({ of: office, folder: office.copy(), file: office.file });
        return;
      case "goBack": {
        const own = this.#backups.filter((one) => one.of === office);
        const backup = own[step.nth % Math.max(1, own.length)];
        if (backup === undefined) return;
        office.restore(backup.folder, step.withHome);
        this.note(office);
        return;
      }
      case "clone": {
        if (this.offices.length >= 5) return;
        const folder = office.copy();
        const file = step.as === "image" ? office.file : folder;
        const clone = new PlayOffice(this.world, `${office.name}-${step.as}`, folder, file);
        if (step.as === "file") clone.forgetHome();
        this.offices.push(clone);
        this.note(clone);
        return;
      }
      case "ship": {
        const fields = { type: "xa", level: "commune", code: "77777", name: `Đợt ${step.name}` } as const;
        office.log.ship([{ entity: "unit", id: testId(0x20 + step.unit), fields }]);
        this.note(office);
        return;
      }
      case "compact":
        office.log.compact(this.offices.filter((one) => one !== office).map((one) => one.key));
        return;
      case "reopen":
        office.reopen();
        return;
      case "clock":
        office.clock = step.to;
        return;
    }
  }

  /** Settles a conflict in favour of one of its values, or decides whether the row is there. */
  #settle(office: PlayOffice, nth: number, value: number): void {
    const conflicts = office.handle.all<{ row: Buffer; field: number; entity: number }>(
      "SELECT row, field, entity FROM conflict ORDER BY row, field",
    );
    const conflict = conflicts[nth % Math.max(1, conflicts.length)];
    const name = played.find((one) => one === (conflict && entityById(conflict.entity)));
    if (conflict === undefined || name === undefined) return;
    const id = bytesToUuid(conflict.row);
    if (conflict.field === 0) {
      const removed = value % 2 === 0 ? null : "đã quyết";
      this.write(office, [{ kind: "decide", entity: name, id, removed }]);
      return;
    }
    const found = fieldsOf[name].find(
      ([field]) => (entities[name].fields as Record<string, { id: number }>)[field]?.id === conflict.field,
    );
    if (found === undefined) return;
    const [field, values] = found;
    this.write(office, [
      { kind: "settle", entity: name, id, fields: { [field]: values[value % 4] ?? null } },
    ]);
  }

  /**
   * Everybody gets everything by way of the first office, in whole files or what each receiver's statement lacks.
   * Each request is followed by its answer, since of two clones with one key the last statement counts.
   */
  async exchangeAll(whole: boolean): Promise<void> {
    const [hub, ...others] = this.offices;
    if (hub === undefined) return;
    for (const other of others) {
      await this.receive(other, hub.write(other, whole));
      await this.receive(hub, other.write(hub, whole));
    }
    for (const other of others) {
      await this.receive(hub, other.write(hub, whole));
      await this.receive(other, hub.write(other, whole));
    }
  }

  /** Whether an office's ops follow each other without gaps. */
  isGapless(office: PlayOffice): boolean {
    return (
      office.handle.value<number>(
        `SELECT 1 FROM op WHERE prev IS NOT NULL AND NOT EXISTS (SELECT 1 FROM op AS before WHERE before.hash = op.prev) LIMIT 1`,
      ) === undefined
    );
  }

  portrait(office: PlayOffice): Portrait {
    return portraitOf(office.handle);
  }

  expected(office: PlayOffice): Portrait {
    return expectedOf(this.held(office));
  }

  verify(office: PlayOffice): unknown {
    office.reopen();
    return verifyRoster(office.path);
  }
}
