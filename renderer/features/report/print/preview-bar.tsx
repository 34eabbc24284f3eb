/** Above the pages of a preview: which page, how large, and what to do with them. */
import { ActionIcon, Checkbox, TextInput } from "@mantine/core";
import {
  IconChevronDown,
  IconChevronUp,
  IconDeviceFloppy,
  IconPrinter,
  IconZoomIn,
  IconZoomOut,
} from "@tabler/icons-react";
import { type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { formatNumber } from "../../../../shared/text/format";
import { Button } from "../../../components/button";
import type { Zoom } from "./zoom";
import classes from "./print.module.css";

export interface PreviewBarProps {
  readonly page: number;
  readonly count: number;
  readonly percent: number;
  readonly zoom: Zoom;
  /** How many lines of the list are chosen; 0 offers nothing. */
  readonly chosen: number;
  readonly onlyChosen: boolean;
  /** Why neither printing nor saving is offered; null where they are. */
  readonly refused: boolean;
  readonly working: "print" | "save" | null;
  readonly onPage: (page: number) => void;
  readonly onZoom: (zoom: Zoom) => void;
  readonly onStep: (way: 1 | -1) => void;
  readonly onOnlyChosen: (only: boolean) => void;
  readonly onPrint: () => void;
  readonly onSave: () => void;
}

const icon = { size: 16, "aria-hidden": true } as const;

export function PreviewBar(props: PreviewBarProps) {
  const { t } = useTranslation("screen-report");
  const { page, count, percent, zoom, working } = props;
  return (
    <div className={classes.bar}>
      <div className={classes.group}>
        <ActionIcon
          variant="default"
          aria-label={t("print.before")}
          disabled={page <= 1}
          onClick={() => props.onPage(page - 1)}
        >
          <IconChevronUp {...icon} />
        </ActionIcon>
        <ActionIcon
          variant="default"
          aria-label={t("print.after")}
          disabled={page >= count}
          onClick={() => props.onPage(page + 1)}
        >
          <IconChevronDown {...icon} />
        </ActionIcon>
        <PageField key={page} page={page} count={count} onPage={props.onPage} />
        <span className={classes.count}>{t("print.ofPages", { count, text: formatNumber(count) })}</span>
      </div>
      <div className={classes.group}>
        <ActionIcon variant="default" aria-label={t("print.smaller")} onClick={() => props.onStep(-1)}>
          <IconZoomOut {...icon} />
        </ActionIcon>
        <span className={classes.percent}>{percent} %</span>
        <ActionIcon variant="default" aria-label={t("print.larger")} onClick={() => props.onStep(1)}>
          <IconZoomIn {...icon} />
        </ActionIcon>
        {(["width", "page"] as const).map((fit) => (
          <Button
            key={fit}
            variant={zoom === fit ? "light" : "default"}
            size="compact-sm"
            aria-pressed={zoom === fit}
            onClick={() => props.onZoom(fit)}
          >
            {t(`print.fit.${fit}`)}
          </Button>
        ))}
      </div>
      {props.chosen === 0 ? null : (
        <Checkbox
          label={t("onlyChosen", { count: props.chosen, text: formatNumber(props.chosen) })}
          checked={props.onlyChosen}
          onChange={({ currentTarget: { checked } }) => props.onOnlyChosen(checked)}
        />
      )}
      <div className={`${classes.group} ${classes.end}`}>
        <Button
          variant="default"
          leftSection={<IconDeviceFloppy {...icon} />}
          disabled={props.refused}
          loading={working === "save"}
          waiting={working !== null}
          aria-keyshortcuts="Control+S"
          onClick={props.onSave}
        >
          {t("print.save")}
        </Button>
        <Button
          leftSection={<IconPrinter {...icon} />}
          disabled={props.refused}
          loading={working === "print"}
          waiting={working !== null}
          aria-keyshortcuts="Control+P"
          onClick={props.onPrint}
        >
          {t("print.print")}
        </Button>
      </div>
    </div>
  );
}

/** The number of the page that is looked at; another one is gone to by Enter. */
function PageField(props: {
  readonly page: number;
  readonly count: number;
  readonly onPage: (page: number) => void;
}) {
  const { t } = useTranslation("screen-report");
  const [typed, setTyped] = useState(String(props.page));
  const goTo = (event: KeyboardEvent) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    const number = Number(typed.trim());
    if (Number.isInteger(number) && number >= 1) props.onPage(Math.min(number, props.count));
    else setTyped(String(props.page));
  };
  return (
    <TextInput
      className={classes.pageField}
      size="xs"
      aria-label={t("print.page")}
      value={typed}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      onKeyDown={goTo}
      onBlur={() => setTyped(String(props.page))}
    />
  );
}
