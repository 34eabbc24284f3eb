/**
 * Trusting a card: who it names, and the fingerprint as it is printed on the paper that came by another way. The
 * card's own digits are never shown here, or the comparison would be with itself.
 */
import { Checkbox, Group, List, NativeSelect, Stack, Text } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type OfficeRole,
  officeRoles,
  type ReadCardData,
} from "../../../../shared/contract/schemas/exchange";
import { toastDone } from "../../../app/feedback/toast";
import { useSend } from "../../../bridge/hooks";
import { Button } from "../../../components/button";
import { Dialog, useTyped } from "../../../components/dialog";
import { ErrorNotice } from "../../../components/error-notice";
import { useWords } from "../../../components/words";
import classes from "../exchange.module.css";
import { isComplete, noGroups, wrongGroups } from "./fingerprint";
import { FingerprintField } from "./fingerprint-field";

export interface TrustDialogProps {
  readonly card: ReadCardData;
  readonly onClose: () => void;
}

export function TrustDialog({ card, onClose }: TrustDialogProps) {
  const { t } = useTranslation("screen-offices");
  return (
    <Dialog onClose={onClose} size="lg" title={t("trust.title")}>
      {card.standing === "own" ? (
        <Stack gap="md">
          <Text>{t("trust.standing.own")}</Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("trust.cancel")}
            </Button>
          </Group>
        </Stack>
      ) : (
        <TrustForm card={card} onClose={onClose} />
      )}
    </Dialog>
  );
}

function TrustForm({ card, onClose }: TrustDialogProps) {
  const { t } = useTranslation(["screen-offices", "screen-exchange"]);
  const words = useWords();
  const send = useSend("officeTrust");
  const [groups, setGroups] = useState(noGroups);
  const [role, setRole] = useState<OfficeRole>(card.suggestedRole);
  const [agreed, setAgreed] = useState(false);
  const { revocations } = card;
  const mustAgree = revocations.length > 0 && !agreed;
  useTyped(agreed || role !== card.suggestedRole || groups.some((group) => group !== ""));
  const [attempted, setAttempted] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAttempted(true);
    if (mustAgree || !isComplete(groups) || wrongGroups(groups, card.fingerprint).length > 0) return;
    const office = await send
      .mutateAsync({
        path: card.path,
        fingerprint: groups.join("-"),
        role,
        revocations: revocations.length,
      })
      // The refusal is shown in the dialog.
      .catch(() => null);
    if (office === null) return;
    onClose();
    toastDone(t("screen-offices:trust.done", { office: office.office }));
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Stack gap="md">
        <Text fw={600}>
          {t("screen-offices:trust.from", {
            office: card.office,
            code: card.unitCode,
            at: words.instant(card.madeAt),
          })}
        </Text>
        {card.renews === null ? null : (
          <p className={classes.notice}>{t("screen-offices:trust.renews", { office: card.renews.office })}</p>
        )}
        {revocations.length === 0 ? null : (
          <div className={classes.notice}>
            <Text fw={600}>{t("screen-offices:trust.revocations")}</Text>
            <List size="sm">
              {revocations.map(({ office, user, at, reason }) => (
                <List.Item key={`${at} ${office}`}>
                  {t(
                    reason === null
                      ? "screen-offices:trust.revocation"
                      : "screen-offices:trust.revocationFor",
                    { office, user, at: words.instant(at), reason },
                  )}
                </List.Item>
              ))}
            </List>
            <Checkbox
              mt="sm"
              label={t("screen-offices:trust.despite")}
              checked={agreed}
              error={attempted && mustAgree ? t("screen-offices:trust.despiteMissing") : null}
              onChange={(event) => setAgreed(event.currentTarget.checked)}
            />
          </div>
        )}
        {card.standing === "unknown" || (card.standing === "revoked" && revocations.length > 0) ? null : (
          <p className={classes.notice}>{t(`screen-offices:trust.standing.${card.standing}`)}</p>
        )}
        <FingerprintField
          groups={groups}
          fingerprint={card.fingerprint}
          attempted={attempted}
          onChange={setGroups}
        />
        <NativeSelect
          label={t("screen-offices:trust.role")}
          description={t(`screen-exchange:roleHint.${role}`)}
          inputWrapperOrder={["label", "input", "description"]}
          value={role}
          data={officeRoles.map((one) => ({ value: one, label: t(`screen-exchange:role.${one}`) }))}
          onChange={(event) => {
            const { value } = event.currentTarget;
            setRole(officeRoles.find((one) => one === value) ?? card.suggestedRole);
          }}
        />
        {send.error === null ? null : <ErrorNotice error={send.error} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t("screen-offices:trust.cancel")}
          </Button>
          <Button type="submit" loading={send.isPending}>
            {t("screen-offices:trust.confirm")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
