/**
 * The layers of the house, bottom first: a folder may import what stands below it and itself, never what stands above
 * it or beside it. The one place where this is said; `.oxlintrc.json` gets its rules from here (`npm run layers`), a
 * test compares the two, and the picture in docs/architecture.md follows this list.
 *
 * A folder that is not listed belongs to the nearest listed one above it. `only`: the files of that folder itself,
 * because folders within it stand on other floors.
 */
import { posix } from "node:path";

/** @typedef {{ readonly folder: string, readonly only?: true }} Room */

/** Floors of the three sides, bottom first. @type {Readonly<Record<string, readonly (readonly Room[])[]>>} */
export const FLOORS = {
  shared: [
    [{ folder: "shared/domain" }],
    [{ folder: "shared/text" }, { folder: "shared/completeness" }],
    [{ folder: "shared/contract" }],
    [{ folder: "shared/domain/validate" }, { folder: "shared/catalog" }],
    [
      { folder: "shared/standards" },
      { folder: "shared/career" },
      { folder: "shared/training" },
      { folder: "shared/sync" },
      { folder: "shared/i18n" },
    ],
    [
      { folder: "shared/statistics" },
      { folder: "shared/sample" },
      { folder: "shared/columns" },
      { folder: "shared/due" },
      { folder: "shared/training-plan" },
      { folder: "shared/planning" },
    ],
    [{ folder: "shared/report" }, { folder: "shared/import" }],
  ],
  electron: [
    [{ folder: "electron/files" }],
    [{ folder: "electron/roster/file" }],
    [{ folder: "electron/roster/log" }],
    [{ folder: "electron/roster/projection" }],
    [{ folder: "electron/roster/read" }],
    [{ folder: "electron/roster/read/index" }],
    [{ folder: "electron/roster/edit" }],
    [{ folder: "electron/roster/receive" }],
    [{ folder: "electron/roster", only: true }],
    [{ folder: "electron/files/report" }],
    [{ folder: "electron/files/exchange" }],
    [{ folder: "electron/services" }],
    [{ folder: "electron/services/exchange" }],
    [{ folder: "electron/services/report" }, { folder: "electron/services/import" }],
    [{ folder: "electron/ipc" }],
    [{ folder: "electron/window" }],
    [{ folder: "electron/cli" }],
  ],
  renderer: [
    [{ folder: "renderer/bridge" }],
    [{ folder: "renderer/components" }, { folder: "renderer/app/theme" }],
    [{ folder: "renderer/app/commands" }],
    [{ folder: "renderer/app/feedback" }],
    [{ folder: "renderer/app/session" }],
    [{ folder: "renderer/app/navigation" }],
    [{ folder: "renderer/app/unsaved" }],
    [{ folder: "renderer/app/roster" }, { folder: "renderer/components/files" }],
    [{ folder: "renderer/records" }],
    [{ folder: "renderer/features" }],
    [{ folder: "renderer/app/shell" }],
    [{ folder: "renderer/app", only: true }],
  ],
};

const COMPOSITION = {
  regex: "(^|/)electron/(main|cli|preload)$|^(\\./|(\\.\\./)+)(main|cli|preload)$",
  message: "Composition roots are imported by nobody.",
};
const ONLY_TESTS = {
  regex: "(^|/)testing(/|$)",
  message: "Test support stays out of what users run.",
};
const NO_NODE = {
  regex: "^node:",
  message:
    "Pure code and the page have no Node: pass what they need as a parameter, or ask through the contract.",
};
const SIDES = {
  shared: ["electron", "renderer", "e2e", "build"],
  electron: ["renderer", "e2e", "build"],
  renderer: ["electron", "e2e", "build"],
};
const ELECTRON =
  "Only the composition roots, electron/ipc and electron/window know Electron; below them code runs in plain Node.";
const GATE = "Only electron/ipc/gate.ts touches ipcMain; declare a channel in the contract instead.";
const DRIVER = { name: "better-sqlite3", message: "SQLite belongs to electron/roster/file." };
const SQL = {
  regex: "(^|/)roster/file/sql$",
  message: "SQL stays within electron/roster: give the query a name in roster/read or roster/log.",
};
/** Renaming and taking away, which other programs may hinder for a moment. */
const FILE_NAMES = ["node:fs", "node:fs/promises"].map((name) => ({
  name,
  importNames: ["rename", "renameSync", "link", "linkSync", "unlink", "unlinkSync", "mkdir", "mkdirSync"],
  message:
    "Files get their names through electron/files/rename.ts, which tries again; folders through make-folder.ts.",
}));
const SYSTEM = {
  name: "node:os",
  importNames: ["platform"],
  message: "Ask electron/files/host-system.ts by what is meant.",
};
/** Controls of the kit that lose the keyboard's place, or know nothing of the rules that the program's own keep. */
const KIT = {
  name: "@mantine/core",
  importNames: ["Autocomplete", "Button", "Drawer", "HoverCard", "Modal", "MultiSelect", "Popover", "Select"],
  message: "Use the program's own of renderer/components, which keeps the keyboard's place (decision 26).",
};
const PURE = ["electron", "react", "react-dom", "react-i18next"].map((name) => ({
  name,
  message: name === "electron" ? "shared/ is pure: no Electron." : "shared/ is pure: no user interface.",
}));

