/** The ways to the screens, always in sight; below a narrow width only their icons remain. */
import {
  IconArrowsExchange,
  IconChartBar,
  IconFileExport,
  IconHistory,
  IconKeyboard,
  IconListDetails,
  IconSettings,
  IconUsers,
} from "@tabler/icons-react";
import type { ComponentType } from "react";
import { useTranslation } from "react-i18next";
import { formatNumber } from "../../../shared/text/format";
import { useCall } from "../../bridge/hooks";
import type { CommandName } from "../commands/command-names";
import { useRunCommand } from "../commands/commands";
import { useLocationParts } from "../navigation/navigation";
import { paths } from "../navigation/paths";
import classes from "./rail.module.css";

type Icon = ComponentType<{ size: number; stroke: number; "aria-hidden": true }>;

const screens: readonly { key: string; href: string; icon: Icon }[] = [
  { key: "statistics", href: paths.statistics(), icon: IconChartBar },
  { key: "officials", href: paths.officials(), icon: IconUsers },
  { key: "log", href: paths.log(), icon: IconHistory },
  { key: "catalog", href: paths.catalog(), icon: IconListDetails },
  { key: "exchange", href: paths.exchange(), icon: IconArrowsExchange },
];

const tools: readonly { command: CommandName; icon: Icon }[] = [
  { command: "report", icon: IconFileExport },
  { command: "settings", icon: IconSettings },
  { command: "help", icon: IconKeyboard },
];

/** How many conflicts, likely duplicates and questions wait for somebody; nothing where none do. */
function ToSettle() {
  const { t } = useTranslation("screen-app");
  const { data } = useCall("exchangeOverview", {}, { keepPrevious: true });
  const count = data === undefined ? 0 : data.conflicts + data.duplicates + data.questions;
  if (count === 0) return null;
  const text = formatNumber(count);
  return (
    <span className={classes.count} title={t("rail.toSettle", { text })}>
      <span aria-hidden>{text}</span>
      <span className="visually-hidden">{t("rail.toSettle", { text })}</span>
    </span>
  );
}

export function Rail() {
  const { t } = useTranslation("screen-app");
  const { path } = useLocationParts();
  const run = useRunCommand();
  return (
    <nav className={classes.rail} aria-label={t("rail.label")}>
      <ul className={classes.list}>
        {screens.map(({ key, href, icon: Icon }) => (
          <li key={key}>
            <a
              href={href}
              className={classes.item}
              title={t(`rail.${key}`)}
              aria-current={path.startsWith(`/${key}`) ? "page" : undefined}
            >
              <Icon size={19} stroke={1.75} aria-hidden />
              <span className={classes.text}>{t(`rail.${key}`)}</span>
              {key === "exchange" ? <ToSettle /> : null}
            </a>
          </li>
        ))}
      </ul>
      <ul className={classes.list}>
        {tools.map(({ command, icon: Icon }) => (
          <li key={command}>
            <button
              type="button"
              className={classes.item}
              title={t(`rail.${command}`)}
              onClick={() => run(command)}
            >
              <Icon size={19} stroke={1.75} aria-hidden />
              <span className={classes.text}>{t(`rail.${command}`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
