/** The keys of the program in the groups of its menus, from the same list that the program listens by. */
import { Kbd } from "@mantine/core";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { type HelpGroup, helpGroupOf, helpGroups } from "../commands/command-places";
import { useCommandTexts } from "../commands/command-text";
import { useCommandEntries } from "../commands/commands";
import { printed } from "../commands/keys";
import { Dialog } from "../../components/dialog";
import classes from "./shortcuts.module.css";

interface DialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** What is no command: ways through tables, lists and fields. */
const otherKeys = {
  arrows: "table",
  tabs: "table",
  leave: "table",
  pages: "table",
  ends: "table",
  edges: "table",
  choose: "table",
  chooseTo: "table",
  chooseAll: "table",
  columnMenu: "table",
  type: "table",
  rowMenu: "table",
  lists: "field",
  escape: "field",
  wheel: "view",
} as const satisfies Record<string, HelpGroup>;

interface Line {
  readonly key: string;
  readonly group: HelpGroup;
  readonly keys: string;
  readonly text: string;
}

function useLines(): readonly Line[] {
  const { t } = useTranslation("screen-app");
  const texts = useCommandTexts();
  return [
    ...useCommandEntries().flatMap((entry): Line[] => {
      const keys = entry.keys?.[0];
      if (keys === undefined) return [];
      return [{ key: entry.id, group: helpGroupOf(entry), keys: printed(keys), text: texts.help(entry) }];
    }),
    ...Object.entries(otherKeys).map(
      ([key, group]): Line => ({ key, group, keys: t(`keys.${key}.keys`), text: t(`keys.${key}.text`) }),
    ),
  ];
}

export function ShortcutsDialog({ opened, onClose }: DialogProps) {
  const { t } = useTranslation("screen-app");
  const lines = useLines();
  return (
    <Dialog opened={opened} onClose={onClose} title={t("command:help")} size="58rem">
      <div className={classes.groups}>
        {helpGroups.map((group) => (
          <Group
            key={group}
            title={t(`keys.group.${group}`)}
            lines={lines.filter((line) => line.group === group)}
          />
        ))}
      </div>
    </Dialog>
  );
}

function Group({ title, lines }: { readonly title: string; readonly lines: readonly Line[] }) {
  const id = useId();
  return (
    <section className={classes.group}>
      <h3 id={id} className={classes.title}>
        {title}
      </h3>
      <table className={classes.lines} aria-labelledby={id}>
        <tbody>
          {lines.map(({ key, keys, text }) => (
            <tr key={key}>
              <th scope="row">
                <Kbd>{keys}</Kbd>
              </th>
              <td>{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
