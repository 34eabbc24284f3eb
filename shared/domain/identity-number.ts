// Says what an identity number looks like, for forms, receptions and the checker alike. The number is text: it begins
// with zeros (Phú Thọ is 025), and a spreadsheet that took it for a number has already lost one. Without this check
// such a number enters the roster and the same person is later added twice.

/** Digits of the older CMND. */
const oldLength = 9;

/** Whether it is the number of an old identity card, of which its holder has another one by now. */
export function isOldNumber(text: string): boolean {
  return text.length === oldLength && isIdentityNumber(text);
}

/** A citizen identity number (số định danh cá nhân, CCCD) has 12 digits; the older CMND has 9. */
const IDENTITY_NUMBER = /^(?:[0-9]{12}|[0-9]{9})$/;

/**
 * Whether the text is an identity number in its stored form: 12 or 9 ASCII digits and nothing else.
 *
 * What its digits say of the person is `contradictionsIn`'s to tell: a doubt, and no reason to refuse it.
 * A number of 8 or 11 digits is refused, never padded, because a padded guess would be another person's
 * number; putting the zero back is the user's decision.
 *
 * @param text as typed or read, without spaces, dots or line ends around or inside.
 * @returns true for a number that may be stored; the caller explains a refusal beside the field.
 */
export function isIdentityNumber(text: string): boolean {
  return IDENTITY_NUMBER.test(text);
}

/** What the digits of a number say that the record says otherwise. */
export interface NumberContradictions {
  /** The sex that the number is of, where another one is on record; null where none is, or it agrees. */
  readonly sex: "male" | "female" | null;
  /** The year of birth that the number is of, where another one is on record; null where none is, or it agrees. */
  readonly year: number | null;
}

const none: NumberContradictions = { sex: null, year: null };

/** A number of 12 digits of a birth that was registered in a province: those have the codes 001 to 096. */
const ofProvince = /^0[0-9]{2}([0-9])([0-9]{2})[0-9]{6}$/;
const firstCentury = 1900;

/**
 * Compares the fourth digit of a number (century of birth and sex: 0 a man and 1 a woman of 1900–1999, 2 and 3 of 2000–2099,
 * and so on) and the fifth and sixth (last two digits of the year of birth) with the record.
 *
 * Source: Nghị định 137/2015/NĐ-CP, Điều 13 (structure of the number); codes by Thông tư 59/2021/TT-BCA, Điều 4 (before:
 * Thông tư 07/2016/TT-BCA, Điều 7). Codes of places are not compared: people move, and places change codes. Numbers of
 * people whose birth was registered abroad, and of old cards (9 digits), are not compared at all.
 *
 * @param sex as the record has it; null for nobody knows
 * @param birth as precise as it is known; null for nobody knows
 */
export function contradictionsIn(
  number: string,
  sex: string | null,
  birth: string | null,
): NumberContradictions {
  const [, kind, years] = ofProvince.exec(number) ?? [];
  if (kind === undefined || years === undefined) return none;
  const of = Number(kind) % 2 === 0 ? "male" : "female";
  const year = firstCentury + 100 * Math.floor(Number(kind) / 2) + Number(years);
  return {
    sex: sex === null || sex === of ? null : of,
    year: birth === null || birth.slice(0, 4) === String(year) ? null : year,
  };
}
