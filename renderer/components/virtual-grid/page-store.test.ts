import { describe, expect, it } from "vitest";
import { createPageStore, type Page } from "./page-store";

/** A list whose answers are given by hand, in any order. */
function remote(total: number, version = 1) {
  const state = { total, version };
  const waiting: { offset: number; answer: () => void; fail: (error: unknown) => void }[] = [];
  const fetchPage = (offset: number, limit: number): Promise<Page<string>> =>
    new Promise((resolve, reject) => {
      const { version: asked, total: count } = state;
      waiting.push({
        offset,
        answer: () =>
          resolve({
            total: count,
            version: asked,
            rows: Array.from(
              { length: Math.max(0, Math.min(limit, count - offset)) },
              (_, i) => `v${asked}:${offset + i}`,
            ),
          }),
        fail: reject,
      });
    });
  const settle = async () => {
    for (let round = 0; round < 5; round++) await Promise.resolve();
  };
  const answerAll = async () => {
    while (waiting.length > 0) {
      waiting.shift()?.answer();
      await settle();
    }
  };
  return { state, waiting, fetchPage, answerAll, settle };
}

describe("page store", () => {
  it("asks for the pages on screen and no others", async () => {
    const list = remote(1000);
    const store = createPageStore<string>(100, () => undefined);
    store.start(list.fetchPage, { first: 0, last: 40 });
    await list.answerAll();
    expect(store.rowCount()).toBe(1000);
    expect(store.getRow(7)).toBe("v1:7");
    store.want(450, 510);
    expect(list.waiting.map(({ offset }) => offset)).toEqual([400, 500]);
    await list.answerAll();
    expect(store.getRow(505)).toBe("v1:505");
    expect(store.getRow(250)).toBeUndefined();
  });

  it("goes on showing the old rows until the new list has its first page", async () => {
    const list = remote(300);
    const store = createPageStore<string>(100, () => undefined);
    store.start(list.fetchPage, { first: 0, last: 40 });
    await list.answerAll();
    list.state.version = 2;
    list.state.total = 299;
    store.start(list.fetchPage, { first: 0, last: 40 });
    expect(store.getRow(3)).toBe("v1:3");
    await list.answerAll();
    expect(store.getRow(3)).toBe("v2:3");
    expect(store.rowCount()).toBe(299);
  });

  it("never mixes pages of two versions", async () => {
    const list = remote(300);
    const store = createPageStore<string>(100, () => undefined);
    store.start(list.fetchPage, { first: 0, last: 40 });
    await list.answerAll();
    list.state.version = 2;
    store.want(100, 140);
    await list.answerAll();
    expect(store.version()).toBe(2);
    store.want(0, 140);
    await list.answerAll();
    expect([store.getRow(0), store.getRow(120)]).toEqual(["v2:0", "v2:120"]);
  });

  it("pays no heed to an answer for a list that is no longer shown", async () => {
    const late = remote(300);
    const store = createPageStore<string>(100, () => undefined);
    store.start(late.fetchPage, { first: 0, last: 40 });
    const now = remote(5, 9);
    store.start(now.fetchPage, { first: 0, last: 40 });
    await now.answerAll();
    await late.answerAll();
    expect(store.rowCount()).toBe(5);
    expect(store.getRow(0)).toBe("v9:0");
  });

  it("finds its place again when the list became shorter than what was on screen", async () => {
    const list = remote(1000);
    const store = createPageStore<string>(100, () => undefined);
    store.start(list.fetchPage, { first: 0, last: 40 });
    await list.answerAll();
    list.state.total = 30;
    list.state.version = 2;
    store.start(list.fetchPage, { first: 900, last: 940 });
    await list.answerAll();
    expect(store.rowCount()).toBe(30);
    expect(store.getRow(29)).toBe("v2:29");
  });

  it("keeps a failure until it is started again", async () => {
    const list = remote(300);
    const store = createPageStore<string>(100, () => undefined);
    store.start(list.fetchPage, { first: 0, last: 40 });
    list.waiting.shift()?.fail(new Error("gone"));
    await list.settle();
    expect(store.error()).toEqual(new Error("gone"));
    store.start(list.fetchPage, { first: 0, last: 40 });
    expect(store.error()).toBeNull();
    await list.answerAll();
    expect(store.rowCount()).toBe(300);
  });
});
