/** One office: its role, what passed between us, what is missing, and withdrawing trust from its key. */
import { NativeSelect } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type OfficeState, officeRoles } from "../../../../shared/contract/schemas/exchange";
import { formatNumber } from "../../../../shared/text/format";
import { toastDone, toastFailed } from "../../../app/feedback/toast";
import { useReadOnly } from "../../../app/session/session";
import { useAskAgain, useSend } from "../../../bridge/hooks";
import { Button } from "../../../components/button";
import { useWords } from "../../../components/words";
import { Instant } from "../parts/instant";
import classes from "../exchange.module.css";
import { noticesOf } from "./office-notices";
import { RevokeDialog } from "./revoke-dialog";

/** An office whose key is trusted, so that it can be given another role or lose that trust. */
type TrustedOffice = OfficeState & { readonly fingerprint: string };

function trustedOf(office: OfficeState): TrustedOffice | null {
  const { fingerprint, standing } = office;
  return standing === "trusted" && fingerprint !== null ? { ...office, fingerprint } : null;
}

export function OfficeLine({ office }: { readonly office: OfficeState }) {
  const { t } = useTranslation(["screen-offices", "screen-exchange"]);
  const words = useWords();
  const notices = noticesOf(t, office);
  const trusted = trustedOf(office);
  const { lastReceived, lastSent, notYetThere, standing, trustedAt } = office;
  const standingKey = standing === "trusted" && trustedAt === null ? "trustedUndated" : standing;
  return (
    <tr data-off={standing === "revoked" || undefined}>
      <th scope="row">
        {office.office}
        {office.unitCode === "" ? null : (
          <span className={classes.second}>
            {t("screen-offices:offices.unit", { code: office.unitCode })}
          </span>
        )}
        <span className={classes.second}>
          {t(`screen-offices:offices.standing.${standingKey}`, {
            at: trustedAt === null ? "" : words.instant(trustedAt),
          })}
        </span>
      </th>
      <td>
        {trusted === null ? (
          office.role !== null && t(`screen-exchange:role.${office.role}`)
        ) : (
          <RoleSelect office={trusted} />
        )}
      </td>
      <td>
        {lastReceived === null ? (
          <span className={classes.muted}>{t("screen-offices:offices.never")}</span>
        ) : (
          <>
            {t("screen-offices:offices.number", { number: lastReceived.number })}
            <span className={classes.second}>
              {t("screen-offices:offices.receivedAt", { at: words.instant(lastReceived.receivedAt) })}
            </span>
            <span className={classes.second}>
              <Instant
                at={lastReceived.at}
                suspect={lastReceived.clockSuspect}
                text={t("screen-offices:offices.writtenAt", { at: words.instant(lastReceived.at) })}
              />
            </span>
          </>
        )}
      </td>
      <td>
        {lastSent === null ? (
          <span className={classes.muted}>{t("screen-offices:offices.never")}</span>
        ) : (
          <>
            {t("screen-offices:offices.number", { number: lastSent.number })}
            <span className={classes.second}>
              {t("screen-offices:offices.writtenAt", { at: words.instant(lastSent.at) })}
            </span>
          </>
        )}
      </td>
      <td>{lacksText(t, notYetThere)}</td>
      <td>
        {notices.length === 0 ? (
          <span className={classes.muted}>{t("screen-offices:offices.clean")}</span>
        ) : (
          <ul className={notices.length > 1 ? classes.lines : classes.plainLines}>
            {notices.map((notice) => (
              <li key={notice}>{notice}</li>
            ))}
          </ul>
        )}
      </td>
      <td className={classes.narrow}>{trusted === null ? null : <Revoke office={trusted} />}</td>
    </tr>
  );
}

function lacksText(t: ReturnType<typeof useTranslation>["t"], notYetThere: number | null): string {
  if (notYetThere === null) return t("screen-offices:offices.lacksUnknown");
  return notYetThere === 0
    ? t("screen-offices:offices.lacksNone")
    : t("screen-offices:offices.lacks", { text: formatNumber(notYetThere) });
}

function RoleSelect({ office }: { readonly office: TrustedOffice }) {
  const { t } = useTranslation(["screen-offices", "screen-exchange"]);
  const readOnly = useReadOnly();
  const send = useSend("officeSetRole");
  const askAgain = useAskAgain();
  const choose = async (value: string) => {
    const role = officeRoles.find((one) => one === value);
    if (role === undefined || send.isPending) return;
    try {
      await send.mutateAsync({ fingerprint: office.fingerprint, role });
      toastDone(t("screen-offices:offices.roleSaved", { office: office.office }));
    } catch (error) {
      toastFailed(error);
      // Keys and trust are shared with the command line, which nobody tells of.
      askAgain("exchangeOffices");
    }
  };
  return (
    // The system's own list: hundreds of these stand in one table.
    <NativeSelect
      aria-label={t("screen-offices:offices.roleOf", { office: office.office })}
      disabled={readOnly}
      aria-busy={send.isPending}
      value={office.role ?? ""}
      data={[
        ...(office.role === null ? [{ value: "", label: t("screen-offices:offices.roleNone") }] : []),
        ...officeRoles.map((role) => ({ value: role, label: t(`screen-exchange:role.${role}`) })),
      ]}
      onChange={(event) => void choose(event.currentTarget.value)}
    />
  );
}

function Revoke({ office }: { readonly office: TrustedOffice }) {
  const { t } = useTranslation("screen-offices");
  const readOnly = useReadOnly();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button
        variant="subtle"
        color="var(--danger)"
        size="compact-sm"
        disabled={readOnly}
        aria-label={t("offices.revokeNamed", { office: office.office })}
        onClick={() => setAsking(true)}
      >
        {t("offices.revoke")}
      </Button>
      {asking ? (
        <RevokeDialog
          office={office.office}
          fingerprint={office.fingerprint}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  );
}
