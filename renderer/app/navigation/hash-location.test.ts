import { beforeEach, describe, expect, it, vi } from "vitest";
import { createHashLocation } from "./hash-location";

/** jsdom walks its history in a task of its own. */
function walked(): Promise<void> {
  return new Promise((resolve) => {
    window.addEventListener("hashchange", () => setTimeout(resolve), { once: true });
  });
}

beforeEach(() => {
  window.history.replaceState(null, "", "#/statistics");
});

describe("hash location", () => {
  it("goes forward and back", async () => {
    const location = createHashLocation(window);
    const seen: string[] = [];
    const stop = location.subscribe(() => seen.push(location.read()));
    await location.go("#/officials?unit=1");
    const back = walked();
    window.history.back();
    await back;
    expect(seen).toEqual(["/officials?unit=1", "/statistics"]);
    stop();
  });

  it("keeps the place of what only has another address by now, until another screen comes", async () => {
    const location = createHashLocation(window);
    const places = [location.place()];
    await location.go("#/officials/new");
    places.push(location.place());
    await location.go("#/officials/1", { replace: true, inPlace: true });
    places.push(location.place());
    await location.go("#/changes?official=1");
    places.push(location.place());
    expect(places).toEqual(["/statistics", "/officials/new", "/officials/new", "/changes"]);
  });

  it("stays while the guard says no, wherever the way out was", async () => {
    const location = createHashLocation(window);
    const stop = location.subscribe(() => undefined);
    await location.go("#/officials/new");
    location.setGuard(() => Promise.resolve(false));
    expect(await location.go("#/changes")).toBe(false);
    const back = walked();
    window.history.back();
    await back;
    expect(location.read()).toBe("/officials/new");
    expect(window.location.hash).toBe("#/officials/new");
    stop();
  });

  it("goes where the user wanted once the guard says yes", async () => {
    const location = createHashLocation(window);
    const stop = location.subscribe(() => undefined);
    await location.go("#/officials/new");
    const guard = vi.fn(() => Promise.resolve(true));
    location.setGuard(guard);
    const back = walked();
    window.history.back();
    await back;
    expect(guard).toHaveBeenCalledOnce();
    expect(location.read()).toBe("/statistics");
    stop();
  });

  it("asks nothing for another filter of the same screen, nor when forced", async () => {
    const location = createHashLocation(window);
    const guard = vi.fn(() => Promise.resolve(false));
    location.setGuard(guard);
    expect(await location.go("#/statistics?unit=1")).toBe(true);
    expect(await location.go("#/changes", { force: true })).toBe(true);
    expect(guard).not.toHaveBeenCalled();
  });
});
