/** `add`: one new row, through the same service as the screen; prints the row. */
import { wrong } from "../arguments";
import type { Command } from "../command";
import { enteredEntityList } from "../entity-lists";
import { fieldTexts } from "../field-texts";
import { writing, writingOptions } from "../roster-access";
import { rowText } from "../row-table";
import { warningsOf } from "../warnings";

export const add: Command = {
  name: "add",
  needs: "edit",
  arguments: [
    { name: "roster", help: "roster" },
    { name: "entity", help: "entity", helpParams: enteredEntityList },
    { name: "fields", help: "assignments", many: true },
  ],
  options: {
    ...writingOptions,
    reason: { value: "text", help: "reason" },
    yes: { value: null, help: "yes" },
  },
  async run(context) {
    const { args, environment, t, print } = context;
    const texts = fieldTexts(context, add.name);
    const { addRow, entityOfName } = await import("../../services/entity-editing");
    const { documentWord } = await import("../../services/documents");
    const entity = entityOfName(args.argument("entity"));
    if (entity === "office") throw wrong(t, "officeOnce");
    return writing(context, async (roster) => {
      const { id, fields, proposed, warnings } = await addRow(roster, environment, {
        entity,
        texts,
        reason: args.option("reason"),
        yes: args.flag("yes"),
      });
      print({ entity, id, fields, proposed, warnings: warningsOf(context, warnings) }, () =>
        rowText({ entity, id, fields }, roster.catalog(), documentWord(roster, t), t),
      );
    });
  },
};
