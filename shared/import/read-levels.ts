/**
 * Reads a level however it is worded: "ĐH", "Đại học Luật", "Cử nhân Luật (tại chức)", "12/12", "Cao cấp LLCT". What a text
 * says beside the level (field of study, way of study, that it is worth as much) goes to the fields beside it; a text with
 * a word that is not understood is not read at all, since a level is what people are judged by.
 */
import type { FieldValue } from "../domain/entities";
import { levelLadders, type QualificationKind, qualificationKinds } from "../domain/levels";
import { studyModes } from "../domain/values";
import { choiceWordings, levelWordings } from "./answer-words";
import { exactHeading, looseHeading } from "./heading-text";
import { shownParts } from "./number-format";
import { askWord, nothing, type Reading, saysNothing, unread, value } from "./reading";
import { serialDay } from "./serial-day";
import type { SeenCell } from "./sheet-grid";
import { createTranslate, type Translate } from "../i18n";
import { groupWordings } from "./wordings";

const vietnamese = createTranslate("vi");
const english = createTranslate("en");

type Beside = Record<string, Exclude<FieldValue, null>>;

interface Ladder {
  /** Level by its words without marks, and how many words the longest spelling has. */
  readonly levels: ReadonlyMap<string, string>;
  readonly longest: number;
}

const ladders: ReadonlyMap<QualificationKind, Ladder> = new Map(
  qualificationKinds.map((kind) => [kind, ladderOf(kind)]),
);

function ladderOf(kind: QualificationKind): Ladder {
  const levels = new Map<string, string>();
  for (const level of levelLadders[kind]) {
    const spelt: readonly string[] =
      (levelWordings[kind] as Readonly<Record<string, readonly string[]>>)[level] ?? [];
    const words = [vietnamese, english].map((t) => levelWord(t, kind, level));
    for (const text of [...words, ...spelt, level])
      if (!levels.has(looseHeading(text))) levels.set(looseHeading(text), level);
  }
  return { levels, longest: Math.max(...[...levels.keys()].map((text) => text.split(" ").length)) };
}

function levelWord(t: Translate, kind: string, level: string): string {
  return t(`domain:level.${kind}.${level}`, { defaultValue: "" });
}

/** What may stand around a level of a kind without saying more than its heading. */
const fillers: Readonly<Record<QualificationKind, RegExp>> = {
  general: /^(?:tn|tot nghiep|he|lop|trinh do|pho thong|bo tuc|bt)$/,
  professional: /^(?:trinh do|tot nghiep|tn|bang|chuyen mon)$/,
  politicalTheory:
    /^(?:llct|ly luan chinh tri|chinh tri|ly luan|hanh chinh|hc|llct hc|ly luan chinh tri hanh chinh|trinh do|lop)$/,
  stateManagement: /^(?:qlnn|quan ly nha nuoc|ngach|boi duong|chuong trinh|trinh do|va tuong duong)$/,
  it: /^(?:tin hoc|chung chi|chung chi tin hoc|trinh do|cc|tin hoc van phong)$/,
  foreignLanguage: /^(?:ngoai ngu|chung chi|trinh do|cc|chung chi ngoai ngu)$/,
  ethnicLanguage: /^(?:tieng dan toc|chung chi|tieng)$/,
  languageFramework:
    /^(?:ngoai ngu|chung chi|trinh do|cc|chung chi ngoai ngu|(?:ngoai ngu )?(?:theo )?khung (?:(?:nang luc )?(?:ngoai ngu )?6 bac(?: viet nam)?|(?:tham chieu )?chau au)|cefr)$/,
  defence:
    /^(?:qp an|qpan|quoc phong an ninh|an ninh quoc phong|boi duong|chung chi|kien thuc|boi duong kien thuc)$/,
};

const notYet =
  /^(?:đang|dang|chưa tốt nghiệp|chua tot nghiep|học viên|hoc vien|sinh viên|sinh vien)(?:\s|$)/iu;
const equivalence = /\(?\s*(?:giấy )?(?:xác nhận )?tương đương(?: trình độ)?\s*\)?/giu;

export function readLevelCell(kind: QualificationKind, seen: SeenCell, date1904: boolean): Reading {
  const { text, cell } = seen;
  if (cell.content.kind === "error") return unread("errorCell");
  if (cell.content.kind === "number") return ofNumber(kind, seen, date1904);
  return readLevelText(kind, text);
}

