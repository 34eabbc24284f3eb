/**
 * The preview in one line beside the buttons of a dialog, and the way to it: where the fields are many it lies below what
 * is in view, and nobody should have to know that to see it before saving.
 */
import { IconArrowDown } from "@tabler/icons-react";
import type { RefObject } from "react";
import { useTranslation } from "react-i18next";
import { formatNumber } from "../../../../shared/text/format";
import { Button } from "../../../components/button";
import { useWords } from "../../../components/words";
import { type AskedPreview, turnsAnything } from "./use-rules-preview";

export interface PreviewLinkProps {
  readonly asked: AskedPreview;
  readonly panel: RefObject<HTMLElement | null>;
}

export function PreviewLink({ asked, panel }: PreviewLinkProps) {
  const { t } = useTranslation("screen-rules");
  const words = useWords();
  const { data, error, isFetching, later } = asked;
  const isOpen = later.some((one) => one.data === undefined && one.error === null);
  const turning = later.flatMap(({ day, data: told }) =>
    told !== undefined && turnsAnything(told) ? [{ day, people: told.people }] : [],
  );
  const [first] = turning;
  const line =
    error !== null || later.some((one) => one.error !== null)
      ? t("preview.line.refused")
      : data === undefined || isFetching || isOpen
        ? t("preview.line.counting")
        : data.weaker.length > 0
          ? t("preview.line.weaker", { people: formatNumber(data.people) })
          : first !== undefined && !turnsAnything(data)
            ? first.people === 0
              ? t("preview.line.laterUncovered", { day: words.date(first.day) })
              : t("preview.line.later", { people: formatNumber(first.people), day: words.date(first.day) })
            : first !== undefined
              ? t("preview.line.more", {
                  people: formatNumber(data.people),
                  days: formatNumber(turning.length),
                })
              : data.people === 0
                ? t("preview.line.nobody")
                : t("preview.line.people", { people: formatNumber(data.people) });
  const show = () => {
    panel.current?.scrollIntoView({ block: "start" });
    panel.current?.focus({ preventScroll: true });
  };
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      title={line}
      leftSection={<IconArrowDown size={15} aria-hidden />}
      onClick={show}
    >
      {line}
    </Button>
  );
}
