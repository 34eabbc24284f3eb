/** For whoever has no list yet: the table to fill in, saved where they say and opened from here. */
import { IconTableDown } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { toastFailed } from "../../app/feedback/toast";
import { call } from "../../bridge/bridge";
import { Button } from "../../components/button";
import classes from "./import.module.css";

export function TemplateOffer() {
  const { t } = useTranslation("screen-import");
  const [written, setWritten] = useState<string | null>(null);
  const save = async () => {
    try {
      const file = await call("importTemplateSave", {});
      if (file !== null) setWritten(file.path);
    } catch (error) {
      toastFailed(error);
    }
  };
  return (
    <div className={classes.paste}>
      <IconTableDown size={22} stroke={1.5} aria-hidden />
      <div>
        <p className={classes.text}>{t("file.noList")}</p>
        <p className={classes.muted}>{t("file.noListHow")}</p>
        <div className={classes.row}>
          <Button variant="default" onClick={() => void save()}>
            {t("file.template")}
          </Button>
          {written === null ? null : (
            <Button
              variant="subtle"
              onClick={() => void call("fileOpen", { path: written }).catch(toastFailed)}
            >
              {t("file.templateOpen")}
            </Button>
          )}
        </div>
        <p role="status" className={classes.text}>
          {written === null ? null : t("file.templateWritten", { path: written })}
        </p>
      </div>
    </div>
  );
}
