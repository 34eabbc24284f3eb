/** What is shown as a calendar file, through the system's dialog. */
import { useTranslation } from "react-i18next";
import { formatNumber } from "../../../shared/text/format";
import { toastDone, toastFailed } from "../../app/feedback/toast";
import { call } from "../../bridge/bridge";
import type { DueAsked } from "./due-list";

/** @returns to be given what is shown, and the time in words */
export function useCalendar(): (asked: DueAsked, time: string) => Promise<void> {
  const { t } = useTranslation("screen-due");
  return async (asked, time) => {
    try {
      const suggestedName = `${t("calendar.file", { time: time.replaceAll("/", "-") })}.ics`;
      const path = await call("dialogSaveCalendar", { suggestedName });
      if (path === null) return;
      const written = await call("dueCalendarWrite", { ...asked, path });
      toastDone(t("calendar.saved", { text: formatNumber(written.events), path: written.path }));
    } catch (error) {
      toastFailed(error);
    }
  };
}
