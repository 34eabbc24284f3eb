/** Whether a preset was compared with the text of the law, with the way to say so and to take it back. */
import { ActionIcon, Tooltip } from "@mantine/core";
import { IconCheck, IconPencil, IconRosetteDiscountCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { confirm } from "../../app/feedback/confirm";
import { toastFailed } from "../../app/feedback/toast";
import { toastSaved } from "../../app/roster/toast-saved";
import { useReadOnly } from "../../app/session/session";
import { useSend } from "../../bridge/hooks";
import { Button } from "../../components/button";
import { UnverifiedMark } from "../../components/unverified-mark";
import { WaitingNote } from "../../records/field/waiting-note";
import classes from "./catalog.module.css";

export interface VerifiedControlProps {
  readonly entity: "standardSet" | "standardRule";
  readonly id: string;
  /** What is confirmed, for the question and for screen readers. */
  readonly name: string;
  readonly verified: boolean;
  /** What is said here waits as a proposal. */
  readonly waiting: boolean;
  readonly onEdit: () => void;
}

export function VerifiedControl(props: VerifiedControlProps) {
  const { t } = useTranslation(["screen-catalog", "domain"]);
  const readOnly = useReadOnly();
  const send = useSend("catalogEdit");
  const { entity, id, name, verified, waiting } = props;
  const write = async (next: boolean) => {
    if (next) {
      const answer = await confirm({
        title: t("screen-catalog:verify.title"),
        body: t("screen-catalog:verify.body", { name }),
        confirmLabel: t("screen-catalog:verify.confirm"),
        reason: {
          label: t("screen-catalog:verify.source"),
          required: false,
          placeholder: t("screen-catalog:verify.sourceHint"),
        },
      });
      if (!answer.confirmed) return;
      await store(next, answer.reason);
      return;
    }
    await store(next, null);
  };
  const store = async (next: boolean, reason: string | null) => {
    try {
      const saved = await send.mutateAsync({ entity, id, fields: { verified: next }, reason });
      toastSaved(t(next ? "screen-catalog:verify.done" : "screen-catalog:verify.withdrawn"), saved, {
        undo: true,
      });
    } catch (error) {
      toastFailed(error);
    }
  };
  return (
    <div className={classes.verified}>
      {verified ? (
        <span className={classes.verifiedMark}>
          <IconRosetteDiscountCheck size={16} aria-hidden />
          {t("domain:verified")}
        </span>
      ) : (
        <UnverifiedMark of={{ verified }} look="words" />
      )}
      {waiting ? <WaitingNote /> : null}
      <Button
        variant={verified ? "subtle" : "default"}
        fw={verified ? 400 : 500}
        size="compact-sm"
        leftSection={verified ? null : <IconCheck size={15} aria-hidden />}
        disabled={readOnly}
        loading={send.isPending}
        aria-label={t(
          verified ? "screen-catalog:verify.withdrawNamed" : "screen-catalog:verify.actionNamed",
          { name },
        )}
        onClick={() => void write(!verified)}
      >
        {t(verified ? "screen-catalog:verify.withdraw" : "screen-catalog:verify.action")}
      </Button>
      <Tooltip label={t("screen-catalog:edit")}>
        <ActionIcon
          variant="subtle"
          disabled={readOnly}
          aria-label={t("screen-catalog:editNamed", { name })}
          onClick={props.onEdit}
        >
          <IconPencil size={16} stroke={1.75} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}
