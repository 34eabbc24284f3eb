/** One play of each call that changes rules or takes them from a file; for tests over the whole contract. */
import { referenceSet } from "../../shared/catalog/reference-set";
import type { CallArgs, CallName, CallResult } from "../../shared/contract/contract";

type Ask = <N extends CallName>(name: N, args: CallArgs<N>) => Promise<CallResult<N>>;

/** Why calls that need "edit" tell nobody. */
export const rulesSilences = { rulesFileRead: "reads a file; its rows are written by rulesSave" } as const;

/** @param file asked for when it is played: where a rules file may be written */
export function rulesPlays(ask: Ask, file: () => string) {
  return {
    rulesSave: () =>
      ask("rulesSave", {
        edits: [{ entity: "standardSet", id: referenceSet.set.id, isNew: false, fields: { inUse: true } }],
      }),
    rulesFileRead: async () => {
      const { path } = await ask("rulesFileWrite", { path: file(), set: null, knownOn: null });
      return ask("rulesFileRead", { path });
    },
  };
}
