/** A list without anybody says what to do next: bring people in, look at another day, or ask for less. */
import { IconUsers } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Button } from "../../components/button";
import { EmptyState } from "../../components/empty-state";
import classes from "./officials.module.css";

export function EmptyList(props: {
  readonly filtered: boolean;
  /** Nobody is in the roster at all. */
  readonly isNew: boolean;
  readonly onClear: () => void;
  readonly onAdd: (() => void) | null;
  readonly onImport: () => void;
}) {
  const { t } = useTranslation("screen-officials");
  if (props.filtered) {
    return (
      <EmptyState
        icon={<IconUsers size={28} aria-hidden />}
        title={t("empty.filteredTitle")}
        action={
          <Button variant="default" onClick={props.onClear}>
            {t("filter.clear")}
          </Button>
        }
      >
        {t("empty.filteredBody")}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<IconUsers size={28} aria-hidden />}
      title={t(props.isNew ? "empty.newTitle" : "empty.title")}
      action={
        props.onAdd === null ? null : (
          <div className={classes.emptyActions}>
            <Button onClick={props.onImport}>{t("empty.import")}</Button>
            <Button variant="default" onClick={props.onAdd}>
              {t("add")}
            </Button>
          </div>
        )
      }
    >
      {t(props.isNew ? "empty.newBody" : "empty.body")}
    </EmptyState>
  );
}
