/** How work in a thread ends: only what somebody broke off is told so. */
import { expect, it } from "vitest";
import { inThread } from "./thread";

const script = (text: string) => new URL(`data:text/javascript,${encodeURIComponent(text)}`);

it("that is gone without a word is told as that", async () => {
  await expect(inThread(script("process.exit(0)"), { order: null })).rejects.toMatchObject({
    code: "work-ended",
  });
});

it("that was broken off is told as that", async () => {
  const ending = new AbortController();
  const work = inThread(script("setInterval(() => undefined, 1000)"), { order: null, signal: ending.signal });
  ending.abort();
  await expect(work).rejects.toMatchObject({ code: "cancelled" });
});
