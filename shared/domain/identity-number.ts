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
 * Province and birth-year digits are not compared with the person: people move, and places change codes.
 * A number of 8 or 11 digits is refused, never padded, because a padded guess would be another person's
 * number; putting the zero back is the user's decision.
 *
 * @param text as typed or read, without spaces, dots or line ends around or inside.
 * @returns true for a number that may be stored; the caller explains a refusal beside the field.
 */
export function isIdentityNumber(text: string): boolean {
  return IDENTITY_NUMBER.test(text);
}
