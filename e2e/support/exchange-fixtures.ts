/** What journeys between offices start from: offices of one district, a stick, and a window for one of them. */
import { dirname } from "node:path";
import { test as base, expect } from "../fixtures";
import { type Screens, screensOf } from "../pages/screens";
import {
  communeSpec,
  districtSpec,
  makeOffices,
  newcomerSpec,
  Office,
  type Offices,
  sampleDay,
} from "./offices";
import { type Program, startProgram } from "./program";
import { plugIn } from "./stick";
import { shownDay } from "./words";

export type OfficeWindow = Screens & { readonly program: Program };

interface Fixtures extends Offices {
  /** The stick that is carried between them. */
  readonly stick: string;
  /** Opens an office's roster in a window as of the sample's day, with the stick plugged in. */
  readonly openWindow: (office: Office) => Promise<OfficeWindow>;
}

interface WorkerFixtures {
  /** Folders of the offices as they were made, to copy from. */
  readonly madeOffices: { readonly [K in keyof Offices]: string };
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  madeOffices: [
    async ({}, use) => {
      const made = await makeOffices();
      const folderOf = ({ roster }: Office) => dirname(roster);
      await use({
        district: folderOf(made.district),
        commune: folderOf(made.commune),
        newcomer: folderOf(made.newcomer),
      });
      for (const office of Object.values<Office>({ ...made })) office.remove();
    },
    { scope: "worker" },
  ],
  district: async ({ madeOffices }, use) => {
    await lend(new Office(districtSpec, madeOffices.district), use);
  },
  commune: async ({ madeOffices }, use) => {
    await lend(new Office(communeSpec, madeOffices.commune), use);
  },
  newcomer: async ({ madeOffices }, use) => {
    await lend(new Office(newcomerSpec, madeOffices.newcomer), use);
  },
  stick: async ({ place }, use) => {
    await use(place.stick);
  },
  openWindow: async ({ stick }, use) => {
    const programs: Program[] = [];
    await use(async ({ place, roster }) => {
      const program = await startProgram(place, { roster });
      programs.push(program);
      const screens = screensOf(program.page);
      // The day of the sample's figures, whatever today is.
      await screens.shell.setAsOf(shownDay(sampleDay));
      await expect(screens.statistics.heading).toContainText(shownDay(sampleDay));
      await plugIn(program, stick);
      return { ...screens, program };
    });
    for (const program of programs) await program.close();
    const complaints = programs.flatMap((program) => program.complaints);
    expect(complaints, "the page complained").toEqual([]);
  },
});

async function lend(office: Office, use: (office: Office) => Promise<void>): Promise<void> {
  await use(office);
  const bugs = office.place.bugs();
  office.remove();
  expect(bugs, `the program of ${office.office} met something unexpected`).toBe("");
}

export { expect };
