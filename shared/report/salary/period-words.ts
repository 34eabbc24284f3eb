/** The time of a session in words: a month, a quarter or half a year by their names, anything else by its days. */
import { lastDayOfMonth } from "../../domain/months";
import { packedToIso } from "../../domain/partial-date";
import { formatDay } from "../../text/format";
import { fill } from "../fill";
import { salaryWords } from "./words";

const quarters = ["I", "II", "III", "IV"] as const;

/** @param from first day, ISO @param to last day, ISO @returns for instance "quý IV năm 2021" */
export function periodWords(from: string, to: string): string {
  const { period } = salaryWords;
  const [year = "", month = ""] = from.split("-");
  const [lastYear = "", last = ""] = to.split("-");
  const isWhole = year === lastYear && from.endsWith("-01") && to === lastDayOf(year, last);
  const [first, count] = [Number(month), Number(last) - Number(month) + 1];
  if (isWhole && count === 1) return fill(period.month, { month: String(first), year });
  if (isWhole && count === 3 && first % 3 === 1)
    return fill(period.quarter, { quarter: quarters[(first - 1) / 3] ?? "", year });
  if (isWhole && count === 6 && first % 6 === 1)
    return fill(first === 1 ? period.firstHalf : period.secondHalf, { year });
  return fill(period.days, { from: formatDay(from), to: formatDay(to) });
}

function lastDayOf(year: string, month: string): string {
  return packedToIso(lastDayOfMonth(Number(year) * 12 + Number(month) - 1));
}
