/** Takes files in as a clerk does who types every number that is asked for, so that nothing is kept out by its size. */
import { expect } from "vitest";
import type { Office } from "./offices";

/** Receives files as one; fails for any refusal but the question about masses. */
export async function receivesWhole({ run, roster }: Office, ...paths: string[]): Promise<void> {
  const words = ["sync", "receive", roster, ...paths, "--json"];
  const first = await run(...words);
  if (first.code === 0) return;
  const { error } = JSON.parse(first.stderr.trim().split("\n").at(-1) ?? "") as {
    error: { code: string; params: { asked?: string } };
  };
  expect(error.code).toBe("mass-unconfirmed");
  const asked = (error.params.asked ?? "").split(/[\s,]+/);
  const again = await run(...words, ...asked.flatMap((one) => ["--confirm", one]));
  expect([again.code, again.stderr]).toEqual([0, ""]);
}
