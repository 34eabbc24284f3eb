/** Where the papers of a session go, and then what was written. */
import { Group, Stack, Text } from "@mantine/core";
import { IconFolderOpen } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CallResult } from "../../../shared/contract/contract";
import { formatNumber } from "../../../shared/text/format";
import { WorkProgress } from "../../app/feedback/progress";
import { toastFailed } from "../../app/feedback/toast";
import { call } from "../../bridge/bridge";
import { Button } from "../../components/button";
import { Dialog } from "../../components/dialog";
import { DialogFoot } from "../../components/dialog-foot";
import { ErrorNotice } from "../../components/error-notice";
import { TargetList } from "../../components/files/target-list";
import type { SessionAsked } from "./chosen";

export interface PapersDialogProps {
  readonly session: SessionAsked;
  readonly people: readonly string[];
  readonly onClose: () => void;
}

export function PapersDialog({ session, people, onClose }: PapersDialogProps) {
  const { t } = useTranslation(["screen-salary", "screen-app"]);
  const [folder, setFolder] = useState<string | null>(null);
  const [isAsked, setAsked] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [written, setWritten] = useState<CallResult<"salaryPapersWrite"> | null>(null);
  const write = async () => {
    setAsked(true);
    if (folder === null) return;
    setFailure(null);
    setBusy(true);
    try {
      setWritten(await call("salaryPapersWrite", { ...session, people: [...people], folder }));
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  if (written !== null) {
    const shown = `${written.path}/${written.files[0] ?? ""}`;
    return (
      <Dialog title={t("papers.title")} onClose={onClose}>
        <Stack gap="md">
          <p role="status">
            {t("papers.done", { text: formatNumber(written.files.length), path: written.path })}{" "}
            {written.removable ? t("screen-app:written.stickDone") : null}
          </p>
          <Group justify="flex-end" gap="sm">
            <Button
              variant="default"
              leftSection={<IconFolderOpen size={16} aria-hidden />}
              onClick={() => void call("fileReveal", { path: shown }).catch(toastFailed)}
            >
              {t("papers.reveal")}
            </Button>
            <Button onClick={onClose}>{t("papers.close")}</Button>
          </Group>
        </Stack>
      </Dialog>
    );
  }
  return (
    <Dialog title={t("papers.title")} size="lg" busy={isBusy} onClose={onClose}>
      <Stack gap="sm">
        <Text size="sm">{t("papers.text", { text: formatNumber(people.length) })}</Text>
        <TargetList
          value={folder}
          disabled={isBusy}
          error={isAsked && folder === null ? t("screen-app:target.missing") : null}
          onChange={setFolder}
        />
        {failure === null ? null : <ErrorNotice error={failure} />}
        {isBusy ? (
          <WorkProgress text={t("papers.writing")} stoppable />
        ) : (
          <DialogFoot>
            <Button variant="default" onClick={onClose}>
              {t("screen-app:confirm.cancel")}
            </Button>
            <Button onClick={() => void write()}>{t("papers.write")}</Button>
          </DialogFoot>
        )}
      </Stack>
    </Dialog>
  );
}
