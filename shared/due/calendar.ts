/**
 * A calendar of whole days (RFC 5545), so that what is due can be taken along into any calendar. It says whose and what,
 * and nothing else of anybody.
 */
import { addDays, type PackedDay } from "../domain/partial-date";

export interface CalendarDay {
  /** The same for the same thing whenever it is written, so that a calendar that takes it in again holds it once. */
  readonly id: string;
  readonly day: PackedDay;
  readonly summary: string;
}

/** Octets of a line without its end (RFC 5545, 3.1). */
const longest = 75;
const lineEnd = "\r\n";

/** @param name of the calendar */
export function calendarHead(name: string): string {
  return linesOf([
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//So Can Bo//Viec den han//VI",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escaped(name)}`,
  ]);
}

/** @param stamp instant of writing, ISO with Z */
export function calendarEvent({ id, day, summary }: CalendarDay, stamp: string): string {
  return linesOf([
    "BEGIN:VEVENT",
    `UID:${id}@so-can-bo`,
    `DTSTAMP:${stamp.replace(/[-:]|\.\d+/g, "")}`,
    `DTSTART;VALUE=DATE:${day}`,
    `DTEND;VALUE=DATE:${addDays(day, 1)}`,
    `SUMMARY:${escaped(summary)}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ]);
}

export const calendarFoot = linesOf(["END:VCALENDAR"]);

function linesOf(lines: readonly string[]): string {
  return lines.map((line) => folded(line) + lineEnd).join("");
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, "\\$&").replace(/\r\n|\r|\n/g, "\\n");
}

/** Broken between letters, never within the octets of one; each further line begins with a blank, which counts. */
function folded(line: string): string {
  let result = "";
  let octets = 0;
  for (const letter of line) {
    const size = octetsOf(letter.codePointAt(0) ?? 0);
    if (octets + size > longest) {
      result += `${lineEnd} `;
      octets = 1;
    }
    result += letter;
    octets += size;
  }
  return result;
}

function octetsOf(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}
