/**
 * LibreOffice without a window, for tests of documents: it opens what the program wrote as another office would, and
 * writes what the program must read. The set-up of `npm test` installs it where it may.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Whether LibreOffice opens documents of a kind here; says on standard error what is not checked without it. */
export function hasLibreOffice(kind: "sheets" | "texts"): boolean {
  try {
    execFileSync("soffice", ["--version"], { stdio: "ignore" });
    if (kind === "sheets" || existsSync("/usr/lib/libreoffice/program/libswlo.so")) return true;
  } catch {
    // Not there: said below.
  }
  process.stderr.write(
    `LibreOffice for ${kind} is missing: that an office program opens them was not checked.\n`,
  );
  return false;
}

/**
 * A document as LibreOffice writes it in another format.
 * @param from its extension
 * @param to extension, or extension and filter as `--convert-to` takes them
 * @throws Error when LibreOffice does not open it or says anything but that it converted it
 */
export function convertWithOffice(bytes: Uint8Array, from: string, to: string): Buffer {
  const [made] = convertAllWithOffice([bytes], from, to);
  if (made === undefined) throw new Error("LibreOffice made nothing");
  return made;
}

/** As `convertWithOffice`, of many documents: most of the time goes into starting the program. */
export function convertAllWithOffice(documents: readonly Uint8Array[], from: string, to: string): Buffer[] {
  const folder = mkdtempSync(join(tmpdir(), "scb-office-"));
  try {
    const given = documents.map((bytes, place) => {
      const path = join(folder, `document-${place}.${from}`);
      writeFileSync(path, bytes);
      return path;
    });
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    const said = execFileSync(
      "soffice",
      [profile, "--headless", "--convert-to", to, "--outdir", folder, ...given],
      { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] },
    );
    const extension = to.split(":")[0] ?? "";
    return documents.map((_bytes, place) => {
      const made = join(folder, `document-${place}.${extension}`);
      if (!said.startsWith("convert ") || !existsSync(made))
        throw new Error(`LibreOffice refused it: ${said}`);
      return readFileSync(made);
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
