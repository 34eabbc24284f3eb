/** Days that a file has in words (`1980-05-12T07:00:00`) as the count of days that the model holds. */
import { serialOfDay } from "../../../shared/import/serial-day";

const daysFrom1900To1904 = 1462;

/** @returns null for what is no day that spreadsheets count */
export function isoSerial(text: string, date1904 = false): number | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?)?/u.exec(text);
  if (parts === null) return null;
  const [year = 0, month = 0, day = 0, hours = 0, minutes = 0, seconds = 0] = parts
    .slice(1)
    .map((part: string | undefined) => Number(part ?? 0));
  const serial = serialOfDay({ year, month, day });
  if (serial === null || (date1904 && serial < daysFrom1900To1904)) return null;
  const time = (hours * 3600 + minutes * 60 + seconds) / 86_400;
  return serial + time - (date1904 ? daysFrom1900To1904 : 0);
}
