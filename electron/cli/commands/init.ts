/** `init`: a new roster for a unit's office, from the shipped list of units. */
import { resolve } from "node:path";
import type { Translate } from "../../../shared/i18n";
import { formatDay } from "../../../shared/text/format";
import type { Environment } from "../../services/environment";
import { wrong } from "../arguments";
import type { Command } from "../command";

/** Today, for the list of units of a new roster. @throws AppError usage by a clock that cannot be right */
async function believedToday(environment: Environment, t: Translate): Promise<string> {
  const { checkClock } = await import("../../services/clock");
  const { state, today } = checkClock(environment, null);
  if (state !== "right") throw wrong(t, "clockForInit", { day: formatDay(today) });
  return today;
}

export const init: Command = {
  name: "init",
  needs: "nothing",
  arguments: [{ name: "roster", help: "roster" }],
  options: {
    unit: { value: "code", help: "unitOffice", required: true },
    on: { value: "day", help: "onInit" },
  },
  async run({ args, environment, t, print }) {
    const path = resolve(args.argument("roster"));
    const on = args.day("on") ?? (await believedToday(environment, t));
    const { createOfficeRoster, unitByCode } = await import("../../services/new-roster");
    const { unitCount } = await import("../../roster/read/units");
    const unit = unitByCode(args.required("unit"), on);
    const roster = await createOfficeRoster(path, unit.id, environment);
    const units = unitCount(roster.db);
    await roster.close();
    const name = `${t(`domain:unitType.${unit.type}`)} ${unit.name}`;
    print(
      { path, unitCode: unit.code, unitName: name, on, units },
      () => `${t("cli:done.init", { path, unit: name, code: unit.code, units })}\n`,
    );
  },
};
