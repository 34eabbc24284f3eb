/** After writing files: which ones, and that the stick may be taken out now. */
import { Group, Stack } from "@mantine/core";
import { IconCircleCheck, IconFolderOpen, IconUsb } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { WrittenFile } from "../../../shared/contract/schemas/reports";
import { toastFailed } from "../../app/feedback/toast";
import { call } from "../../bridge/bridge";
import { Button } from "../button";
import classes from "./files.module.css";
import { useSizeText } from "./size-text";

export interface WrittenFilesProps<F extends WrittenFile> {
  readonly files: readonly F[];
  /** They lie on a stick. */
  readonly removable: boolean;
  /** Whether the system has a program that opens such files. */
  readonly opens?: boolean;
  /** A second line about one file. */
  readonly about?: (file: F) => string;
  /** What to do with the files now. */
  readonly afterwards?: ReactNode;
  readonly actions?: ReactNode;
  readonly onClose: () => void;
}

function nameOf(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}

export function WrittenFiles<F extends WrittenFile>(props: WrittenFilesProps<F>) {
  const { t } = useTranslation("screen-app");
  const sizeText = useSizeText();
  const { files, removable, about } = props;
  const [first] = files;
  return (
    <Stack gap="md">
      <div className={classes.done} role="status">
        <IconCircleCheck size={28} stroke={1.75} aria-hidden />
        <p className={classes.doneTitle}>
          {t("written.done")} {removable ? t("written.stickDone") : null}
        </p>
        {removable ? <IconUsb size={28} stroke={1.5} aria-hidden className={classes.doneStick} /> : null}
      </div>
      <div>
        <h3 className={classes.filesTitle}>{t("written.title")}</h3>
        <ul className={classes.files}>
          {files.map((file) => (
            <li key={file.path}>
              <span className={classes.filePath}>
                {file.path}
                {about === undefined ? null : <span className={classes.fileAbout}>{about(file)}</span>}
              </span>
              <span className={classes.fileSize}>{sizeText(file.bytes)}</span>
              {props.opens === true ? (
                <button
                  type="button"
                  className={classes.openFile}
                  aria-label={t("written.openNamed", { name: nameOf(file.path) })}
                  onClick={() => void call("fileOpen", { path: file.path }).catch(toastFailed)}
                >
                  {t("written.open")}
                </button>
              ) : null}
            </li>
          ))}
        </ul>
      </div>
      {props.afterwards}
      <Group justify="flex-end" gap="sm">
        {props.actions}
        {first === undefined ? null : (
          <Button
            variant="default"
            leftSection={<IconFolderOpen size={16} aria-hidden />}
            onClick={() => void call("fileReveal", { path: first.path }).catch(toastFailed)}
          >
            {t("written.reveal")}
          </Button>
        )}
        <Button onClick={props.onClose} autoFocus>
          {t("close")}
        </Button>
      </Group>
    </Stack>
  );
}
