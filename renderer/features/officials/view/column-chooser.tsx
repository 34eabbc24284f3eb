/**
 * Which columns the list shows, of all that a table of people can: the computed ones first, then the record's. Those of
 * sensitive data stand below the others, folded away until somebody looks for them.
 */
import { Checkbox, Group, TextInput } from "@mantine/core";
import { IconLock, IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isSensitive } from "../../../../shared/columns/column";
import { isOfCounted } from "../../../../shared/columns/computed";
import { shippedViews } from "../../../../shared/columns/shipped-views";
import {
  isComputed,
  nameKey,
  type TableColumn,
  tableColumnLabel,
  tableColumns,
} from "../../../../shared/columns/table-column";
import type { ViewColumn } from "../../../../shared/contract/schemas/views";
import { foldSearch } from "../../../../shared/text/fold";
import { formatNumber } from "../../../../shared/text/format";
import type { Translate } from "../../../../shared/i18n";
import { fieldDefinition } from "../../../../shared/domain/entities";
import { useCounted } from "../../../app/roster/use-counted";
import { Button } from "../../../components/button";
import { Dialog } from "../../../components/dialog";
import { useTranslate } from "../../../components/translate";
import type { ColumnActions } from "./use-view";
import classes from "./view.module.css";

export interface ColumnChooserProps {
  readonly columns: readonly ViewColumn[];
  readonly actions: ColumnActions;
  readonly onClose: () => void;
}

export function ColumnChooser({ columns, actions, onClose }: ColumnChooserProps) {
  const { t } = useTranslation("grid");
  const say = useTranslate();
  const [search, setSearch] = useState("");
  const shown = new Set(columns.map(({ key }) => key));
  const sought = foldSearch(search.trim());
  const counted = useCounted();
  const offered = tableColumns.filter(({ key }) => isOfCounted(key, counted));
  const found = offered.filter((column) => foldSearch(tableColumnLabel(say, column)).includes(sought));
  const open = found.filter((column) => !isRestricted(column));
  const restricted = found.filter(isRestricted);
  const [unfolded, setUnfolded] = useState(() =>
    offered.some((one) => isRestricted(one) && shown.has(one.key)),
  );
  return (
    <Dialog title={t("columns.title")} size="52rem" onClose={onClose}>
      <div className={classes.chooserTop}>
        <TextInput
          data-autofocus
          type="search"
          aria-label={t("columns.search")}
          placeholder={t("columns.search")}
          leftSection={<IconSearch size={16} aria-hidden />}
          autoComplete="off"
          spellCheck={false}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <p className={classes.chooserCount} role="status">
          {t("columns.shown", { shown: formatNumber(shown.size), all: formatNumber(offered.length) })}
        </p>
      </div>
      <div className={classes.chooser}>
        <ColumnBoxes columns={open} shown={shown} actions={actions} />
        {restricted.length === 0 ? null : (
          <details
            className={classes.chooserRestricted}
            open={unfolded || sought !== ""}
            onToggle={(event) => {
              if (sought === "") setUnfolded(event.currentTarget.open);
            }}
          >
            <summary>
              <IconLock size={14} aria-hidden />
              {t("columns.restricted", { count: restricted.length })}
            </summary>
            <p>{t("columns.restrictedNote")}</p>
            <ColumnBoxes columns={restricted} shown={shown} actions={actions} />
          </details>
        )}
        {found.length === 0 ? <p className={classes.nothing}>{t("columns.nothing")}</p> : null}
      </div>
      <Group justify="space-between" mt="md">
        <Button variant="subtle" onClick={() => actions.set(shippedViews.list.columns)}>
          {t("columns.reset")}
        </Button>
        <Button onClick={onClose}>{t("columns.done")}</Button>
      </Group>
    </Dialog>
  );
}

interface ColumnBoxesProps extends Pick<ColumnChooserProps, "actions"> {
  readonly columns: readonly TableColumn[];
  readonly shown: ReadonlySet<string>;
}

function ColumnBoxes({ columns, shown, actions }: ColumnBoxesProps) {
  const say = useTranslate();
  return (
    <div className={classes.chooserColumns}>
      {groupsOf(say, columns).map(({ name, members }) => (
        <fieldset key={name} className={classes.chooserGroup}>
          <legend>{name}</legend>
          {members.map((column) => (
            <Checkbox
              key={column.key}
              size="xs"
              label={tableColumnLabel(say, column)}
              checked={shown.has(column.key)}
              disabled={column.key === nameKey}
              onChange={(event) => actions.show(column.key, event.currentTarget.checked)}
            />
          ))}
        </fieldset>
      ))}
    </div>
  );
}

function isRestricted(column: TableColumn): boolean {
  return !isComputed(column) && isSensitive(column);
}

/** Columns by whose fields they are, as the registry has them. */
function groupsOf(
  say: Translate,
  columns: readonly TableColumn[],
): readonly { readonly name: string; readonly members: readonly TableColumn[] }[] {
  const groups = new Map<string, TableColumn[]>();
  for (const column of columns) {
    const name = groupName(say, column);
    groups.set(name, [...(groups.get(name) ?? []), column]);
  }
  return [...groups].map(([name, members]) => ({ name, members }));
}

function groupName(say: Translate, column: TableColumn): string {
  if (isComputed(column)) return say("grid:columns.computed");
  const { entity, pick } = column;
  if (pick.kind === "own") return say("grid:columns.official");
  const name = say(`domain:entity.${entity}`);
  if (pick.kind !== "best") return name;
  const words = fieldDefinition(entity, pick.by)?.words ?? pick.by;
  return `${name}: ${say(`domain:${words}.${pick.value}`, { defaultValue: pick.value })}`;
}
