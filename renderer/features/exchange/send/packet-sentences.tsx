/** What each file would hold and who could open it, in sentences, before anything is written. */
import { useDebouncedValue } from "@mantine/hooks";
import type { TFunction } from "i18next";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { PacketContent } from "../../../../shared/contract/schemas/exchange";
import { formatNumber } from "../../../../shared/text/format";
import { useCall } from "../../../bridge/hooks";
import { Button } from "../../../components/button";
import { ErrorNotice } from "../../../components/error-notice";
import { namesInWords } from "../parts/office-names";
import { freshWords } from "./fresh-words";
import classes from "./send.module.css";

export interface PacketSentencesProps {
  /** Chosen addressees. */
  readonly fingerprints: readonly string[];
  /** Recovery keys, which open every file too. */
  readonly recovery: readonly string[];
  /** Fingerprint of our own office, which opens whatever it sends; null: not known yet. */
  readonly own: string | null;
  /** The files are being written; what they hold is not asked for again meanwhile. */
  readonly busy: boolean;
}

/** Ticking a row of boxes asks once. */
const pauseMs = 250;
const shownAtOnce = 5;

export function PacketSentences({ fingerprints, recovery, own, busy }: PacketSentencesProps) {
  const { t } = useTranslation("screen-exchange");
  const titleId = useId();
  const [all, setAll] = useState(false);
  const chosen = fingerprints.join(" ");
  const [settled] = useDebouncedValue(chosen, pauseMs);
  const wanted = settled === "" ? [] : settled.split(" ");
  const { data, error, isPlaceholderData, refetch } = useCall(
    "packetContents",
    { for: wanted },
    { enabled: wanted.length > 0 && !busy, keepPrevious: true },
  );
  const counting = chosen !== settled || isPlaceholderData || data === undefined;
  const packets = data ?? [];
  const shown = all ? packets : packets.slice(0, shownAtOnce);
  return (
    <section className={classes.contents} aria-labelledby={titleId}>
      <h3 id={titleId} className={classes.contentsTitle}>
        {t("send.contents")}
      </h3>
      <div role="status" aria-busy={counting && chosen !== ""}>
        {chosen === "" ? <p className={classes.muted}>{t("send.chooseFirst")}</p> : null}
        {chosen !== "" && counting && error === null ? (
          <p className={classes.muted}>{t("send.counting")}</p>
        ) : null}
        {chosen !== "" && !counting ? (
          // Long lists scroll inside the dialog, so the keyboard must reach them.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          <ul className={classes.packets} tabIndex={0} aria-labelledby={titleId}>
            {shown.map((packet) => (
              <li key={packet.to.map(({ fingerprint }) => fingerprint).join(" ")}>
                <p className={classes.packetTo}>
                  {namesInWords(
                    t,
                    packet.to.map(({ office }) => office),
                  )}
                </p>
                <p>{packetSentence(t, packet, recovery, own)}</p>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
      {!counting && packets.length > shown.length ? (
        <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
          {t("send.moreFiles", { text: formatNumber(packets.length) })}
        </Button>
      ) : null}
      {error === null || chosen === "" ? null : <ErrorNotice error={error} onRetry={() => void refetch()} />}
    </section>
  );
}

/** @param t with the namespace `screen-exchange` */
function packetSentence(
  t: TFunction,
  packet: PacketContent,
  recovery: readonly string[],
  own: string | null,
): string {
  const everything = packet.to.every(({ role }) => role === "superior" || role === "same");
  const wholeKey = everything ? "screen-exchange:send.wholeRoster" : "screen-exchange:send.wholeScope";
  const holdsKey = packet.fresh === null ? "screen-exchange:send.holds" : "screen-exchange:send.along";
  const names = namesInWords(
    t,
    packet.to.map(({ office }) => office),
  );
  const isOwn = packet.to.every(({ fingerprint }) => fingerprint === own);
  const others = recovery.filter((name) => !packet.to.some(({ office }) => office === name));
  return [
    `${capital(freshWords(t, packet.fresh))}.`,
    packet.whole
      ? t(holdsKey, { what: t(wholeKey), people: formatNumber(packet.people) })
      : t("screen-exchange:send.lackingOnly"),
    packet.catalog ? t("screen-exchange:send.catalog") : "",
    packet.questions === 0
      ? ""
      : t("screen-exchange:send.questions", { text: formatNumber(packet.questions) }),
    others.length === 0
      ? t(`screen-exchange:send.${isOwn ? "openedByOwn" : "openedBy"}`, { names })
      : t("screen-exchange:send.openedByAlso", { names, recovery: namesInWords(t, others) }),
  ]
    .filter((part) => part !== "")
    .join(" ");
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase("vi") + text.slice(1);
}
