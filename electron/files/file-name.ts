/**
 * File names that any stick accepts. FAT refuses some characters, Windows some names, and old programs show
 * Vietnamese marks as rubbish, so a name that is fine here could be lost or unreadable at the next office.
 */

/** Longest name with its extension, in characters; leaves room for " (12)" and ".part". */
const longest = 120;
const roomForNumber = 6;
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

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

/**
 * Whether a name that somebody chose can be given on every system. A roster goes to other offices on sticks, and Node
 * makes files on Windows that no other program there can open or remove (a CON, a name that ends in a dot).
 * @param name without its folder
 */
export function isNameForAll(name: string): boolean {
  return (
    name !== "" &&
    !/[<>:"/\\|?*\u0000-\u001f]/.test(name) &&
    !/[ .]$/.test(name) &&
    !reserved.test((name.split(".")[0] ?? "").trim())
  );
}

/** "name.xlsx", "name (2).xlsx", …: the n-th name to try, n from 1. */
export function numberedName(base: string, n: number, extension: string): string {
  return n === 1 ? `${base}.${extension}` : `${base} (${n}).${extension}`;
}
