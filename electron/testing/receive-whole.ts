/** Runs what may ask about masses as a clerk does who types every number that is asked for, so that nothing is kept out by its size. */
import { expect } from "vitest";
import type { Office } from "./offices";

/** Runs a command; fails for any refusal but the question about masses. */
export async function runsAgreed({ run }: Pick<Office, "run">, ...words: string[]): Promise<void> {
  const first = await run(...words, "--json");
  if (first.code === 0) return;
  const { error } = JSON.parse(first.stderr.trim().split("\n").at(-1) ?? "") as {
    error: { code: string; params: { asked?: string } };
  };
  expect(error.code).toBe("mass-unconfirmed");
  const asked = (error.params.asked ?? "").split(/[\s,]+/);
  const again = await run(...words, "--json", ...asked.flatMap((one) => ["--confirm", one]));
  expect([again.code, again.stderr]).toEqual([0, ""]);
}

/** Receives files as one; fails for any refusal but the question about masses. */
export async function receivesWhole(office: Office, ...paths: string[]): Promise<void> {
  await runsAgreed(office, "sync", "receive", office.roster, ...paths);
}
