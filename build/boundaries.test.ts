/**
 * The layers are lint rules; this proves that the rules bite. Each case is a file of a made-up tree that is
 * linted with the project's own configuration. Without it a typo in a glob would switch a boundary off in
 * silence.
 */
import { execFileSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, posix } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FLOORS, layerOverrides, type Room } from "./layers.mjs";

const ROOT = dirname(import.meta.dirname);
const IMPORTS = "eslint(no-restricted-imports)";
const GLOBALS = "eslint(no-restricted-globals)";
const PROPERTIES = "eslint(no-restricted-properties)";

type Case = readonly [file: string, code: string];

const forbidden: readonly (readonly [...Case, string])[] = [
  ["shared/node.ts", `import { readFileSync } from "node:fs"; export const x = readFileSync;`, IMPORTS],
  ["shared/electron.ts", `import { app } from "electron"; export const x = app;`, IMPORTS],
  ["shared/driver.ts", `import Database from "better-sqlite3"; export const x = Database;`, IMPORTS],
  [
    "shared/driver-type.ts",
    `import type { Database } from "better-sqlite3"; export type X = Database;`,
    IMPORTS,
  ],
  ["shared/react.ts", `import { useState } from "react"; export const x = useState;`, IMPORTS],
  [
    "shared/deep/er/main-side.ts",
    `import { x } from "../../../electron/services/people"; export const y = x;`,
    IMPORTS,
  ],
  ["shared/page-side.ts", `import { x } from "../renderer/app/app"; export const y = x;`, IMPORTS],
  [
    "shared/main-side.test.ts",
    `import { x } from "../electron/services/people"; export const y = x;`,
    IMPORTS,
  ],
  ["shared/reexport.ts", `export { x } from "../electron/services/people";`, IMPORTS],
  ["renderer/electron.ts", `import { ipcRenderer } from "electron"; export const x = ipcRenderer;`, IMPORTS],
  ["renderer/node.ts", `import path from "node:path"; export const x = path;`, IMPORTS],
  ["renderer/driver.ts", `import Database from "better-sqlite3"; export const x = Database;`, IMPORTS],
  [
    "renderer/features/roster/deep.tsx",
    `import { x } from "../../../electron/roster/read/people"; export const y = x;`,
    IMPORTS,
  ],
  ["renderer/features/kit.tsx", `import { Button } from "@mantine/core"; export const X = Button;`, IMPORTS],
  ["renderer/app/shell/kit.tsx", `import { Modal } from "@mantine/core"; export const X = Modal;`, IMPORTS],
  ["renderer/features/api.ts", `export const x = window.api;`, GLOBALS],
  ["renderer/features/api-global.ts", `export const x = globalThis.api;`, GLOBALS],
  ["electron/services/electron.ts", `import { app } from "electron"; export const x = app;`, IMPORTS],
  ["electron/files/electron.ts", `import { shell } from "electron"; export const x = shell;`, IMPORTS],
  ["electron/files/page.ts", `import { x } from "../../renderer/app/app"; export const y = x;`, IMPORTS],
  [
    "electron/services/driver.ts",
    `import Database from "better-sqlite3"; export const x = Database;`,
    IMPORTS,
  ],
  ["electron/services/query.ts", `import { sql } from "../roster/file/sql"; export const x = sql;`, IMPORTS],
  [
    "electron/services/query-type.ts",
    `import type { Sql } from "../roster/file/sql"; export type X = Sql;`,
    IMPORTS,
  ],
  [
    "electron/cli/commands/query.ts",
    `import { sql } from "../../roster/file/sql"; export const x = sql;`,
    IMPORTS,
  ],
  ["electron/roster/read/electron.ts", `import { app } from "electron"; export const x = app;`, IMPORTS],
  ["electron/ipc/handlers.ts", `import { ipcMain } from "electron"; export const x = ipcMain;`, IMPORTS],
  ["electron/ipc/star.ts", `import * as all from "electron"; export const x = all;`, IMPORTS],
  ["electron/ipc/default.ts", `import electron from "electron"; export const x = electron;`, IMPORTS],
  ["electron/main.ts", `import { ipcMain } from "electron"; export const x = ipcMain;`, IMPORTS],
  ["electron/window/root.ts", `import { x } from "../main"; export const y = x;`, IMPORTS],
  ["electron/services/root.ts", `import { x } from "../cli"; export const y = x;`, IMPORTS],
  ["electron/ipc/root.ts", `import { x } from "../preload"; export const y = x;`, IMPORTS],
  ["electron/beside.ts", `import { x } from "./main"; export const y = x;`, IMPORTS],
  ["electron/services/testing.ts", `import { x } from "../testing/rosters"; export const y = x;`, IMPORTS],
  ["shared/standards/testing.ts", `import { x } from "../testing/x"; export const y = x;`, IMPORTS],
  ["renderer/features/testing.tsx", `import { x } from "../testing/render"; export const y = x;`, IMPORTS],
  [
    "electron/services/rename.ts",
    `import { renameSync } from "node:fs"; export const x = renameSync;`,
    IMPORTS,
  ],
  [
    "electron/files/rename-later.ts",
    `import { rename } from "node:fs/promises"; export const x = rename;`,
    IMPORTS,
  ],
  [
    "electron/services/folder.ts",
    `import { mkdirSync } from "node:fs"; export const x = mkdirSync;`,
    IMPORTS,
  ],
  [
    "electron/files/folder-later.ts",
    `import { mkdir } from "node:fs/promises"; export const x = mkdir;`,
    IMPORTS,
  ],
  ["electron/roster/file/link.ts", `import { linkSync } from "node:fs"; export const x = linkSync;`, IMPORTS],
  ["electron/window/fs.ts", `import * as fs from "node:fs"; export const x = fs;`, IMPORTS],
  ["electron/main.ts", `import { unlinkSync } from "node:fs"; export const x = unlinkSync;`, IMPORTS],
  ["electron/files/system.ts", `import { platform } from "node:os"; export const x = platform();`, IMPORTS],
  ["electron/services/system.ts", `export const x = process.platform === "win32";`, PROPERTIES],
  ["electron/ipc/system.ts", `const { platform } = process; export const x = platform;`, PROPERTIES],
  ["electron/files/system.test.ts", `export const x = process.platform;`, PROPERTIES],
  ["build/system.mjs", `export const x = process.platform;`, PROPERTIES],
  ["e2e/root.ts", `import { x } from "../electron/main"; export const y = x;`, IMPORTS],
];

