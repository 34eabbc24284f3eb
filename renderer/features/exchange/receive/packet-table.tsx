/** Found files with who sent them and how each stands, in words; those that can be received are ticked here. */
import { Anchor, Checkbox } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { FoundPacket } from "../../../../shared/contract/schemas/exchange";
import { formatNumber } from "../../../../shared/text/format";
import { paths } from "../../../app/navigation/paths";
import { useSizeText } from "../../../components/files/size-text";
import { useWords } from "../../../components/words";
import { ShowMore } from "../parts/show-more";
import classes from "../exchange.module.css";

export type PacketState = FoundPacket["state"];

/** Receiving a file that is held already changes nothing, and may calm somebody who is not sure. */
export function canBeReceived(state: PacketState): boolean {
  return state === "new" || state === "ownNew" || state === "held";
}

const markOf: Readonly<Record<PacketState, "good" | "plain" | "bad" | "ask">> = {
  new: "good",
  held: "plain",
  own: "plain",
  ownNew: "ask",
  unknownSender: "ask",
  changedSender: "bad",
  newer: "ask",
  revokedSender: "bad",
  notForUs: "bad",
  damaged: "bad",
};

/** What can be received stands first, then what needs somebody, then what is of no use here. */
const orderOf: Readonly<Record<PacketState, number>> = {
  new: 0,
  ownNew: 0,
  unknownSender: 1,
  changedSender: 1,
  newer: 2,
  revokedSender: 2,
  damaged: 2,
  held: 3,
  notForUs: 4,
  own: 4,
};

const shownAtOnce = 100;

export interface PacketTableProps {
  readonly packets: readonly FoundPacket[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (paths: readonly string[], on: boolean) => void;
}

export function PacketTable({ packets, chosen, onChoose }: PacketTableProps) {
  const { t } = useTranslation("screen-exchange");
  const [shown, setShown] = useState(shownAtOnce);
  // The sort is stable: within each kind the newest stay first.
  const sorted = packets.toSorted((a, b) => orderOf[a.state] - orderOf[b.state]);
  const usable = packets.filter(({ state }) => canBeReceived(state)).map(({ path }) => path);
  return (
    <>
      <div className={classes.tableBox}>
        <table className={classes.table} aria-label={t("receive.table")}>
          <thead>
            <tr>
              <th scope="col" className={classes.check}>
                <Checkbox
                  aria-label={t("receive.chooseNew")}
                  disabled={usable.length === 0}
                  checked={usable.length > 0 && chosen.size === usable.length}
                  indeterminate={chosen.size > 0 && chosen.size < usable.length}
                  onChange={(event) => onChoose(usable, event.currentTarget.checked)}
                />
              </th>
              {(["sender", "number", "at", "state", "file"] as const).map((column) => (
                <th scope="col" key={column}>
                  {t(`receive.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sorted.slice(0, shown).map((packet) => (
              <PacketRow
                key={packet.path}
                packet={packet}
                chosen={chosen.has(packet.path)}
                onChoose={(on) => onChoose([packet.path], on)}
              />
            ))}
          </tbody>
        </table>
      </div>
      <ShowMore
        shown={Math.min(shown, packets.length)}
        total={packets.length}
        onMore={() => setShown((before) => before + shownAtOnce)}
      />
    </>
  );
}

interface PacketRowProps {
  readonly packet: FoundPacket;
  readonly chosen: boolean;
  readonly onChoose: (on: boolean) => void;
}

function PacketRow({ packet, chosen, onChoose }: PacketRowProps) {
  const { t } = useTranslation("screen-exchange");
  const words = useWords();
  const sizeText = useSizeText();
  const { sender, state } = packet;
  const usable = canBeReceived(state);
  return (
    <tr>
      <td className={classes.check}>
        {usable ? (
          <Checkbox
            aria-label={t("receive.chooseFile", { file: packet.fileName })}
            checked={chosen}
            onChange={(event) => onChoose(event.currentTarget.checked)}
          />
        ) : null}
      </td>
      <th scope="row">
        {sender === null ? t("receive.senderHidden") : null}
        {sender === null ? null : sender.confirmed ? (
          sender.office
        ) : (
          <em>{t("senderClaims", { office: sender.office })}</em>
        )}
        {sender === null ? null : (
          <span className={classes.second}>{t("unitCode", { code: sender.unitCode })}</span>
        )}
      </th>
      <td>{packet.number === null ? "" : formatNumber(packet.number)}</td>
      <td className={classes.nowrap}>{packet.at === null ? "" : words.instant(packet.at)}</td>
      <td>
        <span className={classes.mark} data-kind={markOf[state]}>
          {t(`receive.state.${state}`)}
        </span>
        {state === "new" ? null : <span className={classes.second}>{t(`receive.stateHint.${state}`)}</span>}
        {(state === "unknownSender" || state === "changedSender") && sender !== null ? (
          // Not with the fingerprint in the file: who typed it from here would compare the file with itself.
          <Anchor inherit href={paths.exchange("card")}>
            {t("receive.trust")}
          </Anchor>
        ) : null}
      </td>
      <td>
        {packet.fileName}
        <span className={classes.second}>
          {packet.place} · {sizeText(packet.bytes)}
        </span>
      </td>
    </tr>
  );
}
