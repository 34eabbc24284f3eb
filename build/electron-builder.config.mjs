/**
 * What users get: one program folder with the bundle in an asar, SQLite's one native binary beside it and
 * Electron's fuses set for release. Installers for Windows and Linux are made from the same description.
 */
import { rm } from "node:fs/promises";
import { join } from "node:path";

/**
 * @param {{electron: {source: "download" | "fallback", dist: string, version: string}, output: string, forTests: boolean}} options
 *   `forTests` leaves the one fuse on through which Playwright attaches; everything else is as released
 */
export function builderConfig({ electron, output, forTests }) {
  return {
    appId: "vn.socanbo.app",
    productName: "Sổ Cán Bộ",
    executableName: "so-can-bo",
    artifactName: "so-can-bo-${version}-${os}-${arch}.${ext}",
    // The Debian package must name a home page; the office that publishes the program sets its own.
    extraMetadata: { homepage: "https://so-can-bo.invalid" },
    electronDist: electron.dist,
    electronVersion: electron.version,
    npmRebuild: false,
    publish: null,
    asar: true,
    asarUnpack: ["**/*.node"],
    compression: forTests ? "store" : "normal",
    directories: { output, buildResources: "build/icons" },
    electronLanguages: ["vi", "en-US"],
    files: [
      "dist/main/**",
      "dist/preload/**",
      "dist/renderer/**",
      "package.json",
      "!**/*.map",
      "!node_modules/node-addon-api",
      "!node_modules/better-sqlite3/{deps,src,prebuilds,build}{,/**}",
      "!node_modules/better-sqlite3/binding.gyp",
      // The driver built for the fallback goes only into a package made with the fallback.
      electron.source === "fallback"
        ? "node_modules/better-sqlite3/build/Release/better_sqlite3.node"
        : "node_modules/better-sqlite3/prebuilds/${platform}-${arch}.node",
    ],
    // The fallback's starter belongs to the clone, not to the program.
    afterExtract: (context) =>
      rm(join(context.appOutDir, "resources", "app"), { recursive: true, force: true }),
    electronFuses: {
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: forTests,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    },
    fileAssociations: [
      {
        ext: "scb",
        name: "Sổ Cán Bộ",
        description: "Sổ cán bộ, công chức",
        mimeType: "application/x-so-can-bo",
        role: "Editor",
      },
    ],
    win: {
      icon: "icon.ico",
      target: [
        { target: "nsis", arch: ["x64"] },
        { target: "portable", arch: ["x64"] },
      ],
    },
    nsis: {
      artifactName: "so-can-bo-${version}-cai-dat.${ext}",
      oneClick: false,
      // Clerks have no administrator's password.
      perMachine: false,
      allowElevation: false,
      installerLanguages: ["vi_VN"],
      language: "1066",
      deleteAppDataOnUninstall: false,
    },
    portable: { artifactName: "so-can-bo-${version}-chay-tu-usb.${ext}", requestExecutionLevel: "user" },
    linux: {
      icon: "icon.png",
      category: "Office",
      maintainer: "Sổ Cán Bộ <so-can-bo@so-can-bo.invalid>",
      synopsis: "Sổ cán bộ, công chức cấp xã",
      target: [
        { target: "AppImage", arch: ["x64"] },
        { target: "deb", arch: ["x64"] },
      ],
    },
  };
}
