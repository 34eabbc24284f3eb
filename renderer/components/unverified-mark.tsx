/**
 * Says that a judgement rests on a rule that nobody compared with the text of the law yet. Whoever shows a judgement hands
 * over what it says of itself, in whichever of its forms, and the mark follows from that: no screen decides where it stands.
 */
import { Tooltip } from "@mantine/core";
import { IconAlertCircle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import classes from "./unverified-mark.module.css";

/** What tells of itself whether it was compared with the text of the law. */
export type Judgement =
  /** A finding, a rule, a set; null: no rule speaks. */
  | { readonly verified: boolean | null }
  /** Figures: of how many people that is so. */
  | { readonly unverified: number }
  /** A cell of a list. */
  | { readonly text: string; readonly marks?: readonly string[] | undefined };

export function restsOnUnverified(of: Judgement): boolean {
  if ("verified" in of) return of.verified === false;
  if ("unverified" in of) return of.unverified > 0;
  return of.marks?.includes("unverified") === true;
}

export interface UnverifiedMarkProps {
  readonly of: Judgement;
  /** `words`: where there is room and somebody reads; `sign`: beside a status or a number, its words in the tip. */
  readonly look: "words" | "sign";
}

/** Nothing where the judgement rests on verified rules, or on none. */
export function UnverifiedMark({ of, look }: UnverifiedMarkProps) {
  const { t } = useTranslation(["screen-app", "domain"]);
  if (!restsOnUnverified(of)) return null;
  const words = t("domain:unverified").toLocaleLowerCase("vi");
  // Thousands of cells pass by while a grid is scrolled: the system's own tip costs them nothing.
  if (look === "sign")
    return (
      <span className={classes.sign} title={t("screen-app:unverifiedHint")}>
        <IconAlertCircle size={14} aria-hidden />
        <span className="visually-hidden">{words}</span>
      </span>
    );
  return (
    <Tooltip label={t("screen-app:unverifiedHint")}>
      <span className={classes.words}>
        <IconAlertCircle size={13} aria-hidden />
        {words}
      </span>
    </Tooltip>
  );
}
