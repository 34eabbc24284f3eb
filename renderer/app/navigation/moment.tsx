/**
 * The moment in the address: `on` where it is not the roster's own day, `known` where an earlier knowledge counts. Every
 * way through the program carries it along (hash-location.ts), and back leads to the moment of that time.
 */
import { type ReactNode, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { parsePartialDate, precisionOf } from "../../../shared/domain/partial-date";
import { MomentContext, useMoment } from "../../bridge/moment";
import { useSession } from "../session/session";
import { today } from "../session/today";
import { carriedKeys, splitLocation } from "./hash-location";
import { useHashLocation, useLocationParts } from "./navigation";

function dayOrNull(text: string | null): string | null {
  return text !== null && parsePartialDate(text) !== null && precisionOf(text) === "day" ? text : null;
}

/** @param props.start the roster's own day: today, or the day a sample was made for */
export function MomentProvider(props: { readonly start: string; readonly children: ReactNode }) {
  const { query } = useLocationParts();
  const given = new URLSearchParams(query);
  const on = dayOrNull(given.get("on")) ?? props.start;
  const known = dayOrNull(given.get("known"));
  // What is known on a day that is not over is what is known now.
  const knownOn = known !== null && known < today() ? known : null;
  const shown = useMemo(
    () => ({ on, knownOn, moment: knownOn === null ? { on } : { on, knownOn } }),
    [on, knownOn],
  );
  return <MomentContext value={shown}>{props.children}</MomentContext>;
}

export interface MomentControls {
  readonly setOn: (day: string) => void;
  /** @param day null: all that is known now. Asks about unsaved work first, which is of now */
  readonly setKnownOn: (day: string | null) => void;
  /** Back to the roster's own day and all that is known now. */
  readonly goHome: () => void;
  /** Whether the roster's own day is shown by all that is known. */
  readonly isHome: boolean;
}

export function useMomentControls(): MomentControls {
  const location = useHashLocation();
  const { on, knownOn } = useMoment();
  const { defaultAsOf: home } = useSession();
  return useMemo(() => {
    const go = (day: string, known: string | null) => {
      const { path, query } = splitLocation(location.read());
      const next = new URLSearchParams(query);
      for (const key of carriedKeys) next.delete(key);
      if (day !== home) next.set("on", day);
      if (known !== null && known < today()) next.set("known", known);
      const text = next.toString();
      void location.go(`#${path}${text === "" ? "" : `?${text}`}`, { carry: false, ask: known !== knownOn });
    };
    return {
      setOn: (day) => go(day, knownOn),
      setKnownOn: (day) => go(on, day),
      goHome: () => go(home, null),
      isHome: on === home && knownOn === null,
    };
  }, [location, on, knownOn, home]);
}

/** Why nothing can be edited at the moment shown, in words; null where the moment does not forbid it. */
export function useLookOnly(): string | null {
  const { t } = useTranslation("screen-app");
  const { knownOn } = useMoment();
  return knownOn === null ? null : t("moment.lookOnly");
}
