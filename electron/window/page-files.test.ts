import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contentPolicy, fileOf, pageOrigin, typeOf } from "./page-files";

const root = join("/", "program", "renderer");

describe("fileOf", () => {
  it("finds the page's own files", () => {
    expect(fileOf(root, `${pageOrigin}/index.html`)).toBe(join(root, "index.html"));
    expect(fileOf(root, `${pageOrigin}/assets/a%20b.js?x=1#y`)).toBe(join(root, "assets", "a b.js"));
  });

  it("refuses other origins and places outside the folder", () => {
    for (const address of [
      "app://elsewhere/index.html",
      "file:///etc/passwd",
      `${pageOrigin}.example/index.html`,
      `${pageOrigin}/%2e%2e/main/main.js`,
      `${pageOrigin}/..%2f..%2fetc/passwd`,
      `${pageOrigin}/%E0%A4%A`,
    ]) {
      const file = fileOf(root, address);
      expect([address, file === null || file.startsWith(join(root, "/"))]).toEqual([address, true]);
    }
  });

  it("never leaves the folder, whatever the path", () => {
    const part = fc.oneof(
      fc.constantFrom("..", "%2e%2e", "%2f", "%5c", ".", "a"),
      fc.string({ maxLength: 5 }),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const file = fileOf(root, `${pageOrigin}/${parts.join("/")}`);
        expect(file === null || file.startsWith(join(root, "/"))).toBe(true);
      }),
    );
  });
});

describe("contentPolicy", () => {
  it("allows no script but the page's own files", () => {
    const policy = contentPolicy("abc");
    expect(policy).toContain("default-src 'none'");
    expect(/script-src ([^;]*)/.exec(policy)?.[1]).toBe("'self'");
  });
});

describe("typeOf", () => {
  it("knows the page's kinds of file and no others", () => {
    expect(typeOf("a.js")).toContain("javascript");
    expect(typeOf("a.map")).toBeNull();
  });
});
