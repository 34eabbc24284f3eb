/** A long list of people with something about each; opening a line leads to the person. */
import type { TFunction } from "i18next";
import { useState } from "react";
import { useGo } from "../../app/navigation/navigation";
import { paths } from "../../app/navigation/paths";
import type { DueItemData } from "../../../shared/contract/schemas/due";
import { EmptyState } from "../../components/empty-state";
import { ErrorNotice } from "../../components/error-notice";
import type { PagedRows } from "../../components/virtual-grid/use-paged-rows";
import { type GridColumn, VirtualGrid } from "../../components/virtual-grid/virtual-grid";
import classes from "./due.module.css";

export type OfPerson = Pick<DueItemData, "person" | "kind">;

/** CSS pixels. */
const minWidth = 958;

export interface PeopleGridProps<T extends OfPerson> {
  readonly label: string;
  readonly listKey: string;
  readonly rows: PagedRows<T>;
  readonly columns: readonly GridColumn<T>[];
  readonly none: { readonly title: string; readonly text: string };
}

export function PeopleGrid<T extends OfPerson>({ label, listKey, rows, columns, none }: PeopleGridProps<T>) {
  const go = useGo();
  const [active, setActive] = useState(-1);
  if (rows.error !== null && rows.error !== undefined)
    return <ErrorNotice error={rows.error} onRetry={rows.retry} />;
  if (rows.rowCount === 0) return <EmptyState title={none.title}>{none.text}</EmptyState>;
  return (
    <div className={classes.gridBox} aria-busy={rows.isLoading}>
      <VirtualGrid<T>
        label={label}
        listKey={listKey}
        rowCount={rows.rowCount ?? 0}
        getRow={rows.getRow}
        rowId={(row) => `${row.person.id} ${row.kind}`}
        columns={columns}
        onVisible={rows.onVisible}
        activeIndex={active}
        onActiveIndex={setActive}
        onOpen={(row) => void go.toPerson(row.person.id)}
        minWidth={minWidth}
      />
    </div>
  );
}

export function personColumns<T extends OfPerson>(t: TFunction<["screen-due", "due"]>): GridColumn<T>[] {
  return [
    {
      key: "name",
      header: t("column.name"),
      width: "minmax(9rem, 0.8fr)",
      rowHeader: true,
      cell: ({ person }) => (
        <a className={classes.name} href={paths.person(person.id)} tabIndex={-1}>
          {person.name}
        </a>
      ),
    },
    {
      key: "unit",
      header: t("column.unit"),
      width: "minmax(6.75rem, 0.7fr)",
      cell: ({ person }) => fitted(person.unitName),
    },
    {
      key: "post",
      header: t("column.post"),
      width: "minmax(12.875rem, 1.5fr)",
      cell: ({ person }) => fitted(person.post),
    },
  ];
}

/** A text that is cut where it has no room, and read in full as the title. */
export function fitted(text: string | null) {
  return (
    <span className={classes.fits} title={text ?? ""}>
      {text ?? ""}
    </span>
  );
}
