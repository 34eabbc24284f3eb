/** The selected person beside the list on a wide window: why each standard stands as it does, without leaving it. */
import { useDebouncedValue } from "@mantine/hooks";
import { IconArrowRight } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { textOf } from "../../../shared/domain/validate/fields";
import { useCall } from "../../bridge/hooks";
import { useMoment } from "../../bridge/moment";
import { Button } from "../../components/button";
import { useWords } from "../../components/words";
import { WhyCards } from "../why/why-cards";
import classes from "./officials.module.css";

export interface PreviewPanelProps {
  readonly officialId: string;
  readonly onOpen: (id: string) => void;
}

/** Arrowing down the list asks for the person it stops at, not for everybody passed. */
const pauseMs = 120;

export function PreviewPanel({ officialId, onOpen }: PreviewPanelProps) {
  const { t } = useTranslation("screen-officials");
  const words = useWords();
  const { moment } = useMoment();
  const [id] = useDebouncedValue(officialId, pauseMs);
  const { data } = useCall("officialGet", { id, moment }, { keepPrevious: true });
  return (
    <aside className={classes.preview} aria-label={t("preview.label")}>
      {data === undefined ? null : (
        <>
          <h2 className={classes.previewName}>{textOf(data.official, "fullName")}</h2>
          <p className={classes.previewText}>
            {[t("preview.born"), words.date(textOf(data.official, "birth")) || t("preview.unknown")].join(
              " ",
            )}
          </p>
          <WhyCards
            findings={data.findings}
            serving={data.serving}
            mainDoubt={data.mainDoubt}
            asOf={moment.on}
          />
          <Button
            variant="default"
            fullWidth
            rightSection={<IconArrowRight size={16} aria-hidden />}
            onClick={() => onOpen(data.id)}
          >
            {t("preview.open")}
          </Button>
        </>
      )}
    </aside>
  );
}
