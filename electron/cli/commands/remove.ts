/** `remove`: takes a person, one of a person's rows, or an entry of a catalog off the roster, with a reason; undo brings it back. */
import { isRemovable } from "../../../shared/domain/entities";
import { wrong } from "../arguments";
import type { Command } from "../command";
import { removableEntityList } from "../entity-lists";
import { writing, writingOptions } from "../roster-access";

export const remove: Command = {
  name: "remove",
  needs: "edit",
  arguments: [
    { name: "roster", help: "roster" },
    { name: "entity", help: "removable", helpParams: removableEntityList },
    { name: "id", help: "id" },
  ],
  options: { ...writingOptions, reason: { value: "text", help: "reason", required: true } },
  async run(context) {
    const { args, environment, t, print } = context;
    const { entityOfName, removeRow } = await import("../../services/entity-editing");
    const entity = entityOfName(args.argument("entity"));
    if (!isRemovable(entity)) throw wrong(t, "notRemovable", { entity, ...removableEntityList });
    return writing(context, async (roster) => {
      const id = args.argument("id");
      const { changeId, proposed } = await removeRow(roster, environment, {
        entity,
        id,
        reason: args.required("reason"),
      });
      print(
        { entity, id, changeId, proposed },
        // Whatever waits is not removed; what is said of it stands beside the result.
        () =>
          proposed?.whole === true
            ? ""
            : `${t("cli:done.removed", { entity: t(`domain:entity.${entity}`).toLowerCase(), id })}\n`,
      );
    });
  },
};
