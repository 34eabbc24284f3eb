/** `show`: one person's record with the ids of its rows, which `edit` and `remove` ask for. */
import type { OfficialRecord } from "../../../shared/contract/schemas/officials";
import { type EntityName, type FieldValue, ownedEntities } from "../../../shared/domain/entities";
import type { CatalogFacts } from "../../roster/read/index/catalog-facts";
import type { Command, CommandContext } from "../command";
import { momentOptions, readingAt } from "../roster-access";
import { rowText } from "../row-table";
import { peopleText } from "../people-table";

export const show: Command = {
  name: "show",
  needs: "read",
  arguments: [
    { name: "roster", help: "roster" },
    { name: "id", help: "officialId" },
  ],
  options: momentOptions,
  async run(context) {
    const { args, print, t } = context;
    const { documentWord } = await import("../../services/documents");
    const { Officials } = await import("../../services/officials");
    return readingAt(context, async (roster, moment, live) => {
      const id = args.argument("id").toLowerCase();
      const record = await new Officials(roster).get(id, moment);
      const { catalog } = await roster.index();
      print(record, () => recordText(record, catalog, documentWord(live, t), t));
    });
  },
};

function recordText(
  record: OfficialRecord,
  catalog: CatalogFacts,
  documents: (hash: string) => string,
  t: CommandContext["t"],
): string {
  const { id, official, serving, mainDoubt, findings } = record;
  const summary = {
    unitName: serving?.unitName ?? null,
    document: {
      id,
      name: String(official["fullName"] ?? ""),
      birth: typeof official["birth"] === "string" ? official["birth"] : null,
      unitId: serving?.unitId ?? null,
      unitCode: serving?.unitCode ?? null,
      post: serving?.postName ?? null,
      mainDoubt,
      findings,
    },
  };
  const block = (entity: EntityName, rowId: string, fields: Record<string, FieldValue>) =>
    rowText({ entity, id: rowId, fields }, catalog, documents, t);
  return [
    peopleText(
      [summary],
      findings.map(({ standard }) => standard),
      t,
    ),
    block("official", id, official),
    ...ownedEntities.flatMap((entity) => record.rows[entity].map((row) => block(entity, row.id, row.fields))),
  ].join("\n");
}
