/** Beside a value: that it is shown as somebody here wrote it, and waits until somebody with authority accepts it. */
import { IconHourglass } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import classes from "./fields.module.css";

/** @param props.counted what counts meanwhile, where that is worth saying beside it */
export function WaitingNote({ counted }: { readonly counted?: string }) {
  const { t } = useTranslation("records");
  return (
    <p className={classes.note}>
      <IconHourglass size={14} aria-hidden />
      <span>{counted === undefined ? t("waiting.field") : t("waiting.counted", { counted })}</span>
    </p>
  );
}
