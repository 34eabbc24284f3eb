/** Who has what: one line an office, with what is missing on either side said in words. */
import { TextInput } from "@mantine/core";
import { IconBuildingCommunity, IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { OfficeState } from "../../../../shared/contract/schemas/exchange";
import { formatNumber } from "../../../../shared/text/format";
import { paths } from "../../../app/navigation/paths";
import { useCall } from "../../../bridge/hooks";
import { EmptyState } from "../../../components/empty-state";
import { ErrorNotice } from "../../../components/error-notice";
import { LinkButton } from "../../../components/link-button";
import { officeMatches } from "../parts/office-names";
import { ShowMore } from "../parts/show-more";
import classes from "../exchange.module.css";
import own from "./offices.module.css";
import { OfficeLine } from "./office-line";
import { OwnCopies } from "./own-copies";
import { Tidying } from "./tidying";

const shownAtOnce = 50;
const searchFrom = 12;
const columns = ["office", "role", "received", "sent", "lacks", "notices", "action"] as const;

export function OfficesTab() {
  const { t } = useTranslation("screen-offices");
  const { data, error, refetch } = useCall("exchangeOffices", {});
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return null;
  const others = data.offices.filter(({ standing }) => standing !== "own");
  return (
    <>
      <p className={classes.muted}>{t("offices.hint")}</p>
      {others.length === 0 ? (
        <section className={classes.card}>
          <EmptyState
            icon={<IconBuildingCommunity size={28} aria-hidden />}
            title={t("offices.none")}
            action={
              <LinkButton href={paths.exchange("card")} primary>
                {t("offices.toCard")}
              </LinkButton>
            }
          >
            {t("offices.noneBody")}
          </EmptyState>
        </section>
      ) : (
        <OfficeTable offices={others} />
      )}
      <OwnCopies copies={data.copies} />
      {others.length === 0 ? null : <Tidying />}
    </>
  );
}

function OfficeTable({ offices }: { readonly offices: readonly OfficeState[] }) {
  const { t } = useTranslation("screen-offices");
  const [typed, setTyped] = useState("");
  const [shown, setShown] = useState(shownAtOnce);
  const found = offices.filter((office) => officeMatches(office, typed));
  return (
    <section className={classes.card} aria-label={t("offices.title")}>
      {offices.length > searchFrom ? (
        <div className={classes.row}>
          <TextInput
            type="search"
            aria-label={t("offices.find")}
            placeholder={t("offices.findHint")}
            leftSection={<IconSearch size={16} aria-hidden />}
            autoComplete="off"
            spellCheck={false}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <span role="status" className={classes.muted}>
            {t("offices.count", { text: formatNumber(found.length) })}
          </span>
        </div>
      ) : null}
      <div className={classes.tableBox}>
        <table className={`${classes.table} ${own.offices}`} aria-label={t("offices.title")}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th scope="col" key={column}>
                  {t(`offices.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {found.slice(0, shown).map((office) => (
              <OfficeLine key={office.fingerprint ?? `${office.unitCode} ${office.office}`} office={office} />
            ))}
          </tbody>
        </table>
      </div>
      <ShowMore
        shown={Math.min(shown, found.length)}
        total={found.length}
        onMore={() => setShown((before) => before + shownAtOnce)}
      />
    </section>
  );
}
