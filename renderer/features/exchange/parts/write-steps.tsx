/**
 * The way of every file that leaves the program: where to, written with a way to stop, then which files and that the
 * stick may be taken out.
 */
import { Group, Stack } from "@mantine/core";
import { type FormEvent, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { WrittenFile } from "../../../../shared/contract/schemas/reports";
import { WorkProgress } from "../../../app/feedback/progress";
import { Button } from "../../../components/button";
import { Dialog } from "../../../components/dialog";
import { ErrorNotice } from "../../../components/error-notice";
import { TargetList } from "../../../components/files/target-list";
import { WrittenFiles } from "../../../components/files/written-files";
import { FirstFocus } from "../../../records/field/first-focus";

export interface Written<F extends WrittenFile> {
  readonly files: readonly F[];
  readonly removable: boolean;
}

export interface WriteDialogProps<F extends WrittenFile> {
  readonly title: string;
  readonly submitLabel: string;
  readonly writingText: string;
  /** What is written, above the choice of a place. @param busy nothing can be chosen now */
  readonly children: (busy: boolean) => ReactNode;
  /** Called when writing is asked for. @returns false: something is not chosen yet */
  readonly ready?: () => boolean;
  readonly write: (folder: string) => Promise<Written<F>>;
  /** A second line about a written file. */
  readonly about?: (file: F) => string;
  /** Said after writing. */
  readonly afterwards?: ReactNode;
  readonly againLabel?: string;
  readonly onClose: () => void;
}

export function WriteDialog<F extends WrittenFile>(props: WriteDialogProps<F>) {
  const [written, setWritten] = useState<Written<F> | null>(null);
  const [busy, setBusy] = useState(false);
  return (
    <Dialog onClose={props.onClose} size="xl" title={props.title} busy={busy}>
      {written === null ? (
        <WriteForm {...props} busy={busy} onBusy={setBusy} onWritten={setWritten} />
      ) : (
        <WrittenFiles
          {...written}
          {...(props.about === undefined ? {} : { about: props.about })}
          onClose={props.onClose}
          afterwards={props.afterwards}
          actions={
            props.againLabel === undefined ? undefined : (
              <Button variant="default" onClick={() => setWritten(null)}>
                {props.againLabel}
              </Button>
            )
          }
        />
      )}
    </Dialog>
  );
}

interface WriteFormProps<F extends WrittenFile> extends WriteDialogProps<F> {
  readonly busy: boolean;
  readonly onBusy: (busy: boolean) => void;
  readonly onWritten: (written: Written<F>) => void;
}

function WriteForm<F extends WrittenFile>(props: WriteFormProps<F>) {
  const { t } = useTranslation("screen-app");
  const { busy, onBusy } = props;
  const [folder, setFolder] = useState<string | null>(null);
  const [asked, setAsked] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    const ready = props.ready?.() ?? true;
    if (!ready || folder === null) return;
    setFailure(null);
    onBusy(true);
    try {
      props.onWritten(await props.write(folder));
    } catch (error) {
      setFailure(error);
    } finally {
      onBusy(false);
    }
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Stack gap="md">
        <FirstFocus>
          <Stack gap="md">
            {props.children(busy)}
            <TargetList
              value={folder}
              disabled={busy}
              error={asked && folder === null ? t("target.missing") : null}
              onChange={setFolder}
            />
          </Stack>
        </FirstFocus>
        {failure === null ? null : <ErrorNotice error={failure} />}
        {busy ? (
          <WorkProgress text={props.writingText} stoppable />
        ) : (
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={props.onClose}>
              {t("confirm.cancel")}
            </Button>
            <Button type="submit">{props.submitLabel}</Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}
