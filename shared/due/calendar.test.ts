// Guards that a calendar is one that other programs take: whole days, folded by octets, escaped, each event named once.
import fc from "fast-check";
import { expect, it } from "vitest";
import { calendarEvent, calendarFoot, calendarHead } from "./calendar";

const stamp = "2026-11-30T05:00:00.000Z";
const event = { id: "a-retirement-20261231", day: 20261231, summary: "Nghỉ hưu – Nguyễn Văn An" };

it("holds an event of a whole day, of which the end is the next day", () => {
  expect(calendarHead("Việc đến hạn") + calendarEvent(event, stamp) + calendarFoot).toBe(
    [
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//So Can Bo//Viec den han//VI",
      "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH",
      "X-WR-CALNAME:Việc đến hạn",
      "BEGIN:VEVENT",
      "UID:a-retirement-20261231@so-can-bo",
      "DTSTAMP:20261130T050000Z",
      "DTSTART;VALUE=DATE:20261231",
      "DTEND;VALUE=DATE:20270101",
      "SUMMARY:Nghỉ hưu – Nguyễn Văn An",
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
      "END:VCALENDAR",
      "",
    ].join("\r\n"),
  );
});

it("folds at 75 octets between letters, and escapes what has a meaning, whatever the words are", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("ễ", "a", ";", ",", "\\", "\n", "𠀋", "đ"), maxLength: 200 }),
      (summary) => {
        const text = calendarEvent({ ...event, summary }, stamp);
        for (const line of text.split("\r\n"))
          expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
        const unfolded = text.replaceAll("\r\n ", "");
        const [, value = ""] = /SUMMARY:(.*)\r\n/u.exec(unfolded) ?? [];
        const read = value.replace(/\\(.)/gu, (_all, sign: string) => (sign === "n" ? "\n" : sign));
        expect(read).toBe(summary);
      },
    ),
  );
});
