/** A generated history, played step by step on real offices. */
import type { Script, Step } from "./script";
import { Stage } from "./stage";
import { takeStep } from "./steps";

export class Play extends Stage {
  /** Everybody begins with the same two people, so that there is something to disagree about. */
  async run(script: Script): Promise<void> {
    await this.step({ do: "add", at: 0, unit: 0 });
    await this.step({ do: "add", at: 0, unit: 1 });
    for (const place of this.offices.keys()) await this.step({ do: "send", at: 0, to: place, whole: true });
    for (const step of script) await this.step(step);
  }

  async step(step: Step): Promise<void> {
    await takeStep(this, step);
  }
}
