/** `show`: one person's record with the ids of its rows, which `edit` and `remove` ask for. */
import type { StoryEvent } from "../../../shared/contract/schemas/person-story";
import type { OfficialRecord } from "../../../shared/contract/schemas/officials";
import { type EntityName, type FieldValue, ownedEntities } from "../../../shared/domain/entities";
import type { CatalogFacts } from "../../roster/read/index/catalog-facts";
import type { Command, CommandContext } from "../command";
import { momentOptions, readingAt } from "../roster-access";
import { rowText } from "../row-table";
import { peopleText } from "../people-table";
import { storyRecorded, storyWhen } from "../../../shared/i18n/story-sentence";
import { renderTable } from "../table";

export const show: Command = {
  name: "show",
  needs: "read",
  arguments: [
    { name: "roster", help: "roster" },
    { name: "id", help: "officialId" },
  ],
  options: { story: { value: null, help: "story" }, ...momentOptions },
  async run(context) {
    const { args, print, t } = context;
    const { documentWord } = await import("../../services/documents");
    const { Officials } = await import("../../services/officials");
    const { personStory } = await import("../../services/person-story");
    return readingAt(context, async (roster, moment, live) => {
      const id = args.argument("id").toLowerCase();
      if (args.flag("story")) {
        const events = await personStory(live, t, { id, moment });
        return print({ id, events }, () => storyText(events, t));
      }
      const record = await new Officials(roster).get(id, moment);
      const { catalog } = await roster.index();
      print(record, () => recordText(record, catalog, documentWord(live, t), t));
    });
  },
};

/** One line an event: when, what kind of thing, what, and when it came into the roster. */
function storyText(events: readonly StoryEvent[], t: CommandContext["t"]): string {
  const columns = ["when", "kind", "what", "recorded"] as const;
  return renderTable(
    columns.map((key) => ({ heading: t(`story:column.${key}`) })),
    events.map((event) => [
      storyWhen(t, event),
      t(`domain:entity.${event.entity}`),
      event.text,
      storyRecorded(t, event),
    ]),
  );
}

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
  const block = (entity: EntityName, rowId: string, fields: Record<string, FieldValue>, told?: string) =>
    rowText({ entity, id: rowId, fields, ...(told === undefined ? {} : { told }) }, catalog, documents, t);
  return [
    peopleText(
      [summary],
      findings.map(({ standard }) => standard),
      t,
    ),
    block("official", id, official),
    ...ownedEntities.flatMap((entity) =>
      record.rows[entity].map((row) => block(entity, row.id, row.fields, row.told)),
    ),
  ].join("\n");
}
