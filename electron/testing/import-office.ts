/** An office of one commune into which tables are pasted, as its window imports them; for tests of what becomes of them. */
import type { Environment } from "../services/environment";
import { type WindowCalls, windowCalls } from "./window-calls";
import { testPlace } from "./sample-roster";

export interface ImportOffice extends WindowCalls {
  /** The office's folder, in which files may be saved. */
  readonly folder: string;
}

const open: WindowCalls[] = [];

/**
 * @param desktop what the office's desktop does otherwise than nothing, given the office's folder
 * @param more what the program's surroundings do otherwise
 */
export async function importOffice(
  desktop: (folder: string) => Parameters<typeof windowCalls>[3] = () => ({}),
  more: Partial<Environment> = {},
): Promise<ImportOffice> {
  const { environment, folder } = testPlace();
  const calls = windowCalls({ ...environment, ...more }, folder, undefined, desktop(folder));
  open.push(calls);
  const [unit] = await calls.ask("shippedUnitsSearch", { query: "08173", on: "2026-01-01", limit: 5 });
  if (unit === undefined) throw new Error("No unit");
  await calls.ask("rosterCreate", { path: `${folder}/so.scb`, unitId: unit.id });
  return { ...calls, folder };
}

/** For `afterEach`. */
export async function closeImportOffices(): Promise<void> {
  for (const calls of open.splice(0)) await calls.close();
}

/** A block of cells as spreadsheet programs put it on the clipboard. */
export function pasted(...lines: readonly (readonly string[])[]): {
  readonly text: string;
  readonly name: string;
} {
  return { text: lines.map((line) => line.join("\t")).join("\n"), name: "Dán" };
}
