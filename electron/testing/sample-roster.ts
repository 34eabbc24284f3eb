/** Real rosters on disk for the tests of services. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTranslate } from "../../shared/i18n";
import { createSampleRoster } from "../services/new-roster";
import { everybody } from "../services/permissions";
import { OpenRoster } from "../services/open-roster";
import { type CountedPlace, placeSample } from "./made-sample";

export interface TestPlace extends CountedPlace {
  readonly folder: string;
  readonly remove: () => void;
}

const noon = Date.UTC(2026, 9, 1, 5);
const second = 1000;

/**
 * A folder and a machine whose clock and ids can be foretold: 01/10/2026 at noon, a second later each time.
 * @param folder a new one where left out
 */
export function testPlace(folder: string = mkdtempSync(join(tmpdir(), "so-can-bo-services-"))): TestPlace {
  let now = noon;
  let ids = 0;
  return {
    folder,
    environment: {
      home: join(folder, "home"),
      now: () => {
        now += second;
        return now;
      },
      newId: () => `018f0000-0000-7000-8000-${(++ids).toString(16).padStart(12, "0")}`,
      hints: { host: "may-thu", platform: "linux", addresses: [] },
      t: createTranslate("vi"),
      caller: () => ({ user: "Văn phòng", role: null, device: "may-thu" }),
      policy: everybody,
      pause: () => Promise.resolve(),
    },
    counted: () => ({ now: (now - noon) / second, ids }),
    advance: (by) => {
      now += by.now * second;
      ids += by.ids;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The Thanh Ba sample, open for writing. */
export async function openThanhBa(place: TestPlace): Promise<OpenRoster> {
  const { folder, environment } = place;
  const path = join(folder, "thanh-ba.scb");
  if (await placeSample(path, place, testPlace)) return OpenRoster.open(path, environment);
  const roster = await createSampleRoster(path, { set: "thanh-ba", seed: 1 }, environment);
  return OpenRoster.of(roster, environment);
}
