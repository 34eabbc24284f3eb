/** Sizes of files and drives as a person reads them. */
import { useTranslation } from "react-i18next";
import { formatDecimal, formatNumber } from "../../../shared/text/format";

/** Unit and number: 1.536 bytes are 1,5 KB. @param bytes ≥ 0 */
export function sizeParts(bytes: number): {
  readonly unit: "bytes" | "kb" | "mb" | "gb";
  readonly n: string;
} {
  if (bytes < 1024) return { unit: "bytes", n: formatNumber(Math.round(bytes)) };
  const units = ["kb", "mb", "gb"] as const;
  const step = Math.min(units.length, Math.floor(Math.log2(bytes) / 10));
  const value = bytes / 1024 ** step;
  return { unit: units[step - 1] ?? "gb", n: formatDecimal(value, value < 100 ? 1 : 0) };
}

export function useSizeText(): (bytes: number) => string {
  const { t } = useTranslation("screen-app");
  return (bytes) => {
    const { unit, n } = sizeParts(bytes);
    return t(`size.${unit}`, { n });
  };
}
