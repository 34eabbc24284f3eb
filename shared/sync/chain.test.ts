import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chainCheck } from "./chain";
import type { Op } from "./op";
import { encodeBody, encodeOp } from "./op-codec";

const sha256 = (bytes: Uint8Array) => new Uint8Array(createHash("sha256").update(bytes).digest());

function chainOf(length: number): { op: Op; hash: Uint8Array }[] {
  const links: { op: Op; hash: Uint8Array }[] = [];
  for (let seq = 1; seq <= length; seq++) {
    const body = encodeBody({ fields: new Map([[1, seq]]), supersedes: new Map(), meta: null });
    const prev = links.at(-1)?.hash ?? null;
    const op: Op = {
      writer: new Uint8Array(48),
      seq,
      prev,
      lamport: seq,
      at: 0,
      user: "",
      change: 1,
      entity: 4,
      row: new Uint8Array(16),
      create: false,
      body,
    };
    links.push({ op, hash: sha256(encodeOp(op)) });
  }
  return links;
}

describe("chain of one writer", () => {
  const whole = chainOf(12);
  const place = fc.nat(whole.length - 1);

  it("accepts the whole chain, and its continuation from any point", () => {
    fc.assert(
      fc.property(place, (at) => {
        const start = at === 0 ? null : { seq: at, hash: (whole[at - 1] as { hash: Uint8Array }).hash };
        const result = chainCheck(whole.slice(at), sha256, start);
        expect(result).toEqual({ ok: true, end: { seq: 12, hash: whole[11]?.hash } });
      }),
    );
  });

  it("names the first missing op", () => {
    fc.assert(
      fc.property(fc.nat(whole.length - 2), (at) => {
        const missing = whole.filter((_, index) => index !== at);
        expect(chainCheck(missing, sha256)).toEqual({ ok: false, fault: { kind: "gap", seq: at + 1 } });
      }),
    );
  });

  it("sees any altered content", () => {
    fc.assert(
      fc.property(place, fc.constantFrom("lamport", "at", "entity"), (at, part) => {
        const altered = whole.map((link, index) =>
          index === at ? { ...link, op: { ...link.op, [part]: 99 } } : link,
        );
        expect(chainCheck(altered, sha256)).toEqual({ ok: false, fault: { kind: "altered", seq: at + 1 } });
      }),
    );
  });

  it("sees that an op continues another branch", () => {
    const other = chainOf(12).map((link, index) =>
      index === 4 ? { ...link, hash: new Uint8Array(32) } : link,
    );
    expect(chainCheck(other.slice(5), sha256, { seq: 5, hash: new Uint8Array(32) })).toEqual({
      ok: false,
      fault: { kind: "fork", seq: 6 },
    });
  });
});
