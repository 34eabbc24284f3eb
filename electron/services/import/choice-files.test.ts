/** Files of choices are plain, short and whole, or refused at once in one sentence. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readTexts } from "./choice-files";

const folder = mkdtempSync(join(tmpdir(), "choice-files-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const refused = (code: string) => expect.objectContaining({ code }) as unknown as Error;

describe("a file of choices", () => {
  it("is read", () => {
    expect([...readTexts(file("a.json", '\uFEFF{"Họ tên":"official.fullName"}'))]).toEqual([
      ["Họ tên", "official.fullName"],
    ]);
  });

  it("that is a pipe, a device or a folder is refused without waiting", () => {
    const pipe = join(folder, "pipe");
    execFileSync("mkfifo", [pipe]);
    for (const path of [pipe, "/dev/zero", folder])
      expect(() => readTexts(path)).toThrow(refused("workbook-no-file"));
  });

  it("of any size is refused before it is read", () => {
    const path = file("big.json", "{}");
    truncateSync(path, 3 * 2 ** 30);
    expect(() => readTexts(path)).toThrow(refused("import-map-invalid"));
  });

  it.each(["", "[]", '{"a":1}', '{"__proto__":"official.note"}', "{", "null"])("%j is refused", (text) => {
    expect(() => readTexts(file("b.json", text))).toThrow(
      expect.objectContaining({
        code: "import-map-invalid",
        // The sentence says where.
        params: expect.objectContaining({ at: expect.stringMatching(/\S/u) as string }) as unknown,
      }) as Error,
    );
  });
  it("that is not there is refused", () => {
    expect(() => readTexts(join(folder, "none.json"))).toThrow(refused("workbook-missing"));
  });
});
