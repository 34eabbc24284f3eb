/** Ticks or unticks everything that a column can be filtered by. */
import { Checkbox } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Ticks } from "./filter-periods";

export interface AllBoxProps {
  /** How much is ticked. */
  readonly ticks: Ticks;
  readonly onTurn: () => void;
}

export function AllBox({ ticks, onTurn }: AllBoxProps) {
  const { t } = useTranslation("grid");
  return (
    <Checkbox
      size="xs"
      label={ticks === "all" ? t("filter.none") : t("filter.all")}
      checked={ticks === "all"}
      indeterminate={ticks === "some"}
      onChange={onTurn}
    />
  );
}
