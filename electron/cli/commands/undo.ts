/** `undo`: takes a change back; of an undo: does it again. */
import { appError } from "../../../shared/contract/errors";
import { wrong } from "../arguments";
import type { Command, CommandContext } from "../command";
import { confirmedBy, confirmOptions } from "../confirm";
import { writing, writingOptions } from "../roster-access";

export const undo: Command = {
  name: "undo",
  needs: "edit",
  arguments: [
    { name: "roster", help: "roster" },
    { name: "changeId", help: "changeId", optional: true },
  ],
  options: { ...writingOptions, ...confirmOptions },
  async run(context) {
    const { environment, print, t } = context;
    const wanted = changeNumber(context);
    const agreed = { confirmed: confirmedBy(context), on: context.args.day("as-of") ?? undefined };
    const { changeUndo, undoState } = await import("../../services/changes");
    const { officeOfWriter } = await import("../../services/exchange/log-offices");
    return writing(context, async (roster) => {
      const newest = wanted === null ? undoState(roster, t) : null;
      const undone = wanted ?? newest?.undo?.id;
      if (undone === undefined) throw appError(newest?.settled === true ? "undo-settled" : "undo-nothing");
      const { changeId, staysRemoved, staysSettled, staysEdited, proposed } = await changeUndo(
        roster,
        undone,
        agreed,
        officeOfWriter(roster, environment),
      );
      // Setting a reception aside writes nothing.
      const done = changeId === undone ? "cli:done.receptionUndone" : "cli:done.undone";
      print({ undone, changeId, staysRemoved, staysSettled, staysEdited, proposed }, () => {
        const stays = staysRemoved ? ` ${t("cli:done.staysRemoved")}` : "";
        const edited = staysEdited > 0 ? ` ${t("cli:done.staysEdited", { count: staysEdited })}` : "";
        const settled = staysSettled ? ` ${t("cli:done.staysSettled")}` : "";
        return `${t(done, { undone, change: changeId })}${stays}${settled}${edited}\n`;
      });
    });
  },
};

function changeNumber({ args, t }: CommandContext): number | null {
  const text = args.optional("changeId");
  if (text === null) return null;
  if (!/^\d{1,15}$/.test(text)) throw wrong(t, "changeNumber", { value: text });
  return Number(text);
}
