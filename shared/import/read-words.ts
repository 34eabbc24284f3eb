/** Reads what is written in words: answers of closed lists, yes and no, peoples, free texts, numbers that are names. */
import type { PersonColumn } from "../columns/column";
import { type CodeSystem, codeSystems, ethnicGroups, unclearEthnicNames } from "../catalog/ethnic-groups";
import { maxLengthOf } from "../domain/text-fields";
import { cleanValue } from "../domain/validate/clean";
import { choiceWord, createTranslate, languages } from "../i18n";
import { foldName } from "../text/fold";
import { titleCaseName } from "../text/person-name";
import { answersOf } from "./answer-words";
import { cellText } from "./cell-text";
import { exactHeading, looseHeading } from "./heading-text";
import { askWord, isSign, nothing, type Reading, saysNothing, unread, value } from "./reading";
import type { SeenCell } from "./sheet-grid";

const translates = languages.map((language) => createTranslate(language));

/** Answers of a closed list by their spellings, those with marks before those without. */
export function answerBook(column: PersonColumn): (text: string) => string | null {
  const exact = new Map<string, string>();
  const loose = new Map<string, Set<string>>();
  const { entity, field, definition } = column;
  const add = (text: string, key: string) => {
    if (!exact.has(exactHeading(text))) exact.set(exactHeading(text), key);
    const known = loose.get(looseHeading(text)) ?? new Set();
    loose.set(looseHeading(text), known.add(key));
  };
  for (const key of definition.choices ?? []) {
    for (const t of translates) add(choiceWord(t, entity, field, key, null), key);
    add(key, key);
  }
  for (const { text, value: key } of answersOf(column)) add(text, key);
  return (text) => {
    const found = exact.get(exactHeading(text));
    if (found !== undefined) return found;
    const [only, ...others] = loose.get(looseHeading(text)) ?? [];
    return others.length > 0 ? null : (only ?? null);
  };
}

const yes = new Set(["co", "true", "yes", "1", "roi", "dung", "da co"]);
const no = new Set(["khong", "false", "no", "0", "chua"]);

export function readBoolean(text: string): Reading {
  if (isSign(text)) return value(true);
  if (saysNothing(text)) return nothing;
  const word = looseHeading(text);
  if (yes.has(word)) return value(true);
  return no.has(word) ? value(false) : unread("word", askWord);
}

// Peoples -------------------------------------------------------------------------------------------------------

const byName = new Map(
  ethnicGroups.flatMap(({ name, otherNames }) =>
    [name, ...otherNames].map((one) => [foldName(one), name] as const),
  ),
);

/** By the name of the people; by a code only where somebody named its system. */
export function readEthnicGroup(text: string, system: CodeSystem | null): Reading {
  if (saysNothing(text)) return nothing;
  if (isSign(text)) return unread("sign");
  const said = text.replace(/^(?:dân tộc|dt)\s+/iu, "");
  const unclear = Object.entries(unclearEthnicNames).find(([name]) => foldName(name) === foldName(said));
  if (unclear !== undefined) return unread("ethnicName", { kind: "word", choices: unclear[1] });
  if (/^\d{1,2}$/.test(said)) {
    if (system === null) return unread("ethnicCode", { kind: "ethnicCodes" });
    const code = said.padStart(2, "0");
    const group = ethnicGroups.find(({ codes }) => codes[system] === code);
    return group === undefined ? unread("word", askWord) : value(group.name);
  }
  const name = byName.get(foldName(said)) ?? byName.get(foldName(said.replace(/\s*\(.*\)$/, "")));
  return name === undefined ? unread("word", askWord) : value(name);
}

/** Whether a text names peoples and nothing else: "Mường, Tày". */
export function namesPeople(text: string): boolean {
  return text.split(/[,;+&]| và /u).every((part) => byName.has(foldName(part.trim())));
}

/** Whether two names are of one people. */
export function isSameEthnicGroup(one: string, other: string): boolean {
  const group = byName.get(foldName(one));
  return group !== undefined && group === byName.get(foldName(other));
}

export function codeSystemNamed(text: string | undefined): CodeSystem | null {
  return codeSystems.find((system) => system === text) ?? null;
}

// Texts -----------------------------------------------------------------------------------------------------------

export function readText({ entity, field, definition }: PersonColumn, seen: SeenCell): Reading {
  const { cell, text } = seen;
  if (cell.content.kind === "error") return unread("errorCell");
  if (saysNothing(text)) return nothing;
  if (isSign(text) && !/^v$/iu.test(text)) return unread("sign");
  const clean = cleanValue(entity, field, lines(seen));
  if (typeof clean !== "string") return nothing;
  if (clean.length > maxLengthOf(definition)) return unread("tooLong");
  return value(definition.format === "personName" ? titleCaseName(withoutAddress(clean)) : clean);
}

/** Words by which somebody is addressed; "Ông" is a family's name as well, so it goes only before another one. */
const address =
  /^(?:(?:bà|đ\/c|đồng chí)\.?\s+|ông\s+(?=(?:nguyễn|trần|lê|phạm|hoàng|huỳnh|phan|vũ|võ|đặng|bùi|đỗ|hồ|ngô|dương|lý|đinh|đào|hà|trịnh|mai|lương|tô|cao|chu|tạ|phùng)\s))(?=\S+\s+\S)/iu;

function withoutAddress(name: string): string {
  return name.replace(address, "");
}

/** With the line breaks that somebody typed. */
function lines({ text, cell }: SeenCell): string {
  return cell.content.kind === "text" ? cellText(cell, false) : text;
}

// Numbers that are names ------------------------------------------------------------------------------------------

/** 2.5E+10: the last digits are gone for good. */
const scientific = /^\d(?:[.,]\d+)?E\+?\d+$/iu;

/** How many digits such a number has where its zeros in front are there, by how many are left. */
const wholeLengths = {
  /** Số định danh cá nhân, CCCD: 12; CMND: 9. */
  digits: new Map([
    [11, 12],
    [10, 12],
    [8, 9],
    [7, 9],
  ]),
  /** 10 with the zero in front. */
  phone: new Map([[9, 10]]),
} as const;

/** @param pad what somebody said of numbers of this many digits: the zeros in front are missing, or they are right so */
export function readNumberName(
  { entity, field, definition }: PersonColumn,
  seen: SeenCell,
  pad: (length: number) => string | null,
): Reading {
  const { text, cell } = seen;
  if (cell.content.kind === "error") return unread("errorCell");
  if (saysNothing(text)) return nothing;
  if (isSign(text)) return unread("sign");
  if (scientific.test(text)) return unread("scientific", { kind: "number" });
  if (cell.content.kind === "number" && !Number.isSafeInteger(cell.content.value))
    return unread("noNumber", askWord);
  const clean = cleanValue(entity, field, text);
  if (typeof clean !== "string") return nothing;
  if (clean.length > maxLengthOf(definition)) return unread("tooLong");
  const isPhone = definition.format === "phone";
  const whole = wholeLengths[isPhone ? "phone" : "digits"].get(clean.length);
  if (whole === undefined || !/^\d+$/.test(clean) || (isPhone && clean.startsWith("0"))) return value(clean);
  const said = pad(clean.length);
  if (said === "pad") return value(clean.padStart(whole, "0"));
  return unread("lostZero", said === null ? { kind: "lostZero" } : null);
}
