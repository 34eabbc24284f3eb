/** The keys of the program, from the same list that the program listens by. */
import { Kbd, Table } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useCommandTexts } from "../commands/command-text";
import { useCommandEntries } from "../commands/commands";
import { printed } from "../commands/keys";
import { Dialog } from "../../components/dialog";

interface DialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** What is no command: ways through tables, lists and fields. */
const otherKeys = ["arrows", "pages", "ends", "type", "lists", "escape", "rowMenu", "wheel"] as const;

export function ShortcutsDialog({ opened, onClose }: DialogProps) {
  const { t } = useTranslation("screen-app");
  const texts = useCommandTexts();
  const rows = [
    ...useCommandEntries().flatMap((entry) => {
      const keys = entry.keys?.[0];
      return keys === undefined ? [] : [{ key: entry.id, keys: printed(keys), text: texts.help(entry) }];
    }),
    ...otherKeys.map((key) => ({ key, keys: t(`keys.${key}.keys`), text: t(`keys.${key}.text`) })),
  ];
  return (
    <Dialog opened={opened} onClose={onClose} title={t("command:help")} size="lg">
      <Table verticalSpacing={3}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t("keys.headKeys")}</Table.Th>
            <Table.Th scope="col">{t("keys.headWhat")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ key, keys, text }) => (
            <Table.Tr key={key}>
              <Table.Td>
                <Kbd>{keys}</Kbd>
              </Table.Td>
              <Table.Td>{text}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Dialog>
  );
}
