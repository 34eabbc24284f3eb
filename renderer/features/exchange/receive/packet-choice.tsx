/**
 * Files that can be received: looked for on sticks and in folders used before, or in a folder that the user picks. A
 * stick that is plugged in now is looked at by itself.
 */
import { Loader } from "@mantine/core";
import { useInterval } from "@mantine/hooks";
import { IconFolder, IconRefresh } from "@tabler/icons-react";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { formatNumber } from "../../../../shared/text/format";
import { toastFailed } from "../../../app/feedback/toast";
import { call } from "../../../bridge/bridge";
import { useCall } from "../../../bridge/hooks";
import { Button } from "../../../components/button";
import { EmptyState } from "../../../components/empty-state";
import { ErrorNotice } from "../../../components/error-notice";
import classes from "../exchange.module.css";
import { canBeReceived, PacketTable } from "./packet-table";

const lookEveryMs = 3000;

/** Calls back when a stick came or went. */
function useStickWatch(onChange: () => void): void {
  const { data, refetch } = useCall("reportTargets", {});
  const { start, stop } = useInterval(() => void refetch(), lookEveryMs);
  useEffect(() => {
    start();
    return stop;
  }, [start, stop]);
  const sticks =
    data === undefined
      ? null
      : data
          .filter(({ removable }) => removable)
          .map(({ path }) => path)
          .join("\n");
  const changed = useEffectEvent(onChange);
  const known = useRef<string | null>(null);
  useEffect(() => {
    if (sticks === null) return;
    if (known.current !== null && known.current !== sticks) changed();
    known.current = sticks;
  }, [sticks]);
}

/** What was chosen so far; kept by the flow, so that a refused preview does not lose it. */
export interface ChosenFiles {
  /** Null: sticks and folders used before. */
  readonly folder: string | null;
  /** Paths whose box the user pressed. New files are ticked to begin with; a press turns that round. */
  readonly toggled: ReadonlySet<string>;
}

export const nothingChosen: ChosenFiles = { folder: null, toggled: new Set() };

export interface PacketChoiceProps {
  readonly chosenFiles: ChosenFiles;
  readonly onChosenFiles: (chosen: ChosenFiles) => void;
  readonly onPreview: (paths: readonly string[]) => void;
}

export function PacketChoice({ chosenFiles, onChosenFiles, onPreview }: PacketChoiceProps) {
  const { t } = useTranslation("screen-exchange");
  const { folder, toggled } = chosenFiles;
  const [asked, setAsked] = useState(false);
  const found = useCall("packetsFind", { folder });
  const { refetch } = found;
  useStickWatch(() => void refetch());

  const packets = found.data?.packets ?? [];
  const isChosen = (path: string, state: string) => (state === "new") !== toggled.has(path);
  const chosen = packets
    .filter((packet) => canBeReceived(packet.state) && isChosen(packet.path, packet.state))
    .map(({ path }) => path);
  const choose = (paths: readonly string[], on: boolean) => {
    const next = new Set(toggled);
    for (const packet of packets) {
      if (!paths.includes(packet.path) || isChosen(packet.path, packet.state) === on) continue;
      if (!next.delete(packet.path)) next.add(packet.path);
    }
    onChosenFiles({ folder, toggled: next });
  };
  const pickFolder = async () => {
    const picked = await call("dialogPickFolder", {}).catch(toastFailed);
    if (picked === null || picked === undefined) return;
    onChosenFiles({ folder: picked, toggled: new Set() });
  };
  return (
    <section className={classes.card} aria-label={t("receive.table")}>
      <div className={classes.spread}>
        <p className={classes.text} role="status">
          {found.data === undefined ? (
            <span className={classes.row}>
              {found.error === null ? <Loader size="xs" aria-hidden /> : null}
              {found.error === null
                ? folder === null
                  ? t("receive.searching")
                  : t("receive.searchingFolder", { folder })
                : null}
            </span>
          ) : (
            t(folder === null ? "receive.found" : "receive.foundIn", {
              text: formatNumber(packets.length),
              folder: folder ?? "",
            })
          )}
        </p>
        <div className={classes.row}>
          {folder === null ? null : (
            <Button variant="subtle" onClick={() => onChosenFiles(nothingChosen)}>
              {t("receive.allPlaces")}
            </Button>
          )}
          <Button
            variant="default"
            leftSection={<IconRefresh size={16} aria-hidden />}
            loading={found.isFetching}
            onClick={() => void refetch()}
          >
            {t("receive.again")}
          </Button>
          <Button
            variant="default"
            leftSection={<IconFolder size={16} aria-hidden />}
            onClick={() => void pickFolder()}
          >
            {t("receive.otherFolder")}
          </Button>
        </div>
      </div>
      {found.error === null ? null : <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.data !== undefined && packets.length === 0 ? (
        <EmptyState title={t("receive.none")}>{t("receive.noneBody")}</EmptyState>
      ) : null}
      {packets.length === 0 ? null : (
        <>
          <PacketTable packets={packets} chosen={new Set(chosen)} onChoose={choose} />
          {found.data?.cut === true ? <p className={classes.muted}>{t("receive.cut")}</p> : null}
          <div className={classes.row}>
            <Button
              onClick={() => {
                setAsked(true);
                if (chosen.length > 0) onPreview(chosen);
              }}
            >
              {t("receive.preview")}
            </Button>
            <span role="status" className={classes.muted}>
              {asked && chosen.length === 0
                ? t("receive.chosenNone")
                : t("receive.chosen", { text: formatNumber(chosen.length) })}
            </span>
          </div>
        </>
      )}
    </section>
  );
}
