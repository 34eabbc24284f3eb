/** Clearing what every office has acknowledged as written over: asked once more, and answered with what was dropped. */
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

type Done = CallResult<"rosterCompact">;

export function Upkeep() {
  const { t } = useTranslation("screen-offices");
  const readOnly = useReadOnly();
  const send = useSend("rosterCompact");
  const [done, setDone] = useState<Done | null>(null);
  const compact = async () => {
    const answer = await confirm({
      title: t("upkeep.title"),
      body: t("upkeep.body"),
      confirmLabel: t("upkeep.confirm"),
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
      title={t("upkeep.title")}
      description={t("upkeep.hint")}
      actions={
        <Button variant="default" disabled={readOnly} loading={send.isPending} onClick={() => void compact()}>
          {t("upkeep.do")}
        </Button>
      }
    >
      <div role="status" className={classes.muted}>
        {done === null ? null : <Outcome done={done} />}
      </div>
    </FormSection>
  );
}

function Outcome({ done }: { readonly done: Done }) {
  const { t } = useTranslation("screen-offices");
  const { ops, bytes, documents, documentBytes, offices } = done;
  const silent = offices.filter(({ acknowledged }) => !acknowledged).map(({ office }) => office);
  return (
    <>
      <p>
        {ops + documents === 0
          ? t("upkeep.nothing")
          : t("upkeep.done", {
              ops: formatNumber(ops),
              documents: formatNumber(documents),
              kilobytes: formatNumber(Math.ceil((bytes + documentBytes) / 1024)),
            })}
      </p>
      {silent.length === 0 ? null : <p>{t("upkeep.silent", { offices: silent.join(", ") })}</p>}
    </>
  );
}
