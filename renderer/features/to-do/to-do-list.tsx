/** What needs doing first, over the figures: one line, and none at all where nothing waits. */
import { useTranslation } from "react-i18next";
import { formatNumber } from "../../../shared/text/format";
import { useCall } from "../../bridge/hooks";
import { useMoment } from "../../bridge/moment";
import { useSetUp } from "../guide/use-set-up";
import classes from "./to-do.module.css";
import { type ToDoFacts, toDos } from "./to-dos";

export function ToDoList({ figures }: Pick<ToDoFacts, "figures">) {
  const { t } = useTranslation("to-do");
  const { knownOn } = useMoment();
  const { setUp } = useSetUp();
  const overview = useCall("exchangeOverview", {}, { keepPrevious: true }).data;
  const waits = useCall("keptCount", {}, { keepPrevious: true }).data;
  // What was known on a past day is looked at; nothing is done in it.
  if (knownOn !== null || setUp === null || overview === undefined) return null;
  const facts = { setUp, overview, kept: waits?.texts ?? 0, lines: waits?.lines ?? 0, figures };
  const waiting = toDos.filter(({ count }) => count(facts) > 0);
  if (waiting.length === 0) return null;
  return (
    <nav className={classes.list} aria-label={t("label")}>
      <span className={classes.label} aria-hidden>
        {t("label")}
      </span>
      <ul>
        {waiting.map(({ id, icon: Icon, count, href }) => (
          <li key={id}>
            <a className={classes.item} href={href(facts)}>
              <Icon size={16} aria-hidden />
              {t(`item.${id}`, { text: formatNumber(count(facts)) })}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
