/** The ways to the screens, always in sight; below a narrow width only their icons remain. */
import { IconUser } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { commandsAt } from "../commands/command-places";
import { useCommandTexts } from "../commands/command-text";
import { useCommandEntries, useRunCommand } from "../commands/commands";
import { useLocationParts } from "../navigation/navigation";
import { usePersonAtWork } from "../session/person-at-work";
import classes from "./rail.module.css";
import { homeOf, useScreens } from "./screens";

/** Whose name stands beside changes made here, and the way to another one. */
function PersonAtWork() {
  const { t } = useTranslation("screen-app");
  const { name } = usePersonAtWork();
  const run = useRunCommand();
  const entry = useCommandEntries().find(({ id }) => id === "switchPerson");
  if (name === null || name === "" || entry === undefined) return null;
  return (
    <li>
      <button
        type="button"
        className={classes.item}
        title={t("person.now", { name })}
        aria-label={t("person.now", { name })}
        onClick={() => run(entry)}
      >
        <IconUser size={19} stroke={1.75} aria-hidden />
        <span className={classes.text}>{name}</span>
      </button>
    </li>
  );
}

export function Rail() {
  const { t } = useTranslation("screen-app");
  const texts = useCommandTexts();
  const { path } = useLocationParts();
  const run = useRunCommand();
  const tools = commandsAt(useCommandEntries(), "rail").flatMap(({ entries }) => entries);
  return (
    <nav className={classes.rail} aria-label={t("rail.label")}>
      <ul className={classes.list}>
        {useScreens().map((screen) => {
          const { icon: Icon, badge: Badge } = screen;
          const home = homeOf(screen);
          return (
            <li key={screen.id}>
              <a
                href={`#${home}`}
                className={classes.item}
                title={t(screen.label)}
                aria-current={path === home || path.startsWith(`${home}/`) ? "page" : undefined}
              >
                <Icon size={19} stroke={1.75} aria-hidden />
                <span className={classes.text}>{t(screen.label)}</span>
                {Badge === undefined ? null : <Badge />}
              </a>
            </li>
          );
        })}
      </ul>
      <ul className={classes.list}>
        <PersonAtWork />
        {tools.map((entry) => {
          const { icon: Icon } = entry;
          return (
            <li key={entry.id}>
              <button
                type="button"
                className={classes.item}
                title={texts.button(entry)}
                onClick={() => run(entry)}
              >
                {Icon === undefined ? null : <Icon size={19} stroke={1.75} aria-hidden />}
                <span className={classes.text}>{texts.button(entry)}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
