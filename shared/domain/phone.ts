// Says what may be a telephone number, for the warning beside the field. Offices write more than one number into it, and
// whose it is; "không có" or half a number is what somebody who wants to call finds too late.

/** Digits in a row, whatever stands between them. */
const run = /\+?\d(?:[ .()-]*\d)*/g;
/** Quy hoạch kho số viễn thông (Thông tư 22/2014/TT-BTTTT): 10 or 11 digits within the country, 8 without the area code. */
const digitsOfNumber = { least: 8, most: 12 } as const;

/** Whether every number written in the text can be called, and there is one. */
export function isPhone(text: string): boolean {
  const counts = (text.match(run) ?? []).map((found) => found.replace(/\D/g, "").length);
  const isNumber = (count: number) => count >= digitsOfNumber.least && count <= digitsOfNumber.most;
  return counts.some(isNumber) && counts.every((count) => count <= digitsOfNumber.most);
}
