/** `sample`: a roster of made-up people, the Thanh Ba case or a larger synthetic one. */
import { resolve } from "node:path";
import { sampleSets } from "../../../shared/sample/types";
import { formatDay, formatNumber } from "../../../shared/text/format";
import type { Command } from "../command";

const defaultSeed = 1;
/** At most one line of progress in this time, so that a quick sample says nothing. */
const progressEvery = 1_000;

export const sample: Command = {
  name: "sample",
  needs: "nothing",
  arguments: [{ name: "roster", help: "roster" }],
  options: {
    set: { value: "name", help: "set", choices: sampleSets },
    seed: { value: "number", help: "seed", helpParams: { seed: defaultSeed } },
  },
  async run({ args, environment, ports, t, print, note }) {
    const path = resolve(args.argument("roster"));
    const set = args.choice("set", sampleSets) ?? "thanh-ba";
    const seed = args.whole("seed", 0) ?? defaultSeed;
    const { createSampleRoster } = await import("../../services/new-roster");
    const { officeRow } = await import("../../roster/read/office");
    let officials = 0;
    let told = environment.now();
    const roster = await createSampleRoster(
      path,
      {
        set,
        seed,
        signal: ports.interrupted(),
        onProgress: (count) => {
          officials = count;
          if (environment.now() - told < progressEvery) return;
          told = environment.now();
          note(t("cli:done.progress", { officials: formatNumber(count) }));
        },
      },
      environment,
    );
    const asOf = String(officeRow(roster.db)?.fields["sampleAsOf"]);
    await roster.close();
    print(
      { path, set, seed, asOf, officials },
      () => `${t("cli:done.sample", { path, officials: formatNumber(officials), day: formatDay(asOf) })}\n`,
    );
  },
};
