/**
 * Says over every screen that the roster lacks what was saved on this PC, until somebody decides: what is entered into an
 * older copy meanwhile would have to be entered again.
 */
import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { instantText } from "../../../shared/i18n";
import { formatNumber } from "../../../shared/text/format";
import { call } from "../../bridge/bridge";
import { useCall } from "../../bridge/hooks";
import { Button } from "../../components/button";
import { useRunCommand } from "../commands/commands";
import { choose } from "../feedback/choose";
import { confirm } from "../feedback/confirm";
import { toastFailed } from "../feedback/toast";
import classes from "./shell.module.css";

export function MissingNotice() {
  const { t } = useTranslation("screen-app");
  const run = useRunCommand();
  const { data } = useCall("missingChanges", {});
  if (data == null) return null;
  const words = { count: data.changes, text: formatNumber(data.changes), last: instantText(data.lastAt) };
  const { since } = data;
  const saved =
    since === null
      ? null
      : {
          count: since.changes,
          text: formatNumber(since.changes),
          // Several within one minute, or a single one, have one time to be told.
          span: [...new Set([instantText(since.firstAt), instantText(since.lastAt)])].join(" – "),
        };
  const openNewer = async () => {
    if (saved === null) {
      run("openRoster");
      return;
    }
    // What was saved here meanwhile is not in the newer one, and nobody would look for it in this file again.
    const choice = await choose<"send" | "open">({
      title: t("missing.keepTitle", saved),
      body: t("missing.keep", saved),
      choices: [
        { id: "open", label: t("missing.openNewer") },
        { id: "send", label: t("missing.keepSend") },
      ],
    });
    if (choice !== null) run(choice === "send" ? "send" : "openRoster");
  };
  const goOn = async () => {
    const { confirmed } = await confirm({
      title: t("missing.sureTitle"),
      body: t("missing.sure", words),
      confirmLabel: t("missing.goOn"),
      danger: true,
    });
    if (confirmed) await call("missingLetGo", {}).catch(toastFailed);
  };
  return (
    <div className={classes.held} role="alert">
      <IconAlertTriangle size={16} aria-hidden />
      <span className={classes.heldText}>
        {t("missing.said", words)}
        {saved === null ? "" : ` ${t("missing.since", saved)}`}
      </span>
      <Button variant="default" size="compact-sm" onClick={() => void openNewer()}>
        {t("missing.openNewer")}
      </Button>
      <Button variant="default" size="compact-sm" onClick={() => void goOn()}>
        {t("missing.goOn")}
      </Button>
    </div>
  );
}
