/** Clearing away documents that nothing names: asked once more, and answered with what went. */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CallResult } from "../../../../shared/contract/contract";
import { formatNumber } from "../../../../shared/text/format";
import { confirm } from "../../../app/feedback/confirm";
import { toastFailed } from "../../../app/feedback/toast";
import { useReadOnly } from "../../../app/session/session";
import { useSend } from "../../../bridge/hooks";
import { Button } from "../../../components/button";
import { FormSection } from "../../../components/form-section";
import classes from "../exchange.module.css";

type Done = CallResult<"rosterTidy">;

export function Tidying() {
  const { t } = useTranslation("screen-offices");
  const readOnly = useReadOnly();
  const send = useSend("rosterTidy");
  const [done, setDone] = useState<Done | null>(null);
  const tidy = async () => {
    const answer = await confirm({
      title: t("tidy.title"),
      body: t("tidy.body"),
      confirmLabel: t("tidy.confirm"),
    });
    if (!answer.confirmed) return;
    setDone(null);
    try {
      setDone(await send.mutateAsync({}));
    } catch (error) {
      toastFailed(error);
    }
  };
  return (
    <FormSection
      title={t("tidy.title")}
      description={t("tidy.hint")}
      actions={
        <Button variant="default" disabled={readOnly} loading={send.isPending} onClick={() => void tidy()}>
          {t("tidy.do")}
        </Button>
      }
    >
      <div role="status" className={classes.muted}>
        {done === null ? null : <p>{outcome(done)}</p>}
      </div>
    </FormSection>
  );

  function outcome({ documents, bytes }: Done): string {
    if (documents === 0) return t("tidy.nothing");
    return t("tidy.done", {
      documents: formatNumber(documents),
      kilobytes: formatNumber(Math.ceil(bytes / 1024)),
    });
  }
}
