/**
 * What an import remembers with the headings of its tables, on this computer: what columns were taken for, what was answered
 * of them, which texts were left as they are written. What a text means is no matter of the form: it is in the roster.
 */
import { columnLetters, readRole } from "../../../shared/import/column-role";
import { rolesAsText } from "../../../shared/import/layout";
import { keepAsText, questionKey } from "../../../shared/import/questions";
import { answersToRemember, columnOfAnswer, type RememberedLayout } from "../../../shared/import/recall";
import { textName } from "../../../shared/import/recalled-cells";
import type { SettingsStore } from "../../files/settings";
import type { Importing } from "./importing";

type Memory = Pick<SettingsStore, "layoutOf" | "rememberLayout">;

export function rememberedLayout(settings: Memory, fingerprint: string): RememberedLayout | null {
  const known = settings.layoutOf(fingerprint);
  if (known === null) return null;
  const roles = Object.entries(known.roles).flatMap(([column, text]) => {
    const role = readRole(text);
    return role === null ? [] : [[Number(column), role] as const];
  });
  return {
    roles: new Map(roles),
    answers: new Map(Object.entries(known.answers)),
    staysText: known.stays,
    hasTexts: known.hasTexts,
  };
}

/** What was chosen and answered of the tables of an import that was written; what was not asked this time stays remembered. */
export function rememberLayouts(settings: Memory, importing: Importing): void {
  const { given, takenBack, wordings } = importing.answers;
  const isWord = (key: string) => key.startsWith(questionKey("word", ""));
  const left = [...given].flatMap(([key, answer]) =>
    isWord(key) && answer === keepAsText ? [textName(key, wordings)] : [],
  );
  const noMore = [...[...given.keys()].filter(isWord), ...takenBack].map((key) => textName(key, wordings));
  for (const { sheet, layout, included } of importing.sheets()) {
    if (!included || layout === null) continue;
    const roles = rolesAsText(layout.matches);
    const before = settings.layoutOf(layout.fingerprint);
    const gone = answersToRemember(
      sheet.name,
      [...takenBack].map((key) => [key, ""]),
    );
    const stays = ([name]: [string, string]) => {
      const column = layout.matches.find((one) => columnLetters(one.column) === columnOfAnswer(name))?.column;
      return column !== undefined && before?.roles[column] === roles[column] && !gone.has(name);
    };
    const answers = {
      ...Object.fromEntries(Object.entries(before?.answers ?? {}).filter(stays)),
      ...Object.fromEntries(answersToRemember(sheet.name, given)),
    };
    settings.rememberLayout(layout.fingerprint, { roles, answers }, { left, noMore });
  }
}
