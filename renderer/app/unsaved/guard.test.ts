import { describe, expect, it, vi } from "vitest";
import { createRegistry } from "./guard";

const location = { setGuard: () => undefined };

describe("unsaved work", () => {
  it("asks nothing while nothing is dirty", async () => {
    const ask = vi.fn(() => Promise.resolve("stay" as const));
    const registry = createRegistry(location, ask);
    const remove = registry.add({ save: null });
    remove();
    expect(await registry.settle()).toBe(true);
    expect(ask).not.toHaveBeenCalled();
  });

  it("stays when the user stays", async () => {
    const registry = createRegistry(location, () => Promise.resolve("stay"));
    registry.add({ save: null });
    expect(await registry.settle()).toBe(false);
  });

  it("saves first, and stays when saving was refused", async () => {
    const registry = createRegistry(location, () => Promise.resolve("save"));
    const save = vi.fn(() => Promise.resolve(false));
    registry.add({ save });
    expect(await registry.settle()).toBe(false);
    save.mockResolvedValue(true);
    expect(await registry.settle()).toBe(true);
  });

  it("waits for a save that is under way, and asks about what it leaves alone", async () => {
    const ask = vi.fn(() => Promise.resolve("stay" as const));
    const registry = createRegistry(location, ask);
    let end: () => void = () => undefined;
    let running: Promise<void> | null = new Promise((resolve) => {
      end = resolve;
    });
    const remove = registry.add({ save: null, underWay: () => running });
    const left = registry.settle();
    await Promise.resolve();
    expect(ask).not.toHaveBeenCalled();
    running = null;
    remove();
    end();
    expect(await left).toBe(true);
    registry.add({ save: null });
    expect(await registry.settle()).toBe(false);
    expect(ask).toHaveBeenCalledOnce();
  });

  it("offers to save only where all forms can be saved", async () => {
    const ask = vi.fn(() => Promise.resolve("discard" as const));
    const registry = createRegistry(location, ask);
    registry.add({ save: () => Promise.resolve(true) });
    registry.add({ save: null });
    expect(await registry.settle()).toBe(true);
    expect(ask).toHaveBeenCalledExactlyOnceWith(false, undefined);
  });

  it("asks in a work's own words, and gives up elsewhere what is left", async () => {
    const question = { title: "preview", body: "nothing was taken in yet", discard: "leave" };
    const ask = vi.fn(() => Promise.resolve("discard" as const));
    const registry = createRegistry(location, ask);
    const discard = vi.fn(() => Promise.resolve());
    registry.add({ save: null, question, discard });
    expect(await registry.settle()).toBe(true);
    expect(ask).toHaveBeenCalledExactlyOnceWith(false, question);
    expect(discard).toHaveBeenCalledOnce();
  });
});
