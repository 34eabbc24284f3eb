/**
 * How much memory running programs take, from /proc: the proportional set size, in which pages that processes share count
 * once.
 */
import { readdirSync, readFileSync } from "node:fs";

/** Bytes of a program with everything that it started. */
export function sizeOf(pid: number): number {
  return familyOf(pid).reduce((total, member) => total + proportionalSize(member), 0);
}

/**
 * Bytes of the process that holds the roster, and of those that draw pages.
 * @param pid of the program
 */
export function sizesByKind(pid: number): { readonly main: number; readonly renderers: number } {
  const renderers = familyOf(pid).filter((member) =>
    readOr(`/proc/${member}/cmdline`).includes("--type=renderer"),
  );
  return {
    main: proportionalSize(pid),
    renderers: renderers.reduce((total, member) => total + proportionalSize(member), 0),
  };
}

/** A process and everything that it started. */
function familyOf(pid: number): number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync("/proc")) {
    const parent = /^\d+$/.test(name) ? parentOf(Number(name)) : null;
    if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const family = [pid];
  for (const member of family) family.push(...(children.get(member) ?? []));
  return family;
}

function parentOf(pid: number): number | null {
  const parent = /^PPid:\s+(\d+)/m.exec(readOr(`/proc/${pid}/status`))?.[1];
  return parent === undefined ? null : Number(parent);
}

/** Bytes. */
function proportionalSize(pid: number): number {
  return Number(/^Pss:\s+(\d+) kB/m.exec(readOr(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0) * 1024;
}

/** A process may end while it is looked at; it then has no size. */
function readOr(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
