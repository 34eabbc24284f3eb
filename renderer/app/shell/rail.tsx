/** The ways to the screens, always in sight; below a narrow width only their icons remain. */
import { useTranslation } from "react-i18next";
import { commandsAt } from "../commands/command-list";
import { useCommandTexts } from "../commands/command-text";
import { useCommandEntries, useRunCommand } from "../commands/commands";
import { useLocationParts } from "../navigation/navigation";
import classes from "./rail.module.css";
import { homeOf, useScreens } from "./screens";

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
