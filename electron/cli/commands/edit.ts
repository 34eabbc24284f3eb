/** `edit`: one change to one row, through the same service as the screen; prints the row. */
import type { Command } from "../command";
import { enteredEntityList } from "../entity-lists";
import { fieldTexts } from "../field-texts";
import { writing, writingOptions } from "../roster-access";
import { rowText } from "../row-table";
import { warningsOf } from "../warnings";

export const edit: Command = {
  name: "edit",
  needs: "edit",
  arguments: [
    { name: "roster", help: "roster" },
    { name: "entity", help: "entity", helpParams: enteredEntityList },
    { name: "id", help: "id" },
    { name: "fields", help: "assignments", many: true },
  ],
  options: {
    ...writingOptions,
    reason: { value: "text", help: "reason" },
    yes: { value: null, help: "yes" },
  },
  async run(context) {
    const { args, environment, t, print, json, note } = context;
    const texts = fieldTexts(context, edit.name);
    const { editRow, entityOfName } = await import("../../services/entity-editing");
    const { documentWord } = await import("../../services/documents");
    const entity = entityOfName(args.argument("entity"));
    return writing(context, async (roster) => {
      const request = {
        entity,
        id: args.argument("id"),
        texts,
        reason: args.option("reason"),
        yes: args.flag("yes"),
      };
      const { id, fields, changeId, proposed, warnings } = await editRow(roster, environment, request);
      print({ entity, id, fields, proposed, warnings: warningsOf(context, warnings) }, () =>
        rowText({ entity, id, fields }, roster.catalog(), documentWord(roster, t), t),
      );
      if (changeId === null && !json) note(t("cli:done.unchanged"));
    });
  },
};
