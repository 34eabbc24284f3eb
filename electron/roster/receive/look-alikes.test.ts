// Guards that two offices whose values differ in nothing that can be seen agree: no conflict, one clean value in the
// tables, and the ops kept with the bytes that their authors hashed.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { entities } from "../../../shared/domain/entities";
import { sameBytes } from "../../../shared/sync/bytes";
import { encodeBody, encodeOp, storedBody } from "../../../shared/sync/op-codec";
import { testOffice, type TestOffice } from "../../testing/log-offices";
import type { OpFile } from "../../testing/op-files";
import { signWith } from "../../files/ed25519";
import { officeKey } from "../../files/office-key";
import { proofOfAll } from "../../testing/proof-parts";
import { sha256 } from "../file/sha256";
import { sql } from "../file/sql";
import { conflictKeys } from "../read/conflicts";
import { verifyRoster } from "../verify";

const person = "00000000-0000-7000-8000-0000000000aa";
const hometown = entities.official.fields.hometown.id;
const seen = "Xã Đại An";

/** The file as a program that cleans nothing would have written it: its last op holds another text. */
function withLastText(office: TestOffice, text: string): OpFile {
  const file = office.file();
  const runs = file.runs.map((run) => ({ ...run, ops: [...run.ops] }));
  const last = runs
    .flatMap((run) => run.ops.map((hashed, place) => ({ run, place, hashed })))
    .findLast(({ hashed }) => storedBody(hashed.op.body).fields.get(hometown) === seen);
  if (last === undefined) throw new Error("No op holds the text");
  const { run, place, hashed } = last;
  const stored = storedBody(hashed.op.body);
  const body = encodeBody({
    ...stored,
    supersedes: stored.supersedes,
    fields: new Map([...stored.fields, [hometown, text]]),
  });
  const op = { ...hashed.op, body };
  const hash = sha256(encodeOp(op));
  run.ops[place] = { ...hashed, op, hash };
  const holds = file.manifest.holds.map((one) => (sameBytes(one.writer, op.writer) ? { ...one, hash } : one));
  const { privateKey } = officeKey(office.environment.home);
  const ofIt = runs.filter(({ writer }) => sameBytes(writer, op.writer)).flatMap(({ ops }) => ops);
  const proof = proofOfAll({ writer: op.writer, sign: signWith(privateKey) }, ofIt);
  const proofs = file.proofs.map((one) => (sameBytes(one.writer, op.writer) ? proof : one));
  return { ...file, runs, proofs, manifest: { ...file.manifest, holds } };
}

async function threeOffices(): Promise<[TestOffice, TestOffice, TestOffice]> {
  const [a, b, c] = await Promise.all([testOffice("a", 1), testOffice("b", 2), testOffice("c", 3)]);
  a.write([{ kind: "create", entity: "official", id: person, fields: { fullName: "Phạm Văn Mẫu" } }]);
  await b.receive(a.file());
  await c.receive(a.file());
  return [a, b, c];
}

function shown(office: TestOffice): unknown {
  return office.roster.db.value(sql`SELECT hometown FROM official`);
}

const settled = (text: string) => [
  { kind: "update", entity: "official", id: person, fields: { hometown: text } } as const,
];

const noise = fc.constantFrom(
  "",
  "\u00ad",
  "\u200b",
  "\u200d",
  "\ufeff",
  "\u2066",
  "\u2069",
  "\ufe0f",
  "\u0007",
);
const lookAlike = fc
  .tuple(fc.array(noise, { minLength: 9, maxLength: 9 }), fc.constantFrom(" ", "\u00a0", "  "))
  .map(([marks, blank]) =>
    [...seen].map((sign, place) => (sign === " " ? blank : sign) + (marks[place] ?? "")).join(""),
  );

describe("values that look the same", () => {
  it("are no conflict, whoever wrote them and however they came", async () => {
    await fc.assert(
      fc.asyncProperty(lookAlike, lookAlike, fc.boolean(), async (fromA, fromB, aFirst) => {
        const [a, b, c] = await threeOffices();
        a.write(settled(seen));
        b.write(settled(seen));
        const files = [withLastText(a, fromA), withLastText(b, fromB)];
        for (const file of aFirst ? files : files.toReversed()) await c.receive(file);
        expect(conflictKeys(c.roster.db)).toEqual([]);
        expect(shown(c)).toBe(seen);
        // Nothing to write for whoever types what is shown; another value takes the place of both.
        expect(c.write(settled(seen))).toBe(0);
        expect(c.write(settled("Xã Khác"))).toBe(1);
        expect(conflictKeys(c.roster.db)).toEqual([]);
        expect(verifyRoster(c.path).problems).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });

  it("leave values that can be told apart in conflict", async () => {
    const [a, b, c] = await threeOffices();
    a.write(settled(seen));
    b.write(settled("Xã Đại Án"));
    await c.receive(withLastText(a, `Xã\u00a0Đại \u00adAn`));
    await c.receive(b.file());
    expect(conflictKeys(c.roster.db)).toHaveLength(1);
  });
});
