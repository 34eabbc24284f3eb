/** Every person whom a reception touches; opened, each field as it stands here, as it comes and as it will be shown. */
import { Collapse, UnstyledButton } from "@mantine/core";
import { IconChevronRight } from "@tabler/icons-react";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ReceivedPerson } from "../../../../shared/contract/schemas/exchange";
import { formatNumber } from "../../../../shared/text/format";
import { call } from "../../../bridge/bridge";
import { ErrorNotice } from "../../../components/error-notice";
import { FormSection } from "../../../components/form-section";
import { ShowMorePages } from "../parts/show-more";
import { usePages } from "../parts/use-pages";
import classes from "../exchange.module.css";
import { ReceivedRows } from "./received-rows";
import own from "./receive.module.css";

const pageSize = 50;
const markOf: Readonly<Record<ReceivedPerson["kind"], "good" | "plain" | "bad" | "ask">> = {
  added: "good",
  changed: "plain",
  ended: "ask",
  removed: "bad",
  same: "plain",
};

export interface PreviewPeopleProps {
  /** Which preview it is, so that pages of the one before are never shown. */
  readonly run: number;
  readonly total: number;
}

export function PreviewPeople({ run, total }: PreviewPeopleProps) {
  const { t } = useTranslation("screen-exchange");
  const pages = usePages<ReceivedPerson>(["receivePreviewPage", run], pageSize, (offset, limit) =>
    call("receivePreviewPage", { offset, limit }),
  );
  return (
    <FormSection
      title={t("preview.people")}
      description={t("preview.peopleCount", { text: formatNumber(pages.total ?? total) })}
    >
      {pages.error === null ? null : <ErrorNotice error={pages.error} onRetry={pages.retry} />}
      <ul className={own.people} aria-label={t("preview.people")}>
        {pages.rows.map((person, place) => (
          <PersonItem key={person.id ?? `shared-${place}`} person={person} />
        ))}
      </ul>
      <ShowMorePages pages={pages} />
    </FormSection>
  );
}

function PersonItem({ person }: { readonly person: ReceivedPerson }) {
  const { t } = useTranslation("screen-exchange");
  const [open, setOpen] = useState(false);
  const detailsId = useId();
  return (
    <li className={own.person}>
      <UnstyledButton
        className={own.toggle ?? ""}
        aria-expanded={open}
        aria-controls={detailsId}
        title={t("preview.details")}
        onClick={() => setOpen((before) => !before)}
      >
        <IconChevronRight size={16} className={own.chevron} data-open={open || undefined} aria-hidden />
        <span className={own.name}>{person.id === null ? t("preview.noPerson") : person.name}</span>
        <span className={own.unit}>{person.unitName}</span>
        <span className={classes.mark} data-kind={markOf[person.kind]}>
          {t(`preview.kind.${person.kind}`)}
        </span>
        {person.changedBy === null ? null : (
          <span className={classes.warn}>{t("preview.changedBy", { office: person.changedBy })}</span>
        )}
        {person.conflicts === 0 ? null : (
          <span className={classes.warn}>
            {t("preview.conflicts", { text: formatNumber(person.conflicts) })}
          </span>
        )}
        {person.settled === 0 ? null : (
          <span className={classes.mark} data-kind="good">
            {t("preview.settledCount", { text: formatNumber(person.settled) })}
          </span>
        )}
      </UnstyledButton>
      <div id={detailsId}>
        <Collapse expanded={open}>
          {open ? <ReceivedRows rows={person.rows} rowCount={person.rowCount} /> : null}
        </Collapse>
      </div>
    </li>
  );
}
