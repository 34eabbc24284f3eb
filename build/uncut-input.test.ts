// Guards that no input of the window cuts what is typed or pasted: a limit is said beside the field, with all of it there.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return path.endsWith(".tsx") && !path.endsWith(".test.tsx") ? [path] : [];
  });
}

it("no input has a longest text of its own", () => {
  const files = sources("renderer");
  expect(files.length).toBeGreaterThan(100);
  expect(files.filter((path) => /\bmaxLength\b[=:]/i.test(readFileSync(path, "utf8")))).toEqual([]);
});
