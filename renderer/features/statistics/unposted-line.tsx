/**
 * Who is in no figure of the table because no post is on record of them, in one line over it: a total that is one short of
 * the list would otherwise be looked for by hand. Where something can be done about it, it stands among what is to be done.
 */
import { IconUserQuestion } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { formatNumber } from "../../../shared/text/format";
import { paths } from "../../app/navigation/paths";
import { NumberLink } from "../../components/number-link";
import classes from "./coverage.module.css";

export function UnpostedLine({ people }: { readonly people: number }) {
  const { t } = useTranslation("screen-statistics");
  if (people === 0) return null;
  const href = paths.officials({ serving: "unposted" });
  const text = t("note.people", { people: formatNumber(people) });
  return (
    <p className={classes.line} role="note">
      <IconUserQuestion size={16} stroke={1.75} aria-hidden />
      <span>
        <NumberLink
          value={people}
          text={text}
          href={href}
          opens={t("unposted.opens", { n: formatNumber(people) })}
        />{" "}
        {t("unposted.text")}
      </span>
    </p>
  );
}
