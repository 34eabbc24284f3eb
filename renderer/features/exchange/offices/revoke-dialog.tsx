/**
 * Withdraws trust from an office's key. A key that was stolen may have written before anybody noticed, so whoever revokes
 * says up to which day what came with it counts.
 */
import { Group, Stack, Text, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { textLimits } from "../../../../shared/contract/limits";
import { formatNumber } from "../../../../shared/text/format";
import { toastDone, toastFailed } from "../../../app/feedback/toast";
import { useAskAgain, useSend } from "../../../bridge/hooks";
import { Button } from "../../../components/button";
import { DayField } from "../../../components/day-field";
import { Dialog } from "../../../components/dialog";
import { limitError } from "../../../components/text-limit";

export interface RevokeDialogProps {
  /** As it is shown in the list. */
  readonly office: string;
  readonly fingerprint: string;
  readonly onClose: () => void;
}

export function RevokeDialog({ office, fingerprint, onClose }: RevokeDialogProps) {
  const { t } = useTranslation(["screen-offices", "screen-app"]);
  const [from, setFrom] = useState("");
  const [reason, setReason] = useState("");
  const tooLong = limitError(t, reason.trim(), textLimits.reason);
  const send = useSend("officeRevoke");
  const askAgain = useAskAgain();
  const revoke = async (event: FormEvent) => {
    event.preventDefault();
    if (tooLong !== undefined) return;
    try {
      const { proposals } = await send.mutateAsync({
        fingerprint,
        from: from === "" ? null : from,
        reason: reason.trim() === "" ? null : reason.trim(),
      });
      toastDone(
        proposals === 0
          ? t("screen-offices:offices.revoked", { office })
          : t("screen-offices:offices.revokedWaiting", {
              office,
              count: proposals,
              text: formatNumber(proposals),
            }),
      );
      onClose();
    } catch (error) {
      toastFailed(error);
      // Keys and trust are shared with the command line, which nobody tells of.
      askAgain("exchangeOffices");
    }
  };
  return (
    <Dialog
      title={t("screen-offices:offices.revokeTitle")}
      size="34rem"
      dirty={from !== "" || reason.trim() !== ""}
      busy={send.isPending}
      onClose={onClose}
    >
      <form noValidate onSubmit={(event) => void revoke(event)}>
        <Stack gap="md">
          <Text>{t("screen-offices:offices.revokeBody", { office })}</Text>
          <DayField
            label={t("screen-offices:offices.revokeFrom")}
            description={t("screen-offices:offices.revokeFromHint")}
            none={t("screen-offices:offices.revokeFromNone")}
            value={from}
            onChange={setFrom}
            width="16rem"
          />
          <TextInput
            label={t("screen-offices:offices.revokeReason")}
            description={t("screen-offices:offices.revokeReasonHint")}
            inputWrapperOrder={["label", "description", "input"]}
            value={reason}
            error={tooLong}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" data-autofocus onClick={onClose}>
              {t("screen-app:confirm.cancel")}
            </Button>
            <Button type="submit" color="danger" loading={send.isPending}>
              {t("screen-offices:offices.revokeConfirm")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
