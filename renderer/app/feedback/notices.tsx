/** Shows what the main process has to say unasked, as quiet notices; also what it said before the page was there. */
import { useEffect, useEffectEvent } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../bridge/bridge";
import { useBridgeEvent } from "../../bridge/hooks";
import { toastFailed, toastNotice } from "./toast";

export function Notices() {
  const { t } = useTranslation("screen-app");
  const take = () => {
    call("noticesTake", {}).then((notices) => {
      for (const { name, ...named } of notices) toastNotice(t(`notice.${name}`, named));
    }, toastFailed);
  };
  const takeFirst = useEffectEvent(take);
  useEffect(() => takeFirst(), []);
  useBridgeEvent("notices", take);
  return null;
}
