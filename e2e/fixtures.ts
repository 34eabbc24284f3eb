/** What every journey starts from: a workplace of its own and, where asked for, the program on the sample roster. */
import { copyFileSync } from "node:fs";
import { test as base, expect } from "@playwright/test";
import { readCommandLine } from "./support/command-line";
import { endAll, type Program, startProgram, Workplace } from "./support/program";

interface Fixtures {
  /** Ends what the test left running, whatever became of it. */
  readonly ending: undefined;
  readonly place: Workplace;
  /** The Thanh Ba sample as a file of this test. */
  readonly sample: string;
  /** The program with the sample open. */
  readonly program: Program;
}

interface WorkerFixtures {
  /** The sample as it was made, to copy from; made once because every test wants one. */
  readonly madeSample: string;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  madeSample: [
    async ({}, use) => {
      const place = new Workplace();
      const path = place.path("thanh-ba.scb");
      await readCommandLine(place, "sample", path);
      await use(path);
      place.remove();
    },
    { scope: "worker" },
  ],
  ending: [
    async ({}, use) => {
      await use(undefined);
      endAll();
    },
    { auto: true },
  ],
  place: async ({}, use) => {
    const place = new Workplace();
    await use(place);
    const bugs = place.bugs();
    place.remove();
    expect(bugs, "the program met something unexpected").toBe("");
  },
  sample: async ({ place, madeSample }, use) => {
    const path = place.path("thanh-ba.scb");
    copyFileSync(madeSample, path);
    await use(path);
  },
  program: async ({ place, sample }, use) => {
    const program = await startProgram(place, { roster: sample });
    await use(program);
    await program.close();
    expect(program.complaints, "the page complained").toEqual([]);
  },
});

export { expect };