/** 12/12 that a program took for the twelfth of December. */
function ofNumber(
  kind: QualificationKind,
  { text, cell: { content } }: SeenCell,
  date1904: boolean,
): Reading {
  if (content.kind !== "number" || !content.isDate) return readLevelText(kind, text);
  const at = serialDay(content.value, date1904);
  const shown = shownParts(content.format);
  if (kind !== "general" || at === null || !shown.day || !shown.month) return unread("word", askWord);
  return at.day === at.month ? readLevelText(kind, `${at.day}/${at.month}`) : unread("word", askWord);
}

export function readLevelText(kind: QualificationKind, text: string): Reading {
  if (saysNothing(text)) return nothing;
  if (notYet.test(text)) return unread("word", askWord);
  // "Chuyên viên và tương đương" is a level's own name, and no paper that says so of another one.
  const named = ladders.get(kind)?.levels.get(looseHeading(text));
  if (named !== undefined) return value(named);
  if (kind === "professional" && aboveUniversity.test(text.normalize("NFC"))) return unread("word", askWord);
  const isEquivalent = text.search(equivalence) >= 0;
  const said = isEquivalent ? text.replaceAll(equivalence, " ").trim() : text;
  const read = grade(kind, said) ?? levelIn(kind, said);
  if (read === null) return unread("word", askWord);
  if (read === "several") return unread("severalValues", askWord);
  const beside = { ...read.beside, ...(isEquivalent ? { equivalent: true } : {}) };
  return value(read.level, beside);
}

interface Found {
  readonly level: string;
  readonly beside: Beside;
}

/**
 * The last class that was finished, of ten or of twelve: of ten, primary ends with the fourth and lower secondary with the
 * seventh; of twelve with the fifth and the ninth.
 */
function grade(kind: QualificationKind, text: string): Found | null {
  const [, finished, of] =
    /^(?:lớp\s*)?(\d{1,2})\s*\/\s*(10|12)(?:\s*(?:bt|bổ túc|btvh|phổ thông|pt))?$/iu.exec(text) ?? [];
  if (kind !== "general" || finished === undefined) return null;
  const [primary, lower, upper] = of === "10" ? [4, 7, 10] : [5, 9, 12];
  const last = Number(finished);
  if (last > upper || last < primary) return null;
  const level = last === upper ? "upperSecondary" : last >= lower ? "lowerSecondary" : "primary";
  return { level, beside: {} };
}

/** More than a university degree, and not which: either of the two levels above it. */
const aboveUniversity = /^(?:trình độ\s+)?(?:trên|sau)\s+(?:đại học|đh)(?:\s|$)/iu;

function levelIn(kind: QualificationKind, text: string): Found | "several" | null {
  const ladder = ladders.get(kind);
  if (ladder === undefined) return null;
  const whole = ladder.levels.get(looseHeading(text));
  if (whole !== undefined) return { level: whole, beside: {} };
  if (text.split(/[;+&]|,| và |\/(?!\d)/u).filter((part) => beginsWithLevel(ladder, part)).length > 1)
    return "several";
  const tokens = tokensOf(text);
  for (let count = Math.min(tokens.length, ladder.longest); count > 0; count--) {
    const front = ladder.levels.get(looseHeading(tokens.slice(0, count).join(" ")));
    const after = front === undefined ? null : restSays(kind, tokens.slice(count).join(" "));
    if (front !== undefined && after !== null) return { level: front, beside: after };
  }
  for (let count = Math.min(tokens.length, ladder.longest); count > 0; count--) {
    const back = ladder.levels.get(looseHeading(tokens.slice(-count).join(" ")));
    const before = back === undefined ? null : restSays(kind, tokens.slice(0, -count).join(" "));
    if (back !== undefined && before !== null) return { level: back, beside: before };
  }
  return null;
}

/** Words, also where only a dot parts a short form from the next one: "ThS.Luật". */
function tokensOf(text: string): string[] {
  return text
    .replace(/^(\p{L}{2,4})\.(?=\p{L}{2})/u, "$1. ")
    .replace(/[()]/g, " ")
    .split(/\s+/u)
    .filter((token) => /[\p{L}\p{N}]/u.test(token));
}

function beginsWithLevel({ levels, longest }: Ladder, text: string): boolean {
  const tokens = tokensOf(text);
  return Array.from({ length: longest }, (_, place) => tokens.slice(0, place + 1).join(" ")).some((front) =>
    levels.has(looseHeading(front)),
  );
}

