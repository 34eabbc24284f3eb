/** What opens at a heading: the order by its column, its filter, its place and width. */
import { ActionIcon, Checkbox } from "@mantine/core";
import {
  IconArrowLeft,
  IconArrowRight,
  IconColumns3,
  IconEyeOff,
  IconLayoutList,
  IconSortAscending,
  IconSortDescending,
  IconViewportNarrow,
  IconViewportWide,
} from "@tabler/icons-react";
import { type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  groupKeys,
  isFiltered,
  isSorted,
  nameKey,
  tableColumnOf,
} from "../../../../shared/columns/table-column";
import type { OfficialFilter } from "../../../../shared/contract/schemas/officials";
import { type ViewColumn, viewGroups } from "../../../../shared/contract/schemas/views";
import type { ListPatch, ListState } from "../../../app/navigation/list-state";
import { inTextField } from "../../../app/commands/keys";
import { Button } from "../../../components/button";
import { isTyping } from "../../../components/virtual-grid/grid-keys";
import { ColumnFilter } from "./column-filter";
import { widthStep } from "./column-widths";
import { withFilter } from "./filter-values";
import type { ColumnActions } from "./use-view";
import classes from "./view.module.css";

export interface ColumnMenuProps {
  readonly columnKey: string;
  readonly columns: readonly ViewColumn[];
  /** As wide as a column stands. */
  readonly widthOf: (shown: ViewColumn) => number;
  readonly state: ListState;
  readonly filter: OfficialFilter;
  readonly actions: ColumnActions;
  readonly onPatch: (patch: ListPatch) => void;
  readonly onChoose: () => void;
  readonly onClose: () => void;
}

export function ColumnMenu(props: ColumnMenuProps) {
  const { columnKey, state, filter, onPatch } = props;
  const column = tableColumnOf(columnKey);
  if (column === null) return null;
  return (
    <div className={classes.menu} onKeyDownCapture={typeInSearch}>
      {isSorted(column) ? <SortPart {...props} /> : null}
      {isFiltered(column) ? (
        <ColumnFilter
          key={columnKey}
          column={column}
          filter={state.where.find(({ key }) => key === columnKey) ?? null}
          list={filter}
          onChange={(changed) => onPatch((now) => ({ where: withFilter(now.where, columnKey, changed) }))}
        />
      ) : null}
      <PlacePart {...props} />
    </div>
  );
}

/** What is typed anywhere in the menu is a value that is looked for, as in a spreadsheet: the field takes the key itself. */
function typeInSearch(event: KeyboardEvent<HTMLElement>): void {
  if (!isTyping(event) || inTextField(event.target)) return;
  event.currentTarget.querySelector<HTMLInputElement>("input[type=search]")?.focus();
}

function SortPart({ columnKey, state, onPatch }: ColumnMenuProps) {
  const { t } = useTranslation("grid");
  const [further, setFurther] = useState(false);
  const now = state.sorts.find(({ key }) => key === columnKey);
  const others = state.sorts.filter(({ key }) => key !== columnKey);
  const sort = (descending: boolean) =>
    onPatch({ sorts: [...(further || now !== undefined ? others : []), { key: columnKey, descending }] });
  const ways = [
    { descending: false, label: t("menu.ascending"), Icon: IconSortAscending },
    { descending: true, label: t("menu.descending"), Icon: IconSortDescending },
  ];
  return (
    <section className={classes.part} aria-label={t("menu.sort")}>
      <div className={classes.pair}>
        {ways.map(({ descending, label, Icon }) => (
          <Button
            key={label}
            size="compact-sm"
            variant={now?.descending === descending ? "light" : "default"}
            aria-pressed={now?.descending === descending}
            leftSection={<Icon size={15} aria-hidden />}
            onClick={() => sort(descending)}
          >
            {label}
          </Button>
        ))}
      </div>
      {others.length > 0 && now === undefined ? (
        <Checkbox
          size="xs"
          label={t("menu.further")}
          checked={further}
          onChange={(event) => setFurther(event.currentTarget.checked)}
        />
      ) : null}
      {now === undefined ? null : (
        <Button variant="subtle" size="compact-sm" onClick={() => onPatch({ sorts: others })}>
          {t("menu.unsorted")}
        </Button>
      )}
    </section>
  );
}

function PlacePart(props: ColumnMenuProps) {
  const { t } = useTranslation("grid");
  const { columnKey, columns, state, actions, onPatch } = props;
  const at = columns.findIndex(({ key }) => key === columnKey);
  const shown = columns[at];
  const width = shown === undefined ? 0 : props.widthOf(shown);
  const group = viewGroups.find((one) => groupKeys[one] === columnKey);
  const step = (label: string, Icon: typeof IconEyeOff, onClick: () => void) => (
    <ActionIcon variant="default" size={28} aria-label={label} title={label} onClick={onClick}>
      <Icon size={16} aria-hidden data-sideways={Icon === IconViewportNarrow || undefined} />
    </ActionIcon>
  );
  const entry = (label: string, Icon: typeof IconEyeOff, onClick: () => void) => (
    <Button
      variant="subtle"
      size="compact-sm"
      justify="flex-start"
      data-wide={Icon === IconLayoutList || undefined}
      leftSection={<Icon size={15} aria-hidden />}
      onClick={onClick}
    >
      {label}
    </Button>
  );
  return (
    <section className={classes.part} aria-label={t("menu.column")}>
      <div className={classes.steps}>
        {step(t("menu.left"), IconArrowLeft, () => actions.move(columnKey, Math.max(0, at - 1)))}
        {step(t("menu.right"), IconArrowRight, () => actions.move(columnKey, at + 1))}
        {step(t("menu.narrower"), IconViewportNarrow, () => actions.resize(columnKey, width - widthStep))}
        {step(t("menu.wider"), IconViewportWide, () => actions.resize(columnKey, width + widthStep))}
      </div>
      <div className={classes.entries}>
        {group === undefined
          ? null
          : entry(t(state.group === group ? "menu.ungroup" : "menu.group"), IconLayoutList, () => {
              onPatch({ group: state.group === group ? null : group });
              props.onClose();
            })}
        {columnKey === nameKey
          ? null
          : entry(t("menu.hide"), IconEyeOff, () => {
              props.onClose();
              actions.show(columnKey, false);
            })}
        {entry(t("menu.choose"), IconColumns3, props.onChoose)}
      </div>
    </section>
  );
}
