/** Writes files for other offices: for whom, what each will hold, where to; then says when the stick may go. */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CallResult } from "../../../../shared/contract/contract";
import { formatNumber } from "../../../../shared/text/format";
import { call } from "../../../bridge/bridge";
import { useCall } from "../../../bridge/hooks";
import { Button } from "../../../components/button";
import { Dialog } from "../../../components/dialog";
import { ErrorNotice } from "../../../components/error-notice";
import { NoOffice } from "../parts/no-office";
import { namesInWords } from "../parts/office-names";
import { WriteDialog } from "../parts/write-steps";
import { AddresseeList } from "./addressee-list";
import {
  type Addressee,
  addresseesOf,
  firstChosen,
  ourselves,
  recoveryNames,
  somebodySeesAll,
} from "./addressees";
import { freshWords } from "./fresh-words";
import { PacketSentences } from "./packet-sentences";

type SentFile = CallResult<"packetSend">["files"][number];

export function SendDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation("screen-exchange");
  const offices = useCall("exchangeOffices", {});
  const { data: overview } = useCall("exchangeOverview", {});
  const { data: missing } = useCall("missingChanges", {});
  const [toOwn, setToOwn] = useState(false);
  const others = offices.data === undefined ? null : addresseesOf(offices.data.offices);
  const own =
    overview === undefined
      ? null
      : ourselves(overview.own, t("send.ownCopies", { office: overview.own.office }));
  // What was saved in an older copy is wanted in the newer one first, which is our own office's.
  const isOlder = missing?.since != null;
  const isForOwn = own !== null && (toOwn || isOlder);
  if (others !== null && missing !== undefined && (others.length > 0 || isForOwn)) {
    const withOwn = own !== null && (isOlder || !somebodySeesAll(others));
    return (
      <SendSteps
        addressees={withOwn ? [...others, own] : others}
        own={own?.fingerprint ?? null}
        begun={
          own !== null && (isOlder || others.length === 0) ? new Set([own.fingerprint]) : firstChosen(others)
        }
        recovery={recoveryNames(offices.data?.offices ?? [])}
        onClose={onClose}
      />
    );
  }
  return (
    <Dialog onClose={onClose} size="lg" title={t("send.title")}>
      {offices.error === null ? null : (
        <ErrorNotice error={offices.error} onRetry={() => void offices.refetch()} />
      )}
      {others === null ? null : (
        <NoOffice
          offices={offices.data?.offices ?? []}
          more={t("noTrust.own")}
          also={
            <Button variant="default" disabled={own === null} onClick={() => setToOwn(true)}>
              {t("noTrust.ownAction")}
            </Button>
          }
          onLeave={onClose}
        />
      )}
    </Dialog>
  );
}

/** Names of those a file is for. */
function officesOf({ to }: SentFile, addressees: readonly Addressee[]): string[] {
  return to.map(
    (fingerprint) => addressees.find((one) => one.fingerprint === fingerprint)?.office ?? fingerprint,
  );
}

interface SendStepsProps {
  readonly addressees: readonly Addressee[];
  /** Fingerprint of our own office; null: not known yet. */
  readonly own: string | null;
  /** Chosen to begin with. */
  readonly begun: ReadonlySet<string>;
  readonly recovery: readonly string[];
  readonly onClose: () => void;
}

function SendSteps({ addressees, own, begun, recovery, onClose }: SendStepsProps) {
  const { t } = useTranslation("screen-exchange");
  const [chosen, setChosen] = useState(begun);
  const [asked, setAsked] = useState(false);
  // An office whose key was revoked meanwhile is no longer meant.
  const fingerprints = addressees.map((office) => office.fingerprint).filter((one) => chosen.has(one));

  return (
    <WriteDialog<SentFile>
      title={t("send.title")}
      submitLabel={t("send.write")}
      writingText={t("send.writing")}
      againLabel={t("send.again")}
      afterwards={t(fingerprints.every((one) => one === own) ? "send.handOwn" : "send.hand")}
      about={(file) =>
        t("send.fileAbout", {
          to: namesInWords(t, officesOf(file, addressees)),
          people: formatNumber(file.people),
          fresh: freshWords(t, file.fresh),
        })
      }
      ready={() => {
        setAsked(true);
        return fingerprints.length > 0;
      }}
      write={(folder) => call("packetSend", { for: fingerprints, folder })}
      onClose={onClose}
    >
      {(busy) => (
        <>
          <AddresseeList
            addressees={addressees}
            chosen={chosen}
            disabled={busy}
            error={asked && fingerprints.length === 0 ? t("send.toMissing") : null}
            onChange={setChosen}
          />
          <PacketSentences fingerprints={fingerprints} recovery={recovery} own={own} busy={busy} />
        </>
      )}
    </WriteDialog>
  );
}
