/** What the steps of a generated history do to real rosters. */
import { entities, type EntityName, entityById, type FieldValue } from "../../../shared/domain/entities";
import { bytesToUuid } from "../../../shared/sync/bytes";
import { testId } from "../rosters";
import { newestReception } from "../../roster/read/receptions";
import { PlayOffice, postId, unitIds } from "./office";
import type { Stage } from "./stage";
import { fieldsOf, type Played, played } from "./played-fields";
import type { Step } from "./script";
import { sql } from "../../roster/file/sql";

/** Rows that an office knows and that were created, in the order in which they were. */
function rowsOf(
  play: Stage,
  office: PlayOffice,
  entity: EntityName | null,
): { entity: Played; id: string }[] {
  return play.held(office).flatMap(({ create, row, entity: id }) => {
    const name = entityById(id);
    const isPlayed = played.find((one) => one === name);
    return create && isPlayed !== undefined && (entity === null || entity === name)
      ? [{ entity: isPlayed, id: row }]
      : [];
  });
}

function rowOf(play: Stage, office: PlayOffice, nth: number, entity: EntityName | null = null) {
  const rows = rowsOf(play, office, entity);
  return rows[nth % Math.max(1, rows.length)];
}

/** Does what a step says, as far as it is possible at the moment. */
export async function takeStep(play: Stage, step: Step): Promise<void> {
  const office = play.office(step.at);
  switch (step.do) {
    case "add": {
      const official = office.log.newId();
      const unit = rowOf(play, office, step.unit, "unit")?.id ?? unitIds[0];
      play.write(office, [
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
      play.write(office, [
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
      const row = rowOf(play, office, step.row);
      if (row === undefined) return;
      const fields = Object.fromEntries(
        step.fields.map((place) => {
          const [field, values] = fieldsOf[row.entity][place] as readonly [string, readonly FieldValue[]];
          return [field, values[step.value] ?? null];
        }),
      );
      play.write(office, [{ kind: "update", ...row, fields }]);
      return;
    }
    case "remove": {
      const row = rowOf(play, office, step.row);
      if (row !== undefined) play.write(office, [{ kind: "remove", ...row, reason: "nhầm" }]);
      return;
    }
    case "restore": {
      const row = rowOf(play, office, step.row);
      if (row !== undefined) play.write(office, [{ kind: "restore", ...row }]);
      return;
    }
    case "decide": {
      const row = rowOf(play, office, step.row);
      const removed = step.removed ? "đã quyết" : null;
      if (row !== undefined) play.write(office, [{ kind: "decide", ...row, removed }]);
      return;
    }
    case "settle":
      settle(play, office, step.nth, step.value);
      return;
    case "join": {
      const one = rowOf(play, office, step.row);
      if (one === undefined || one.entity === "unit") return;
      const other = rowOf(play, office, step.into, one.entity);
      if (other === undefined || one.id === other.id) return;
      play.write(office, [{ kind: "join", ...one, into: other.id }]);
      return;
    }
    case "undo": {
      const changes = office.handle.raw<[number]>(sql`SELECT id FROM change ORDER BY id DESC LIMIT 4`);
      const [id] = changes[step.nth % Math.max(1, changes.length)] ?? [];
      if (id !== undefined) play.attempt(office, () => office.log.undo(id, { user: office.name }));
      return;
    }
    case "send": {
      const to = play.office(step.to);
      if (to !== office) await play.receive(to, office.write(to, step.whole));
      return;
    }
    case "post": {
      const to = play.office(step.to);
      if (to !== office) play.post.push({ to, file: office.write(to, step.whole) });
      return;
    }
    case "deliver": {
      const place = step.nth % Math.max(1, play.post.length);
      const posted = play.post[place];
      if (posted === undefined) return;
      if (!step.again) play.post.splice(place, 1);
      await play.receive(posted.to, posted.file);
      return;
    }
    case "meet":
      await play.exchangeAll(false);
      return;
    case "undoReception": {
      const id = newestReception(office.handle);
      if (id !== null) play.attempt(office, () => office.log.undoReception(id, office.name));
      return;
    }
    case "backup":
      play.backups.push({ of: office, folder: office.copy(), file: office.file });
      return;
    case "goBack": {
      const own = play.backups.filter((one) => one.of === office);
      const backup = own[step.nth % Math.max(1, own.length)];
      if (backup === undefined) return;
      office.restore(backup.folder, step.withHome);
      play.note(office);
      return;
    }
    case "clone": {
      if (play.offices.length >= 5) return;
      const folder = office.copy();
      const file = step.as === "image" ? office.file : folder;
      const clone = new PlayOffice(play.world, `${office.name}-${step.as}`, folder, file);
      if (step.as === "file") clone.forgetHome();
      play.offices.push(clone);
      play.note(clone);
      return;
    }
    case "ship": {
      const fields = { type: "xa", level: "commune", code: "77777", name: `Đợt ${step.name}` } as const;
      office.log.ship([{ entity: "unit", id: testId(0x20 + step.unit), fields }]);
      play.note(office);
      return;
    }
    case "tidy":
      office.log.tidy(office.name);
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
function settle(play: Stage, office: PlayOffice, nth: number, value: number): void {
  const conflicts = office.handle.all<{ row: Buffer; field: number; entity: number }>(
    sql`SELECT row, field, entity FROM conflict ORDER BY row, field`,
  );
  const conflict = conflicts[nth % Math.max(1, conflicts.length)];
  const name = played.find((one) => one === (conflict && entityById(conflict.entity)));
  if (conflict === undefined || name === undefined) return;
  const id = bytesToUuid(conflict.row);
  if (conflict.field === 0) {
    const removed = value % 2 === 0 ? null : "đã quyết";
    play.write(office, [{ kind: "decide", entity: name, id, removed }]);
    return;
  }
  const found = fieldsOf[name].find(
    ([field]) => (entities[name].fields as Record<string, { id: number }>)[field]?.id === conflict.field,
  );
  if (found === undefined) return;
  const [field, values] = found;
  play.write(office, [{ kind: "settle", entity: name, id, fields: { [field]: values[value % 4] ?? null } }]);
}
