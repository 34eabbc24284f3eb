/** A generated history, played step by step on real offices. */
import type { World } from "./office";
import type { RankStep } from "./rank-script";
import { beginRanks } from "./ranks";
import { takeRankStep } from "./rank-steps";
import type { Step } from "./script";
import { Stage } from "./stage";
import { takeStep } from "./steps";

export class Play extends Stage {
  constructor(world: World, offices = 2) {
    super(world, offices);
    if (world.ruled === "byAll" || world.hasBegun(offices)) return;
    beginRanks(this);
    world.keepBegun(this.offices);
  }

  /** Everybody begins with the same two people, so that there is something to disagree about. */
  async run(script: readonly (Step | RankStep)[]): Promise<void> {
    // In the first two communes.
    const first = this.world.ruled === "byRank" ? 2 : 0;
    await this.step({ do: "add", at: 0, unit: first });
    await this.step({ do: "add", at: 0, unit: first + 1 });
    for (const place of this.offices.keys()) await this.step({ do: "send", at: 0, to: place, whole: true });
    for (const step of script) await this.step(step);
  }

  async step(step: Step | RankStep): Promise<void> {
    if ("rank" in step) await takeRankStep(this, step);
    else await takeStep(this, step);
  }
}
