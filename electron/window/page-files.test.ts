import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contentPolicy, fileOf, pageOrigin, StartFiles, typeOf } from "./page-files";

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

describe("StartFiles", () => {
  const named = ["./assets/index-1.js", "./assets/fold-2.js", "./assets/look-3.css"];
  const html = `<head><script src="${named[0]}"></script>${named
    .slice(1)
    .map((one) => `<link href="${one}">`)
    .join("")}</head>`;
  const addressOf = (path: string) => new URL(path, `${pageOrigin}/index.html`).href;
  const served = (order: readonly string[], page = html) => {
    const done: string[] = [];
    const files = new StartFiles(() => done.push("done"));
    files.handedOver(`${pageOrigin}/index.html`, page);
    return order.map((path) => {
      files.handedOver(addressOf(path), "");
      return done.length > 0;
    });
  };

  it("is done with the last file that the page names, in whatever order they go", () => {
    expect(served(named)).toEqual([false, false, true]);
    expect(served(["./assets/font.woff2", ...named.toReversed()])).toEqual([false, false, false, true]);
    expect(served([named[0] ?? "", named[0] ?? "", named[1] ?? ""])).toEqual([false, false, false]);
  });

  it("awaits nothing of a page that is not there", () => {
    const done: string[] = [];
    new StartFiles(() => done.push("done")).handedOver(`${pageOrigin}/index.html`, "");
    expect(done).toEqual(["done"]);
  });
});
