/** Where files can be written to: sticks first, watched while the list is on screen so that one plugged in now appears. */
import { Radio, Stack } from "@mantine/core";
import { useInterval } from "@mantine/hooks";
import { IconFolder, IconUsb } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ReportTarget } from "../../../shared/contract/schemas/reports";
import { toastFailed } from "../../app/feedback/toast";
import { call } from "../../bridge/bridge";
import { useCall } from "../../bridge/hooks";
import { Button } from "../button";
import classes from "./files.module.css";
import { useSizeText } from "./size-text";

const lookEveryMs = 3000;

export interface TargetListProps {
  readonly value: string | null;
  readonly disabled: boolean;
  readonly error: string | null;
  readonly onChange: (folder: string | null) => void;
}

function Target({ target, disabled }: { readonly target: ReportTarget; readonly disabled: boolean }) {
  const { t } = useTranslation("screen-app");
  const sizeText = useSizeText();
  const Icon = target.removable ? IconUsb : IconFolder;
  const detail = [
    target.path,
    target.freeBytes === null ? "" : t("target.free", { size: sizeText(target.freeBytes) }),
  ].filter((part) => part !== "");
  return (
    <Radio
      value={target.path}
      disabled={disabled}
      classNames={{ body: classes.target ?? "" }}
      label={
        <span className={classes.targetName}>
          <Icon size={18} stroke={1.75} aria-hidden />
          {target.label}
          {target.removable ? <span className={classes.stick}>{t("target.removable")}</span> : null}
        </span>
      }
      description={detail.join(" · ")}
    />
  );
}

export function TargetList({ value, disabled, error, onChange }: TargetListProps) {
  const { t } = useTranslation("screen-app");
  const targets = useCall("reportTargets", {});
  const [picked, setPicked] = useState<ReportTarget | null>(null);
  const { refetch } = targets;
  const look = useInterval(() => void refetch(), lookEveryMs);
  const { start, stop } = look;
  useEffect(() => {
    if (!disabled) start();
    return stop;
  }, [disabled, start, stop]);
  // What was known before was known before the last file was written, perhaps elsewhere.
  useEffect(() => void refetch(), [refetch]);

  const known = targets.data ?? [];
  const all = picked === null || known.some(({ path }) => path === picked.path) ? known : [...known, picked];
  const chosen = useRef(false);
  const first = targets.isFetchedAfterMount ? known[0]?.path : undefined;
  useEffect(() => {
    // A stick is what files are written for: the first target is chosen until the user chooses.
    if (!chosen.current && first !== undefined && value !== first) onChange(first);
  }, [first, value, onChange]);
  useEffect(() => {
    if (value !== null && targets.data !== undefined && !all.some(({ path }) => path === value))
      onChange(null);
  });

  const choose = (path: string) => {
    chosen.current = true;
    onChange(path);
  };
  const pickFolder = async () => {
    try {
      const path = await call("dialogPickFolder", {});
      if (path === null) return;
      setPicked({
        path,
        label: path.split(/[\\/]/).filter(Boolean).at(-1) ?? path,
        removable: false,
        freeBytes: null,
      });
      choose(path);
    } catch (failure) {
      toastFailed(failure);
    }
  };
  return (
    <Radio.Group label={t("target.label")} value={value} onChange={choose} error={error}>
      <Stack gap={6} mt={6} mb={4}>
        {known.some(({ removable }) => removable) ? null : (
          <p className={classes.noStick}>{t("target.none")}</p>
        )}
        {all.map((target) => (
          <Target target={target} disabled={disabled} key={target.path} />
        ))}
        <Button
          variant="default"
          className={classes.other}
          disabled={disabled}
          leftSection={<IconFolder size={16} aria-hidden />}
          onClick={() => void pickFolder()}
        >
          {t("target.other")}
        </Button>
      </Stack>
    </Radio.Group>
  );
}
