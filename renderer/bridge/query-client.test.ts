/** Which answers are asked for again after a change, as the page keeps them. */
import { QueryObserver } from "@tanstack/react-query";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { CallArgs, CallName, EventData } from "../../shared/contract/contract";
import { fakeApi } from "../testing/fake-api";
import { createQueryClient, followChanges } from "./query-client";

const an = "018f0000-0000-7000-8000-000000000001";
const binh = "018f0000-0000-7000-8000-000000000002";
const moment = { on: "2021-10-01" };

describe("the cache of answers", () => {
  const ends: (() => void)[] = [];
  afterEach(() => {
    for (const end of ends.splice(0)) end();
  });

  /** Questions on screen, and the names of those asked again after an event. */
  async function asked(
    shown: readonly { [N in CallName]: readonly [N, CallArgs<N>] }[CallName][],
    change: Omit<EventData<"changed">, "version">,
  ): Promise<string[]> {
    const fake = fakeApi();
    Object.defineProperty(window, "api", { value: fake.api, configurable: true });
    const client = createQueryClient();
    ends.push(followChanges(client));
    const again: string[] = [];
    for (const [name, args] of shown) {
      let first = true;
      const observer = new QueryObserver(client, {
        queryKey: [name, args],
        queryFn: () => {
          if (!first) again.push(name);
          first = false;
          return Promise.resolve(null);
        },
      });
      ends.push(observer.subscribe(() => undefined));
    }
    await vi.waitFor(() => expect(client.isFetching()).toBe(0));
    fake.emit("changed", { version: 2, ...change });
    await vi.waitFor(() => expect(client.isFetching()).toBe(0));
    return again;
  }

  const onScreen = [
    ["officeGet", { knownOn: null }],
    ["unitGet", { id: an, knownOn: null }],
    ["officialGet", { id: an, moment }],
    ["statisticsByUnit", { moment, unitId: null }],
    ["settingsGet", {}],
  ] as const;

  it("asks nothing of the office or the settings again when a unit was edited", async () => {
    const change = { session: false, parts: ["unit" as const, "log" as const], officials: [] };
    expect(await asked(onScreen, change)).toEqual(["unitGet", "officialGet", "statisticsByUnit"]);
  });

  it("asks for the record of the one who changed, and for the figures", async () => {
    const parts = ["official" as const, "log" as const];
    expect(await asked(onScreen, { session: false, parts, officials: [an] })).toEqual([
      "officialGet",
      "statisticsByUnit",
    ]);
    expect(await asked(onScreen, { session: false, parts, officials: [binh] })).toEqual(["statisticsByUnit"]);
  });

  it("asks everything again when another roster is open", async () => {
    const again = await asked(onScreen, { session: true, parts: [], officials: null });
    expect(again).toEqual(onScreen.map(([name]) => name));
  });
});