/** Folders in which Electron may be imported, ipcMain excepted. */
const KNOWS_ELECTRON = ["electron/ipc", "electron/window"];
const ELECTRON_FILES = ["electron/main.ts", "electron/preload.ts", "electron/cli/electron-host.ts"];

/** Where the system's own calls for names of files are made. */
const NAMES_FILES = [
  "electron/files/rename.ts",
  "electron/files/file-system.ts",
  "electron/files/make-folder.ts",
];

const escaped = (text) => text.replaceAll(".", "\\.").replaceAll("/", "\\/");

/** The relative specifiers by which a file in a room, or below it, would reach another room. */
function way(from, { folder, only }) {
  const relative = posix.relative(from, folder);
  if (relative === "") return null;
  const inside = only === undefined ? "(/|$)" : "/[^/]+$";
  // A folder right above its rooms is reached by climbing alone.
  const climbing = /^[./]+$/.test(relative);
  if (climbing && only !== undefined) return `^${escaped(relative)}\\/[^/.][^/]*$`;
  return `^(\\./)?(\\.\\./)*${escaped(relative)}${inside}`;
}

function sideRule(side) {
  return {
    regex: `^(\\.\\./)+(${SIDES[side].join("|")})(/|$)`,
    message: "Layers: renderer and electron use shared; shared uses only itself; neither uses the other.",
  };
}

/** What a room may import of packages. */
function packages(side, folder) {
  if (side === "shared") return [DRIVER, ...PURE];
  if (side === "renderer") {
    const electron = {
      name: "electron",
      message: "The page reaches the main process through renderer/bridge.",
    };
    const wraps = folder === "renderer/components" || folder === "renderer/app/theme";
    return wraps ? [DRIVER, electron] : [DRIVER, electron, KIT];
  }
  const electron = KNOWS_ELECTRON.includes(folder)
    ? { name: "electron", importNames: ["ipcMain", "default"], message: GATE }
    : { name: "electron", message: ELECTRON };
  const always = [electron, SYSTEM, ...FILE_NAMES];
  return folder === "electron/roster/file" ? always : [DRIVER, ...always];
}

function override(files, paths, patterns) {
  return { files, rules: { "no-restricted-imports": ["error", { paths, patterns }] } };
}

/** The lint rules that follow: for each room one override; deeper rooms come later and so decide. */
export function layerOverrides() {
  const overrides = [];
  for (const [side, floors] of Object.entries(FLOORS)) {
    const always = [COMPOSITION, sideRule(side), ...(side === "electron" ? [SQL] : [NO_NODE]), ONLY_TESTS];
    overrides.push(override([`${side}/**`], packages(side, side), always));
    const rooms = floors.flatMap((floor, height) => floor.map((room) => ({ ...room, height })));
    rooms.sort((a, b) => a.folder.split("/").length - b.folder.split("/").length);
    for (const room of rooms) {
      const above = rooms
        .filter((other) => other !== room && other.height >= room.height)
        .flatMap((other) => {
          const regex = way(room.folder, other);
          return regex === null
            ? []
            : [
                {
                  regex,
                  message: `Layers: ${room.folder} stands below or beside ${other.folder} (build/layers.mjs).`,
                },
              ];
        });
      const files = [room.only === undefined ? `${room.folder}/**` : `${room.folder}/*`];
      const allowed = room.folder.startsWith("electron/roster")
        ? always.filter((rule) => rule !== SQL)
        : always;
      overrides.push(override(files, packages(side, room.folder), [...allowed, ...above]));
    }
  }
  const electron = [COMPOSITION, sideRule("electron"), SQL, ONLY_TESTS];
  const inner = { name: "electron", importNames: ["ipcMain", "default"], message: GATE };
  overrides.push(override(ELECTRON_FILES, [DRIVER, inner, SYSTEM, ...FILE_NAMES], electron));
  overrides.push(override(["electron/ipc/gate.ts"], [DRIVER, SYSTEM, ...FILE_NAMES], electron));
  const bottom = overrides.find(({ files }) => files[0] === "electron/files/**").rules[
    "no-restricted-imports"
  ][1];
  const ownNames = bottom.paths.filter((path) => !FILE_NAMES.includes(path));
  overrides.push(override(NAMES_FILES, ownNames, bottom.patterns));
  // Tests, and what only tests use, reach whatever they try; they keep to their side of the house.
  for (const side of Object.keys(FLOORS)) {
    const tests = [`${side}/**/*.test.ts`, `${side}/**/*.test.tsx`, `${side}/testing/**`];
    if (side === "electron")
      tests.push("electron/roster/invariants/**", "electron/roster/stories/**", "electron/attack/**");
    overrides.push(
      override(tests, side === "shared" ? packages(side, side) : [], [COMPOSITION, sideRule(side)]),
    );
  }
  return overrides;
}
