/** Where the import goes on from the step on screen, in words, and what it still waits for. */
import { useTranslation } from "react-i18next";
import { formatNumber } from "../../../shared/text/format";
import { faultOf } from "./steps";
import type { Flow, ImportActions } from "./use-import";

export interface Next {
  readonly label: string;
  readonly run: () => Promise<void>;
  /** Why it cannot go on yet; null where it can. */
  readonly waits: string | null;
  /** It writes. */
  readonly writes: boolean;
}

/** @returns null where there is nowhere to go on to */
export function useNext(flow: Flow & ImportActions): Next | null {
  const { t } = useTranslation("screen-import");
  const { step, state, plan } = flow;
  const to = (target: Flow["step"], waits: string | null = null): Next => ({
    label: t(`next.${step}`),
    run: () => flow.go(target),
    waits,
    writes: false,
  });
  if (state === null || step === "done") return null;
  switch (step) {
    case "file":
      return to("sheets");
    case "sheets": {
      const people = state.sheets.reduce((sum, { included, lines }) => sum + (included ? lines : 0), 0);
      return to("columns", people === 0 ? t("waits.people") : null);
    }
    case "columns":
      return to("preview", faultOf(state) === null ? null : t("waits.fault"));
    case "questions":
      return to("preview");
    case "preview": {
      const writes = (plan?.added ?? 0) + (plan?.changed ?? 0);
      const kept = plan?.kept ?? 0;
      return {
        label:
          writes > 0
            ? t("next.write", { text: formatNumber(writes) })
            : kept > 0
              ? t("next.keep", { text: formatNumber(kept) })
              : t("next.nothing"),
        run: () => flow.apply(),
        waits: plan === null || writes + kept === 0 ? t("waits.nothing") : null,
        writes: true,
      };
    }
  }
}
