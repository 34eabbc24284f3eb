// Guards that a list which is too long to be held is read again in slices and never whole, with progress, and that one which is
// held says how many of its lines rest on law that nobody compared with its text.
import { expect, it } from "vitest";
import { mostHeld } from "../people-rows";
import { type Listed, numberCell, sourceOfListed } from "./listing";

function listed(count: number): Listed & { readonly most: () => number } {
  let most = 0;
  return {
    most: () => most,
    count,
    types: { place: "number" },
    read: (from, to) => {
      most = Math.max(most, to - from);
      return Array.from({ length: to - from }, (_none, at) => ({
        cells: { place: numberCell(from + at) },
        unverified: from + at < 3,
      }));
    },
    values: { what: "x" },
    limits: ["Việc: Nghỉ hưu"],
  };
}
const pause = () => Promise.resolve();

it("reads a long list in slices, in order, and tells how far it is", async () => {
  const list = listed(mostHeld + 1);
  let told = 0;
  const { lists, limits } = await sourceOfListed(list, { pause, onProgress: (done) => (told = done) });
  const line = lists?.["line"];
  expect(line?.rows).toEqual([]);
  expect(line?.long?.count).toBe(mostHeld + 1);
  expect(list.most()).toBe(0);
  const places: unknown[] = [];
  for await (const slice of line?.long?.slices() ?? []) places.push(...slice.map((cells) => cells("place")));
  expect(places).toEqual(Array.from({ length: mostHeld + 1 }, (_none, value) => ({ kind: "number", value })));
  expect(told).toBe(mostHeld + 1);
  expect(list.most()).toBeLessThan(1000);
  expect(limits).toEqual({ lines: ["Lọc theo: Việc: Nghỉ hưu."], isPart: true });
});

it("counts what rests on unverified law, and stops when it is told to", async () => {
  const { values } = await sourceOfListed(listed(5), { pause });
  expect(values).toMatchObject({ count: "5", unverified: "3 dòng" });
  const stopped = sourceOfListed(listed(5), { pause, signal: AbortSignal.abort() });
  await expect(stopped).rejects.toMatchObject({ code: "cancelled" });
});
