import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { cardFileBytes, readCardFile } from "./card-file";
import { makeCard, renewKeys } from "./office-keys";
import {
  expectRefusal,
  newFolder,
  newOffice,
  refusal,
  removeFolders,
  testNow,
  testUnit,
} from "../../testing/packets";

afterAll(removeFolders);

function written(content: string | Uint8Array): string {
  const path = join(newFolder(), "the.scbkey");
  writeFileSync(path, content);
  return path;
}

describe("a card's file", () => {
  it("gives the card back, also after an editor or a mail program had it", () => {
    const { card } = newOffice();
    const text = Buffer.from(cardFileBytes(card)).toString();
    const wrapped = text.replaceAll(/(.{60})/g, "$1\r\n");
    for (const content of [text, text.trim(), `\uFEFF${text}`, `\r\n ${wrapped}\r\n\r\n`])
      expect(readCardFile(written(content))).toEqual(card);
  });

  it("is refused after any change of a character, also of a renewed card", async () => {
    const { home } = newOffice();
    const text = Buffer.from(cardFileBytes(makeCard(renewKeys(home), testUnit, testNow)))
      .toString()
      .trim();
    const path = written(text);
    for (let at = 0; at < text.length; at++) {
      const other = text[at] === "A" ? "B" : "A";
      writeFileSync(path, text.slice(0, at) + other + text.slice(at + 1));
      expect(["card-foreign", "card-damaged"]).toContain(await refusal(() => readCardFile(path)));
      writeFileSync(path, text.slice(0, at));
      expect(["card-foreign", "card-damaged"]).toContain(await refusal(() => readCardFile(path)));
    }
  });

  it("tells what else a file may be", async () => {
    const { card } = newOffice();
    const text = Buffer.from(cardFileBytes(card)).toString();
    const folder = newFolder();
    mkdirSync(join(folder, "folder.scbkey"));
    await expectRefusal("packet-missing", () => readCardFile(join(folder, "not-there.scbkey")));
    await expectRefusal("card-foreign", () => readCardFile(join(folder, "folder.scbkey")));
    await expectRefusal("card-foreign", () => readCardFile(written("")));
    await expectRefusal("card-foreign", () => readCardFile(written("Kính gửi Sở Nội vụ")));
    await expectRefusal("card-foreign", () => readCardFile(written(text + " ".repeat(70_000))));
    await expectRefusal("card-damaged", () => readCardFile(written("SCB1:")));
    await expectRefusal("packet-newer", () => readCardFile(written(text.replace("SCB1", "SCB2"))));
  });
});
