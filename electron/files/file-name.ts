/**
 * File names that any stick accepts. FAT refuses some characters, Windows some names, and old programs show
 * Vietnamese marks as rubbish, so a name that is fine here could be lost or unreadable at the next office.
 */
import { basename, sep } from "node:path";
import { type AppError, appError } from "../../shared/contract/errors";
import { host } from "./host-system";

/** Longest name with its extension, in characters; leaves room for " (12)" and ".part". */
const longest = 120;
const roomForNumber = 6;
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** What comes beside a roster under its name, the longest: SQLite's journal. */
const besideName = "-journal".length;
/** By how much a path beside a roster may be longer: what SQLite would put beside the lock of one that is being made. */
const besidePath = ".0123456789ab.part.lock-journal".length - "a.scb".length;
const refusedLetters = /[<>:"/\\|?*\u0000-\u001f]/;

function lengthOf(text: string): number {
  return host.lengthsCountedIn === "bytes" ? Buffer.byteLength(text) : text.length;
}

/** What the system's refusal of a name or path for its length means; which of the two it is, it does not say. */
export function tooLong(path: string, cause: unknown): AppError {
  const { longestName: limit, lengthsCountedIn: counted } = host;
  const name = path.split(sep).find((part) => lengthOf(part) > limit);
  return name === undefined
    ? appError("path-too-long", { path, limit: host.longestPath, counted }, cause)
    : appError("name-too-long", { name, limit, counted }, cause);
}

/** @throws AppError `path-too-long` for a roster that SQLite could not open, with what lies beside it */
export function checkPathLength(path: string): void {
  const limit = host.longestSqlitePath - besidePath;
  if (lengthOf(path) > limit)
    throw appError("path-too-long", { path, limit, counted: host.lengthsCountedIn });
}

/**
 * Checks the name that a new roster is to have: it travels by stick, so that what Windows refuses is refused everywhere.
 * @throws AppError `name-too-long`, `path-too-long`, `name-refused`
 */
export function checkNewName(path: string): void {
  const name = basename(path);
  const limit = host.longestName - besideName;
  if (lengthOf(name) > limit)
    throw appError("name-too-long", { name, limit, counted: host.lengthsCountedIn });
  checkPathLength(path);
  const isDevice = reserved.test((name.split(".")[0] ?? "").trim());
  if (isDevice || refusedLetters.test(name) || /[ .]$|^ /.test(name))
    throw appError("name-refused", { name });
}

/** The letters of a text without marks, case kept: "Đặng Thị Huệ" → "Dang Thi Hue". */
function withoutMarks(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").replaceAll(/[đð]/gu, "d").replaceAll(/[ĐÐ]/gu, "D");
}

/**
 * The part of a file name before the number and the extension.
 * @param text any text, e.g. "Tổng hợp đạt chuẩn: Thanh Ba 2021-10-01"
 * @param extension without its dot, counted into the length
 * @returns 1 to 120 printable ASCII characters, no character that FAT or Windows refuse, no dot or blank at the ends
 */
export function safeFileBase(text: string, extension: string): string {
  const plain = withoutMarks(text)
    .replaceAll(/[<>:"/\\|?*]/g, "-")
    .replaceAll(/[^\u0020-\u007e]/gu, " ")
    .replaceAll(/\s+/g, " ");
  const room = longest - roomForNumber - extension.length - 1;
  const base = trimEnds(trimEnds(plain).slice(0, room));
  if (base === "") return "tep";
  // Windows keeps these names for devices, whatever comes after the first dot.
  return reserved.test((base.split(".")[0] ?? "").trim()) ? `_${base}` : base;
}

function trimEnds(text: string): string {
  return text.replaceAll(/^[ .]+|[ .]+$/g, "");
}

/** "name.xlsx", "name (2).xlsx", …: the n-th name to try, n from 1. */
export function numberedName(base: string, n: number, extension: string): string {
  return n === 1 ? `${base}.${extension}` : `${base} (${n}).${extension}`;
}
