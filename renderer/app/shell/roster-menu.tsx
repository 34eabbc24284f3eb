/** What can be done with the roster as a whole, beside its name. */
import { ActionIcon, Menu } from "@mantine/core";
import { IconChevronDown, IconFileExport, IconFilePlus, IconFolderOpen, IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useRunCommand } from "../commands/commands";

export function RosterMenu() {
  const { t } = useTranslation("screen-app");
  const run = useRunCommand();
  // Without the placeholder that takes the focus first: it is no item, and nothing else may stand in a menu.
  return (
    <Menu position="bottom-start" withinPortal withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <ActionIcon variant="subtle" size={28} aria-label={t("rosterMenu.label")}>
          <IconChevronDown size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconFilePlus size={16} aria-hidden />} onClick={() => run("newRoster")}>
          {t("rosterMenu.new")}
        </Menu.Item>
        <Menu.Item leftSection={<IconFolderOpen size={16} aria-hidden />} onClick={() => run("openRoster")}>
          {t("rosterMenu.open")}
        </Menu.Item>
        <Menu.Item leftSection={<IconFileExport size={16} aria-hidden />} onClick={() => run("report")}>
          {t("rosterMenu.report")}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconX size={16} aria-hidden />} onClick={() => run("closeRoster")}>
          {t("rosterMenu.close")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
