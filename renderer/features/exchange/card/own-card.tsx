/** Our own key card as it stands on paper, with the ways to hand it over and to renew the key. */
import { IconKey, IconPrinter, IconUsb } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { KeyCardData } from "../../../../shared/contract/schemas/exchange";
import { confirm } from "../../../app/feedback/confirm";
import { toastDone, toastFailed } from "../../../app/feedback/toast";
import { useReadOnly } from "../../../app/session/session";
import { call } from "../../../bridge/bridge";
import { useCall, useSend } from "../../../bridge/hooks";
import { Button } from "../../../components/button";
import { ErrorNotice } from "../../../components/error-notice";
import { FormSection } from "../../../components/form-section";
import { useWords } from "../../../components/words";
import { WriteDialog } from "../parts/write-steps";
import classes from "../exchange.module.css";
import own from "./card.module.css";
import { groupsOf } from "./fingerprint";
import { QrCode } from "./qr-code";

export function OwnCard() {
  const { t } = useTranslation("screen-offices");
  const { data, error, refetch } = useCall("keyCard", {});
  return (
    <FormSection title={t("card.own")} description={t("card.ownHint")}>
      {error === null ? null : <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined ? null : <Card card={data} />}
    </FormSection>
  );
}

function Card({ card }: { readonly card: KeyCardData }) {
  const { t } = useTranslation("screen-offices");
  const words = useWords();
  return (
    <div className={own.card}>
      <QrCode rows={card.qr} label={t("card.qr")} className={own.qr} />
      <div className={classes.stack}>
        <dl className={own.facts}>
          <dt>{t("card.office")}</dt>
          <dd className={own.office}>{card.office}</dd>
          <dt>{t("card.unitCode")}</dt>
          <dd>{card.unitCode}</dd>
          <dt>{t("card.fingerprint")}</dt>
          <dd>
            <span className={own.groups}>
              {groupsOf(card.fingerprint).map((group, place) => (
                // Groups may repeat; their place is what tells them apart.
                // oxlint-disable-next-line react/no-array-index-key
                <span key={place}>{group}</span>
              ))}
            </span>
          </dd>
          <dt>{t("card.madeAt")}</dt>
          <dd>{words.instant(card.madeAt)}</dd>
        </dl>
        {card.renews === null ? null : (
          <p className={`${classes.text} ${classes.fingerprint}`}>
            {t("card.renews", { fingerprint: card.renews })}
          </p>
        )}
        <CardActions />
        <details>
          <summary>{t("card.text")}</summary>
          <pre className={own.text}>{card.text}</pre>
        </details>
      </div>
    </div>
  );
}

function CardActions() {
  const { t } = useTranslation("screen-offices");
  const readOnly = useReadOnly();
  const renewal = useSend("keyRenew");
  const [writing, setWriting] = useState<"card" | "pdf" | null>(null);
  const words = writing === "pdf" ? "print" : "save";
  const renew = async () => {
    const answer = await confirm({
      title: t("card.renewTitle"),
      body: t("card.renewBody"),
      confirmLabel: t("card.renewConfirm"),
      danger: true,
    });
    if (!answer.confirmed) return;
    try {
      await renewal.mutateAsync({});
      toastDone(t("card.renewed"));
    } catch (error) {
      toastFailed(error);
    }
  };
  return (
    <div className={classes.row}>
      <Button leftSection={<IconUsb size={17} aria-hidden />} onClick={() => setWriting("card")}>
        {t("card.save")}
      </Button>
      <Button
        variant="default"
        leftSection={<IconPrinter size={17} aria-hidden />}
        onClick={() => setWriting("pdf")}
      >
        {t("card.print")}
      </Button>
      <Button
        variant="subtle"
        leftSection={<IconKey size={17} aria-hidden />}
        disabled={readOnly}
        loading={renewal.isPending}
        onClick={() => void renew()}
      >
        {t("card.renew")}
      </Button>
      {writing === null ? null : (
        <WriteDialog
          title={t(`card.${words}Title`)}
          submitLabel={t(`card.${words}Write`)}
          writingText={t("card.writing")}
          write={(folder) => call("keyCardSave", { folder, formats: [writing] })}
          onClose={() => setWriting(null)}
        >
          {() => <p className={classes.text}>{t(`card.${words}Hint`)}</p>}
        </WriteDialog>
      )}
    </div>
  );
}
