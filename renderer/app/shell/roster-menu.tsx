/** What can be done with the roster as a whole, beside its name. */
import { ActionIcon, Menu } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { commandsAt } from "../commands/command-places";
import { useCommandTexts } from "../commands/command-text";
import { useCommandEntries, useRunCommand } from "../commands/commands";

export function RosterMenu() {
  const { t } = useTranslation("screen-app");
  const texts = useCommandTexts();
  const run = useRunCommand();
  const groups = commandsAt(useCommandEntries(), "roster");
  // Without the placeholder that takes the focus first: it is no item, and nothing else may stand in a menu.
  return (
    <Menu position="bottom-start" withinPortal withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <ActionIcon variant="subtle" size={28} aria-label={t("rosterMenu")}>
          <IconChevronDown size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {groups.map(({ group, entries }, place) => (
          <Fragment key={group}>
            {place === 0 ? null : <Menu.Divider />}
            {entries.map((entry, at) => {
              const { icon: Icon } = entry;
              return (
                <Menu.Item
                  key={entry.id}
                  // Keys go on from the first entry, and Escape closes the menu from there.
                  data-autofocus={(place === 0 && at === 0) || undefined}
                  leftSection={Icon === undefined ? undefined : <Icon size={16} aria-hidden />}
                  onClick={() => run(entry)}
                >
                  {texts.menu(entry)}
                </Menu.Item>
              );
            })}
          </Fragment>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
