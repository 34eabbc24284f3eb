/** `salary-done`: writes the next step of those whose step is due, as one change. */
import { formatNumber } from "../../../shared/text/format";
import { wrong } from "../arguments";
import type { Command } from "../command";
import { writing, writingOptions } from "../roster-access";
import { sessionAsked, sessionOptions, sessionTime } from "../salary-options";

export const salaryDone: Command = {
  name: "salary-done",
  needs: "edit",
  arguments: [{ name: "roster", help: "roster" }],
  options: {
    ...sessionOptions,
    people: { value: "id", help: "sessionPeople", many: /^[0-9a-f-]{36}$/i },
    all: { value: null, help: "sessionAll" },
    number: { value: "text", help: "decisionNumber" },
    date: { value: "day", help: "decisionDate" },
    signer: { value: "name", help: "decisionSigner" },
    ...writingOptions,
  },
  async run(context) {
    const { args, environment, t, print } = context;
    sessionTime(context);
    const named = args.option("people") === null ? null : args.all("people").map((id) => id.toLowerCase());
    if ((named === null) !== args.flag("all")) throw wrong(t, "peopleOrAll", {});
    const decision = {
      number: args.option("number"),
      date: args.day("date"),
      signer: args.option("signer"),
    };
    const { raiseSteps } = await import("../../services/salary-raise");
    const { ownDay } = await import("../../services/own-day");
    return writing(context, async (roster) => {
      const asked = await sessionAsked(context, roster, { on: ownDay(roster.db, environment) });
      const { changeId, people, proposed } = await raiseSteps(roster, environment, asked, named, decision);
      print(
        { changeId, people, proposed },
        () => `${t("cli:salary.raised", { text: formatNumber(people) })}\n`,
      );
    });
  },
};
