/** Where a day of exchanging begins: send, receive, and what was received before. */
import { IconFileImport, IconKey, IconSend } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useRunCommand } from "../../../app/commands/commands";
import { useReadOnly } from "../../../app/session/session";
import { useCall } from "../../../bridge/hooks";
import { Button } from "../../../components/button";
import { ErrorNotice } from "../../../components/error-notice";
import { FormSection } from "../../../components/form-section";
import { useWords } from "../../../components/words";
import { addresseesOf, type KnownAddressee } from "../send/addressees";
import { NoOffice } from "../parts/no-office";
import classes from "../exchange.module.css";
import { ReceptionList } from "./reception-list";

export function TransferTab() {
  const offices = useCall("exchangeOffices", {});
  if (offices.error !== null) {
    return <ErrorNotice error={offices.error} onRetry={() => void offices.refetch()} />;
  }
  if (offices.data === undefined) return null;
  const addressees = addresseesOf(offices.data.offices);
  return (
    <>
      {addressees.length === 0 ? (
        <section className={classes.card}>
          <NoOffice offices={offices.data.offices} icon={<IconKey size={28} aria-hidden />} />
        </section>
      ) : null}
      <div className={classes.two}>
        {addressees.length === 0 ? null : <SendSection addressees={addressees} />}
        <ReceiveSection />
      </div>
      <ReceptionList />
    </>
  );
}

function SendSection({ addressees }: { readonly addressees: readonly KnownAddressee[] }) {
  const { t } = useTranslation("screen-exchange");
  const words = useWords();
  const run = useRunCommand();
  const readOnly = useReadOnly();
  const upwards = addressees.some((office) => office.role === "superior");
  const last = addressees
    .flatMap(({ office, lastSent }) => (lastSent === null ? [] : [{ office, ...lastSent }]))
    .reduce<{ office: string; number: number; at: string } | null>(
      (newest, sent) => (newest === null || newest.at < sent.at ? sent : newest),
      null,
    );
  return (
    <FormSection title={t("send.section")} description={t("send.hint")}>
      <div className={classes.row}>
        <Button
          leftSection={<IconSend size={17} aria-hidden />}
          disabled={readOnly}
          onClick={() => run("send")}
        >
          {t(upwards ? "send.action" : "send.actionOther")}
        </Button>
        <span className={classes.muted}>
          {last === null
            ? t("send.never")
            : t("send.last", { office: last.office, number: last.number, at: words.instant(last.at) })}
        </span>
      </div>
    </FormSection>
  );
}

function ReceiveSection() {
  const { t } = useTranslation("screen-exchange");
  const run = useRunCommand();
  const readOnly = useReadOnly();
  return (
    <FormSection title={t("receive.section")} description={t("receive.hint")}>
      <Button
        leftSection={<IconFileImport size={17} aria-hidden />}
        disabled={readOnly}
        onClick={() => run("receive")}
      >
        {t("receive.action")}
      </Button>
    </FormSection>
  );
}