const legal: readonly Case[] = [
  ["shared/pure.ts", `import { x } from "./standards/judge"; export const y = x;`],
  ["shared/reads-data.test.ts", `import { readFileSync } from "node:fs"; export const x = readFileSync;`],
  [
    "renderer/features/roster/roster.tsx",
    `import { x } from "../../../shared/text/fold"; export const y = x;`,
  ],
  ["renderer/bridge/bridge.ts", `export const x = window.api;`],
  ["renderer/components/dialog.tsx", `import { Modal } from "@mantine/core"; export const X = Modal;`],
  ["electron/ipc/gate.ts", `import { ipcMain } from "electron"; export const x = ipcMain;`],
  ["electron/window/window.ts", `import { BrowserWindow } from "electron"; export const x = BrowserWindow;`],
  ["electron/preload.ts", `import { ipcRenderer } from "electron"; export const x = ipcRenderer;`],
  ["electron/roster/file/connection.ts", `import Database from "better-sqlite3"; export const x = Database;`],
  ["electron/services/people.ts", `import { x } from "../roster/read/people"; export const y = x;`],
  ["electron/roster/read/query.ts", `import { sql } from "../file/sql"; export const x = sql;`],
  ["electron/services/query.test.ts", `import { sql } from "../roster/file/sql"; export const x = sql;`],
  ["electron/services/people.test.ts", `import { x } from "../testing/rosters"; export const y = x;`],
  ["electron/cli.ts", `import { x } from "./cli/commands"; export const y = x;`],
  ["electron/files/rename.ts", `import { renameSync } from "node:fs"; export const x = renameSync;`],
  ["electron/files/make-folder.ts", `import { mkdirSync } from "node:fs"; export const x = mkdirSync;`],
  ["electron/services/rename.test.ts", `import { renameSync } from "node:fs"; export const x = renameSync;`],
  ["electron/files/host-system.ts", `export const x = process.platform === "win32";`],
  ["e2e/journey.ts", `import { x } from "../shared/text/fold"; export const y = x;`],
];

