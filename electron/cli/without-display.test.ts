import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { canPrint, displayNeed, runElsewhere, type Started } from "./without-display";
import { host } from "../files/host-system";

const started: Started = {
  platform: "linux",
  env: {},
  execPath: process.execPath,
  argv: ["/opt/so-can-bo", "--cli", "stats", "so.scb"],
};
const need = (change: Partial<Started>) => displayNeed({ ...started, ...change });
const report = (...words: string[]) => ({ argv: ["--cli", "report", "so.scb", ...words] });

describe("without a display", () => {
  it("a command runs headless, a PDF on a virtual display", () => {
    expect(need({})).toBe("headless");
    expect(need(report("--format", "xlsx"))).toBe("headless");
    expect(need(report("--format", "pdf"))).toBe("virtual");
    expect(need(report("--format=pdf"))).toBe("virtual");
  });

  it("only where one is missing, and once", () => {
    expect(need({ platform: "win32" })).toBe("here");
    expect(need({ env: { DISPLAY: ":0" } })).toBe("here");
    expect(need({ env: { WAYLAND_DISPLAY: "wayland-0" } })).toBe("here");
    expect(need({ argv: ["--ozone-platform=headless", ...started.argv] })).toBe("here");
    expect(runElsewhere({ ...started, platform: "darwin" })).toBeNull();
    expect([canPrint(started.argv), canPrint(["--ozone-platform=headless", ...started.argv])]).toEqual([
      true,
      false,
    ]);
  });

  it.runIf(host.windowNeedsDisplayServer)("the same words go on and the exit code comes back", () => {
    const folder = mkdtempSync(join(tmpdir(), "so-can-bo-elsewhere-"));
    const execPath = join(folder, "program");
    writeFileSync(execPath, `#!/bin/sh\necho "$@" > ${folder}/words\nexit 7\n`, { mode: 0o755 });
    expect(runElsewhere({ ...started, execPath, env: { PATH: process.env["PATH"] } })).toBe(7);
    expect(readFileSync(join(folder, "words"), "utf8")).toBe(
      "--log-level=3 --ozone-platform=headless --disable-gpu /opt/so-can-bo --cli stats so.scb\n",
    );
    rmSync(folder, { recursive: true });
  });
});
