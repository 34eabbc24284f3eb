/** Real rosters on disk for the tests of services. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTranslate } from "../../shared/i18n";
import type { Environment } from "../services/environment";
import { createSampleRoster } from "../services/new-roster";
import { everybody } from "../services/permissions";
import { OpenRoster } from "../services/open-roster";

export interface TestPlace {
  readonly folder: string;
  readonly environment: Environment;
  readonly remove: () => void;
}

/** A folder and a machine whose clock and ids can be foretold: 01/10/2026 at noon, a second later each time. */
export function testPlace(): TestPlace {
  const folder = mkdtempSync(join(tmpdir(), "so-can-bo-services-"));
  let now = Date.UTC(2026, 9, 1, 5);
  let ids = 0;
  return {
    folder,
    environment: {
      home: join(folder, "home"),
      now: () => {
        now += 1000;
        return now;
      },
      newId: () => `018f0000-0000-7000-8000-${(++ids).toString(16).padStart(12, "0")}`,
      hints: { host: "may-thu", platform: "linux", addresses: [] },
      t: createTranslate("vi"),
      caller: () => ({ user: "Văn phòng", role: null, device: "may-thu" }),
      policy: everybody,
      pause: () => Promise.resolve(),
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The Thanh Ba sample, open for writing. */
export async function openThanhBa({ folder, environment }: TestPlace): Promise<OpenRoster> {
  const path = join(folder, "thanh-ba.scb");
  const roster = await createSampleRoster(path, { set: "thanh-ba", seed: 1 }, environment);
  return OpenRoster.of(roster, environment);
}
