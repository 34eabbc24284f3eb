/** After writing: which files, and that the stick may be taken out now. */
import { Button, Group, Stack } from "@mantine/core";
import { IconCircleCheck, IconFolderOpen, IconUsb } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { CallResult } from "../../../shared/contract/contract";
import { toastFailed } from "../../app/feedback/toast";
import { call } from "../../bridge/bridge";
import classes from "./report.module.css";
import { useSizeText } from "./size-text";

export interface ReportResultProps {
  readonly result: CallResult<"reportWrite">;
  readonly onAgain: () => void;
  readonly onClose: () => void;
}

export function ReportResult({ result, onAgain, onClose }: ReportResultProps) {
  const { t } = useTranslation(["screen-report", "screen-app"]);
  const sizeText = useSizeText();
  const [first] = result.files;
  return (
    <Stack gap="md">
      <div className={classes.done} role="status">
        <IconCircleCheck size={28} stroke={1.75} aria-hidden />
        <div>
          <p className={classes.doneTitle}>
            {t("done")} {result.removable ? t("stickDone") : null}
          </p>
        </div>
        {result.removable ? (
          <IconUsb size={28} stroke={1.5} aria-hidden className={classes.doneStick} />
        ) : null}
      </div>
      <div>
        <h3 className={classes.filesTitle}>{t("written")}</h3>
        <ul className={classes.files}>
          {result.files.map((file) => (
            <li key={file.path}>
              <span className={classes.filePath}>{file.path}</span>
              <span className={classes.fileSize}>{sizeText(file.bytes)}</span>
            </li>
          ))}
        </ul>
      </div>
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onAgain}>
          {t("again")}
        </Button>
        {first === undefined ? null : (
          <Button
            variant="default"
            leftSection={<IconFolderOpen size={16} aria-hidden />}
            onClick={() => void call("fileReveal", { path: first.path }).catch(toastFailed)}
          >
            {t("reveal")}
          </Button>
        )}
        <Button onClick={onClose} data-autofocus>
          {t("screen-app:close")}
        </Button>
      </Group>
    </Stack>
  );
}
