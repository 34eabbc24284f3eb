/** Where an import begins: a file that is dropped or chosen, or cells that were copied. */
import { IconClipboardText, IconFileSpreadsheet } from "@tabler/icons-react";
import { type DragEvent, useEffect, useEffectEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { toastFailed } from "../../app/feedback/toast";
import { call, pathOfDropped } from "../../bridge/bridge";
import { Button } from "../../components/button";
import { LinkButton } from "../../components/link-button";
import { paths } from "../../app/navigation/paths";
import { useCall } from "../../bridge/hooks";
import { formatNumber } from "../../../shared/text/format";
import { isBlockOfCells } from "./hand-over";
import { StepHeading } from "./parts/step-heading";
import { TemplateOffer } from "./template-offer";
import type { Flow, ImportActions } from "./use-import";
import classes from "./import.module.css";

export function FileStep({ flow }: { readonly flow: Flow & ImportActions }) {
  const { t } = useTranslation("screen-import");
  const [over, setOver] = useState(false);
  const [pasted, setPasted] = useState<"nothing" | null>(null);
  const choose = async () => {
    try {
      const path = await call("dialogOpenWorkbook", {});
      if (path !== null) await flow.open({ kind: "file", path });
    } catch (error) {
      toastFailed(error);
    }
  };
  usePastedText((text) => {
    setPasted(isBlockOfCells(text) ? null : "nothing");
    if (isBlockOfCells(text)) void flow.open({ kind: "pasted", text });
  });
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    event.stopPropagation();
    setOver(false);
    const [file] = event.dataTransfer.files;
    const path = file === undefined ? null : pathOfDropped(file);
    if (path !== null) void flow.open({ kind: "file", path });
  };
  return (
    <div className={classes.scroll}>
      <StepHeading>{t("file.title")}</StepHeading>
      <div
        className={classes.drop}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <IconFileSpreadsheet size={40} stroke={1.25} aria-hidden />
        <p className={classes.dropText}>{t("file.drop")}</p>
        <div className={classes.row}>
          <Button data-autofocus onClick={() => void choose()}>
            {t("file.choose")}
          </Button>
        </div>
        <p className={classes.muted}>{t("file.kinds")}</p>
      </div>
      <div className={classes.paste}>
        <IconClipboardText size={22} stroke={1.5} aria-hidden />
        <div>
          <p className={classes.text}>{t("file.paste")}</p>
          <p className={classes.muted}>{t("file.pasteHow")}</p>
          {pasted === null ? null : (
            <p className={classes.warnText} role="alert">
              {t("file.pastedNothing")}
            </p>
          )}
        </div>
      </div>
      <TemplateOffer />
      <p className={classes.muted}>{t("file.safe")}</p>
      <Waiting />
    </div>
  );
}

/** Whatever has the focus: there is no field here that the text could be meant for. */
function usePastedText(onText: (text: string) => void): void {
  const take = useEffectEvent(onText);
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      event.preventDefault();
      take(event.clipboardData?.getData("text/plain") ?? "");
    };
    document.addEventListener("paste", onPaste);
    return () => document.removeEventListener("paste", onPaste);
  }, []);
}

/** Texts of earlier imports that nobody has matched yet. */
function Waiting() {
  const { t } = useTranslation("screen-import");
  const { data } = useCall("keptCount", {});
  if (data === undefined || data.texts === 0) return null;
  return (
    <div className={classes.paste}>
      <p className={classes.text}>{t("file.waiting", { text: formatNumber(data.texts) })}</p>
      <LinkButton href={paths.keptTexts()}>{t("file.toWaiting")}</LinkButton>
    </div>
  );
}
