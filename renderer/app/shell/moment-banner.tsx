/**
 * Says over every screen that it does not show today as known today, with one way back: a figure of another moment that
 * looked like today's would end up in a letter.
 */
import { IconArrowBackUp, IconHistory } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { formatDay, formatNumber } from "../../../shared/text/format";
import { call } from "../../bridge/bridge";
import { useBridgeEvent, useCall } from "../../bridge/hooks";
import { useMoment } from "../../bridge/moment";
import { toastFailed } from "../feedback/toast";
import { useLookOnly, useMomentControls } from "../navigation/moment";
import { useSession } from "../session/session";
import { Button } from "../../components/button";
import classes from "./shell.module.css";

/** How far the roster of a past day is made, in hundredths; null while none is. */
function useMaking(): number | null {
  const [share, setShare] = useState<number | null>(null);
  useBridgeEvent("progress", ({ work, done, total, finished }) => {
    if (work === "past") setShare(finished || total === 0 ? null : Math.floor((100 * done) / total));
  });
  return share;
}

/** Why what is shown may not be what was seen on the past day, in sentences. */
function usePastNotes(knownOn: string | null): string[] {
  const { t } = useTranslation("screen-app");
  const { data } = useCall("pastKnowledge", { knownOn: knownOn ?? "" }, { enabled: knownOn !== null });
  if (knownOn === null || data == null) return [];
  const notes = data.doubted > 0 ? [t("moment.doubted", { text: formatNumber(data.doubted) })] : [];
  return knownOn < data.began ? [t("moment.notBegun", { began: formatDay(data.began) }), ...notes] : notes;
}

export function MomentBanner() {
  const { t } = useTranslation("screen-app");
  const { defaultAsOf, isSample } = useSession();
  const { on, knownOn } = useMoment();
  const { goHome, isHome, setKnownOn } = useMomentControls();
  const lookOnly = useLookOnly();
  const making = useMaking();
  const notes = usePastNotes(knownOn);
  if (isHome) return null;
  const home = formatDay(defaultAsOf);
  const known = knownOn === null ? "" : formatDay(knownOn);
  const stop = () => {
    setKnownOn(null);
    call("workCancel", {}).catch(toastFailed);
  };
  return (
    <div className={classes.held} role="status">
      <IconHistory size={16} aria-hidden />
      <span className={classes.heldText}>
        {t(knownOn === null ? "moment.on" : "moment.onKnown", { on: formatDay(on), known })}
        {lookOnly === null ? null : ` ${lookOnly}`}
        {notes.map((note) => ` ${note}`)}
        {knownOn === null || making === null ? null : ` ${t("moment.making", { known, share: making })}`}
      </span>
      {knownOn === null || making === null ? null : (
        <Button variant="default" size="compact-sm" onClick={stop}>
          {t("moment.stop")}
        </Button>
      )}
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconArrowBackUp size={15} aria-hidden />}
        onClick={goHome}
      >
        {t(isSample ? "moment.homeSample" : "moment.home", { home })}
      </Button>
    </div>
  );
}
