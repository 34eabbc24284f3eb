/** What a plan writes, as edits of one change: made while they are written, so that a long list is never held twice. */
import { ownerField } from "../../../shared/domain/entities";
import type { Answers } from "../../../shared/import/questions";
import type { Edit } from "../../roster/change-log";
import type { OpenRoster } from "../open-roster";
import type { ImportPlan } from "./import-plan";
import { answeredWordings, knownWordings } from "./wordings";

/** People with their rows, texts that are kept with them, and what was said of texts once for all. */
export function* importEdits(
  roster: Pick<OpenRoster, "db" | "newId">,
  { people, lines }: ImportPlan,
  answers: Answers,
): Generator<Edit> {
  for (const { id, writes, kept } of people) {
    if (id === null) continue;
    for (const { entity, id: row, isNew, fields } of writes) {
      const owner = entity === "official" ? {} : { [ownerField(entity).name]: id };
      yield isNew
        ? { kind: "create", entity, id: row, fields: { ...fields, ...owner } }
        : { kind: "update", entity, id: row, fields };
    }
    for (const fields of kept)
      yield { kind: "create", entity: "keptText", id: roster.newId(), fields: { official: id, ...fields } };
  }
  const known = knownWordings(roster.db);
  for (const [key, fields] of answeredWordings(lines, answers))
    if (!known.has(key)) yield { kind: "create", entity: "wording", id: roster.newId(), fields };
}