/** A file in one room that reaches for another. */
function reaching(from: Room, to: Room): Case {
  const file = `${from.folder}/reaches-${to.folder.replaceAll("/", "-")}.ts`;
  const relative = posix.relative(from.folder, `${to.folder}/thing`);
  const specifier = relative.startsWith(".") ? relative : `./${relative}`;
  return [file, `import type { X } from "${specifier}"; export type Y = X;`];
}

const rooms = Object.values(FLOORS).map((floors) =>
  floors.flatMap((floor, height) => floor.map((room) => ({ room, height }))),
);
const pairs = rooms.flatMap((side) =>
  side.flatMap((from) => side.filter((to) => to !== from).map((to) => ({ from, to }))),
);
/** Upwards and sideways, also for types alone. */
const upwards = pairs
  .filter(({ from, to }) => to.height >= from.height)
  .map(({ from, to }) => reaching(from.room, to.room));
const downwards = pairs
  .filter(({ from, to }) => to.height < from.height)
  .map(({ from, to }) => reaching(from.room, to.room));

let tree: string;
/** file → the rules that it breaks */
const broken = new Map<string, string[]>();

beforeAll(() => {
  tree = mkdtempSync(join(tmpdir(), "so-can-bo-boundaries-"));
  copyFileSync(join(ROOT, ".oxlintrc.json"), join(tree, ".oxlintrc.json"));
  for (const [file, code] of [...forbidden, ...legal, ...upwards, ...downwards]) {
    mkdirSync(join(tree, dirname(file)), { recursive: true });
    writeFileSync(join(tree, file), code);
  }
  const report = JSON.parse(lint()) as { diagnostics: { filename: string; code: string }[] };
  for (const { filename, code } of report.diagnostics) {
    const file = filename.replaceAll("\\", "/");
    broken.set(file, [...(broken.get(file) ?? []), code]);
  }
});

afterAll(() => rmSync(tree, { recursive: true, force: true }));

/** oxlint's JSON report; it exits with 1 because there is something to report. */
function lint(): string {
  const oxlint = join(ROOT, "node_modules", "oxlint", "bin", "oxlint");
  try {
    return execFileSync(process.execPath, [oxlint, "--format=json", "."], { cwd: tree, encoding: "utf8" });
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}

describe("boundaries", () => {
  it.each(forbidden)("%s is refused: %s", (file, _code, rule) => {
    expect(broken.get(file) ?? []).toContain(rule);
  });

  it.each(legal)("%s is allowed: %s", (file) => {
    expect(broken.get(file) ?? []).toEqual([]);
  });

  it.each(upwards)("%s is refused: it reaches up or aside", (file) => {
    expect(broken.get(file) ?? []).toContain(IMPORTS);
  });

  it.each(downwards)("%s is allowed: it reaches down", (file) => {
    expect(broken.get(file) ?? []).toEqual([]);
  });
});

describe("the table of layers", () => {
  it("is what the lint rules say", () => {
    const { overrides } = JSON.parse(readFileSync(join(ROOT, ".oxlintrc.json"), "utf8")) as {
      overrides: { rules: object }[];
    };
    const written = overrides.filter(({ rules }) => "no-restricted-imports" in rules);
    expect(written, "run `npm run layers`").toEqual(layerOverrides());
  });

  it("names folders that are there", () => {
    for (const { room } of rooms.flat())
      expect([room.folder, existsSync(join(ROOT, room.folder))]).toEqual([room.folder, true]);
  });

  it("has a place for every folder with code", () => {
    const all = rooms.flat().map(({ room }): Room => room);
    const homeless = Object.keys(FLOORS)
      .flatMap((side) => readdirSync(join(ROOT, side), { recursive: true, withFileTypes: true }))
      .filter(
        (entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.(test|d)\.tsx?$/.test(entry.name),
      )
      .map((entry) => posix.relative(ROOT, entry.parentPath))
      .filter(
        (folder) =>
          !(folder in FLOORS) && !/(^|\/)(testing|attack)(\/|$)|roster\/(invariants|stories)/.test(folder),
      )
      .filter(
        (folder) =>
          !all.some((room) => folder === room.folder || (!room.only && folder.startsWith(`${room.folder}/`))),
      );
    expect([...new Set(homeless)]).toEqual([]);
  });
});
