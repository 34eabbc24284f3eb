// Writes numbers, rates and days the way Vietnamese offices do (12.500; 80,8 %; 01/10/2021). Screens, reports and the
// command line all use these, so one figure never appears in two roundings; rates are rounded on exact integers,
// because a rate rounded in binary floating point can differ from the one the office works out by hand.

import { formatPartialDate, isoToPacked } from "../domain/partial-date";

/** Shown where a rate has no whole to be a part of. */
const NO_RATE = "–";

function groupThousands(digits: string): string {
  return digits.replace(/\B(?=(?:\d{3})+$)/g, ".");
}

/** 12500 → "12.500". @param n a whole number. @throws RangeError for a fraction, NaN or infinity. */
export function formatNumber(n: number): string {
  if (!Number.isSafeInteger(n)) throw new RangeError(`Not a whole number: ${n}`);
  return (n < 0 ? "-" : "") + groupThousands(String(Math.abs(n)));
}

/** `units` of 10^-digits as text: (808n, 1) → "80,8". */
function decimalText(units: bigint, digits: number): string {
  const text = units.toString().padStart(digits + 1, "0");
  const whole = groupThousands(text.slice(0, text.length - digits));
  return digits === 0 ? whole : `${whole},${text.slice(text.length - digits)}`;
}

/** numerator / denominator to the nearest whole, halves up. Both non-negative, denominator positive. */
function roundHalfUp(numerator: bigint, denominator: bigint): bigint {
  return (2n * numerator + denominator) / (2n * denominator);
}

/**
 * 80.75 → "80,8" with one digit, 12500.5 → "12.500,5". Halves round away from zero, on the number as it is written
 * in decimal (1.005 → "1,01").
 * @param digits decimals shown, 0–20. @throws RangeError for NaN, infinity or another count of digits.
 */
export function formatDecimal(x: number, digits: number): string {
  if (!Number.isFinite(x) || !Number.isInteger(digits) || digits < 0 || digits > 20) {
    throw new RangeError(`Cannot write ${x} with ${digits} decimals`);
  }
  const [mantissa = "0", exponent = "0"] = String(Math.abs(x)).split("e");
  const [whole = "0", fraction = ""] = mantissa.split(".");
  const shift = Number(exponent) - fraction.length + digits;
  const written = BigInt(whole + fraction);
  const units = shift >= 0 ? written * 10n ** BigInt(shift) : roundHalfUp(written, 10n ** BigInt(-shift));
  return (x < 0 && units > 0n ? "-" : "") + decimalText(units, digits);
}

/** @throws RangeError unless both are whole and 0 ≤ part; a part above the whole is the caller's finding to show. */
function checkCounts(part: number, whole: number): void {
  if (!Number.isSafeInteger(part) || !Number.isSafeInteger(whole) || part < 0 || whole < 0) {
    throw new RangeError(`Not counts: ${part}/${whole}`);
  }
}

/**
 * The rate in tenths of a percent, halves up: 386 of 478 → 808.
 * @param part @param whole counts of people. @returns null when the whole is 0. @throws RangeError if not counts.
 */
export function percentTenths(part: number, whole: number): number | null {
  checkCounts(part, whole);
  return whole === 0 ? null : Number(roundHalfUp(1000n * BigInt(part), BigInt(whole)));
}

/** 386 of 478 → "80,8 %"; "–" when the whole is 0. Counts in, one decimal out. @throws RangeError if not counts. */
export function formatPercent(part: number, whole: number): string {
  const tenths = percentTenths(part, whole);
  return tenths === null ? NO_RATE : `${decimalText(BigInt(tenths), 1)} %`;
}

/**
 * The rate between two counts of the same whole, as when some evidence is missing: "12,5–20,8 %"; one rate when both
 * round alike; "–" when the whole is 0.
 * @throws RangeError if not counts, or `least` is above `most`.
 */
export function formatRange(least: number, most: number, whole: number): string {
  const low = percentTenths(least, whole);
  const high = percentTenths(most, whole);
  if (least > most) throw new RangeError(`Not a range: ${least} to ${most}`);
  if (low === null || high === null) return NO_RATE;
  if (low === high) return formatPercent(most, whole);
  return `${decimalText(BigInt(low), 1)}–${formatPercent(most, whole)}`;
}

/** "386/478", thousands parted. @throws RangeError if not counts. */
export function formatFraction(part: number, whole: number): string {
  checkCounts(part, whole);
  return `${formatNumber(part)}/${formatNumber(whole)}`;
}

/** `2021-10-01` → "01/10/2021". @throws RangeError unless a full date. */
export function formatDay(iso: string): string {
  isoToPacked(iso);
  return formatPartialDate(iso);
}

/**
 * The day line of an official document: "ngày 01 tháng 10 năm 2021". Days below 10 and months 1 and 2 take a leading
 * zero (Nghị định 30/2020/NĐ-CP, Phụ lục I). Vietnamese whatever the interface language, as the document is.
 * @param iso a full date. @throws RangeError otherwise.
 */
export function officialDay(iso: string): string {
  const packed = isoToPacked(iso);
  const day = String(packed % 100).padStart(2, "0");
  const month = Math.trunc(packed / 100) % 100;
  const monthText = month <= 2 ? `0${month}` : String(month);
  return `ngày ${day} tháng ${monthText} năm ${Math.trunc(packed / 10_000)}`;
}
