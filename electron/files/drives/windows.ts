/**
 * Removable drives on Windows, asked of the system through PowerShell, which every supported Windows has.
 * A native module would do it faster and would have to be built for each Windows; the question is rare.
 */
import { execFile } from "node:child_process";
import { join } from "node:path";
import type { Drive } from "./drive";

/** DriveType 2 of Win32_LogicalDisk: removable. The label may hold any letter, so the answer is asked in UTF-8. */
const question = [
  "[Console]::OutputEncoding=[Text.Encoding]::UTF8;",
  "@(Get-CimInstance Win32_LogicalDisk -Filter 'DriveType=2' | Select-Object DeviceID,VolumeName,Size)",
  "| ConvertTo-Json -Compress",
].join(" ");

const patience = 4_000;

/**
 * Reads PowerShell's answer: one object, a list of them, or nothing at all.
 * @returns drives with a medium in them; an empty card reader has no size
 */
export function parseLogicalDisks(answer: string): readonly Drive[] {
  const text = answer.replace(/^\uFEFF/, "").trim();
  if (text === "") return [];
  const parsed: unknown = JSON.parse(text);
  return (Array.isArray(parsed) ? parsed : [parsed]).flatMap((item: unknown) => {
    if (typeof item !== "object" || item === null) return [];
    const { DeviceID: id, VolumeName: label, Size: size } = item as Record<string, unknown>;
    if (typeof id !== "string" || !/^[A-Z]:$/.test(id) || size === null || size === undefined) return [];
    return [{ path: `${id}\\`, label: typeof label === "string" && label !== "" ? `${label} (${id})` : id }];
  });
}

/** Drives plugged in now; none when the system does not answer in time, since any folder can still be picked. */
export function windowsDrives(): Promise<readonly Drive[]> {
  const root = process.env["SystemRoot"] ?? "C:\\Windows";
  const shell = join(root, "System32", "WindowsPowerShell", "v1.0", "powershell.exe");
  return new Promise((resolve) => {
    execFile(
      shell,
      ["-NoProfile", "-NonInteractive", "-Command", question],
      { timeout: patience, windowsHide: true, encoding: "utf8" },
      (error, answer) => {
        if (error !== null) return resolve([]);
        try {
          resolve(parseLogicalDisks(answer));
        } catch {
          // Something other than the answer was printed; nothing in it can be trusted to be a drive.
          resolve([]);
        }
      },
    );
  });
}
