/** Options by which a large change is agreed to, of every command that may make one. */
import { type MassCount, massKinds, readMassCount } from "../../shared/domain/mass-change";
import { wrong } from "./arguments";
import type { CommandContext } from "./command";
import type { CommandSpec } from "./command-spec";

export const confirmOptions = {
  "as-of": { value: "day", help: "figuresOn" },
  confirm: {
    value: "confirm",
    help: "confirm",
    helpParams: { kinds: massKinds.join(", ") },
    list: true,
    many: /^[a-z]+=\d+$/,
  },
} as const satisfies CommandSpec["options"];

/** @throws AppError usage */
export function confirmedBy({ args, t }: CommandContext): MassCount[] {
  return args.all("confirm").map((text) => {
    const count = readMassCount(text);
    if (count === null) throw wrong(t, "confirm", { value: text, kinds: massKinds.join(", ") });
    return count;
  });
}