/** Names of kinds of paper: "Trung cấp LLCT" is no field of study in the column of chuyên môn. */
const otherKinds = new Set(Object.values(groupWordings).flatMap((texts) => texts.map(looseHeading)));

const languageKinds = ["foreignLanguage", "languageFramework"] as const;

/** "Tiếng Anh B1; Tiếng Nga" before a level: a second language with a level of its own, and no name of one. */
function saysAnotherLevel(text: string): boolean {
  const isLevel = (token: string) =>
    languageKinds.some((kind) => ladders.get(kind)?.levels.has(looseHeading(token)));
  return /\d/u.test(text) || tokensOf(text).some(isLevel);
}

/** What is said beside a level; null where it is not understood. */
function restSays(kind: QualificationKind, rest: string): Beside | null {
  const trimmed = rest
    .replace(/^[\s:,;.–-]+|[\s:,;–-]+$/gu, "")
    .replace(/^(?:chuyên ngành|ngành|chuyên môn)\s*:?\s*/iu, "");
  const loose = looseHeading(trimmed);
  if (loose === "" || fillers[kind].test(loose)) return {};
  const mode = modeNamed(trimmed);
  if (mode !== null) return { mode };
  // "Tiếng Anh" heads columns as well, and is what a level is of.
  if (
    languageKinds.some((one) => one === kind) &&
    /^(?:tieng|anh|nga|phap|trung|nhat|han|duc)(?: |$)/.test(loose)
  )
    return saysAnotherLevel(trimmed) ? null : { major: trimmed };
  if (otherKinds.has(loose)) return null;
  if (kind === "professional") return professionalSays(trimmed);
  return null;
}

/** That a paper is not had yet, or is more or less than the level that is named: words that begin no field of study. */
const beginsNoField =
  /^(?:trên|tren|dưới|duoi|sau|trước|gần|hơn|chưa|chua|không|đang|dang|sắp|còn|mới|đã|hết|học|hoc|theo|bỏ|dở|lớp|năm|bằng)(?:\s|$)/iu;
const saysNotYet =
  /(?:^|[\s,(])(?:đang|chưa|dở dang|dang dở|sinh viên|học viên|dự kiến|tốt nghiệp)(?:[\s,)]|$)/iu;

/**
 * "Luật, hệ VLVH, 2016": field, way and year of study; null where more is said than these, so that "CĐ, đang học ĐH" makes
 * no field of study of what is being studied.
 */
function professionalSays(text: string): Beside | null {
  const [, untilYear = text, year] = /^(.*?)[\s,–-]+(?:năm\s+)?((?:19|20)\d{2})$/iu.exec(text) ?? [];
  const [, untilWay = untilYear, way] =
    /^(.*?)[\s,–-]+((?:hệ )?(?:chính quy|tại chức|từ xa|vừa làm vừa học|vừa học vừa làm|vlvh|đttx))$/iu.exec(
      untilYear,
    ) ?? [];
  const mode = way === undefined ? null : modeNamed(way);
  const said = untilWay.normalize("NFC");
  const isField =
    !/\d/.test(said) &&
    !/(?:^|[\s,])hệ(?:\s|$)/iu.test(said) &&
    !beginsNoField.test(said) &&
    !saysNotYet.test(said) &&
    !namesLevel(said);
  if (!isField) return null;
  return {
    major: untilWay,
    ...(mode === null ? {} : { mode }),
    ...(year === undefined ? {} : { granted: year }),
  };
}

/** Whether a level of chuyên môn is named in the text, as short as it may be written. */
function namesLevel(text: string): boolean {
  const ladder = ladders.get("professional");
  const tokens = tokensOf(text);
  return (
    ladder !== undefined &&
    tokens.some((_, place) => beginsWithLevel(ladder, tokens.slice(place, place + ladder.longest).join(" ")))
  );
}

function modeNamed(text: string): string | null {
  const said = exactHeading(text.replace(/^hệ\s+/iu, ""));
  const isSaid = (mode: (typeof studyModes)[number]) =>
    [vietnamese(`domain:studyMode.${mode}`), ...(choiceWordings["studyMode"]?.[mode] ?? [])].some(
      (word) => exactHeading(word) === said,
    );
  return studyModes.find(isSaid) ?? null;
}
