/**
 * The whole basis of the figures, over the table instead of above it: whose posts are counted, every rule that judged
 * somebody and whether it was compared with the text of the law, until when grace runs, who is to be looked at twice.
 */
import { Table } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { StatisticsTable } from "../../../shared/contract/schemas/statistics";
import { notesOf } from "../../../shared/statistics/notes";
import { formatDay, formatNumber } from "../../../shared/text/format";
import { DetailsPopover } from "../../components/details-popover";
import { UnverifiedMark } from "../../components/unverified-mark";
import { useWords } from "../../components/words";
import { MarkedPeople } from "./marked-people";
import classes from "./statistics.module.css";
import type { Scope } from "./use-opens";
import { LawText } from "../../components/law-text";

interface DetailsProps {
  readonly table: StatisticsTable;
  readonly scope: Scope;
}

export function BasisDetails(props: DetailsProps) {
  const { t } = useTranslation("screen-statistics");
  return (
    <DetailsPopover button={t("basis.open")} title={t("basis.title")}>
      <Basis {...props} />
    </DetailsPopover>
  );
}

function Basis({ table, scope }: DetailsProps) {
  const { t } = useTranslation(["screen-statistics", "domain"]);
  const words = useWords();
  const { unverified, assumed, grace, mainUnclear, uncovered } = notesOf(table);
  return (
    <>
      <p className={classes.basisLine}>
        {t("kinds.counted")}{" "}
        <strong>{table.kinds.map((kind) => t(`domain:postCategory.${kind}`)).join(", ")}</strong>
      </p>
      {table.rules.length === 0 ? (
        <p className={classes.basisLine}>{t("basis.noRules")}</p>
      ) : (
        <Rules table={table} />
      )}
      {grace.map(({ standard, until, people }) => (
        <p className={classes.basisLine} key={`${standard} ${until}`}>
          {t("note.grace")}{" "}
          {t("note.until", {
            standard: words.standardShort(standard),
            people: formatNumber(people),
            day: formatDay(until),
          })}
        </p>
      ))}
      <MarkedPeople label={t("note.unverified")} mark="unverified" of={unverified} scope={scope} />
      <MarkedPeople label={t("note.assumed")} mark="assumed" of={assumed} scope={scope} />
      <MarkedPeople label={t("note.mainUnclear")} mark="mainUnclear" of={mainUnclear} scope={scope} />
      <MarkedPeople label={t("note.uncovered")} mark="uncovered" of={uncovered} scope={scope} />
    </>
  );
}

function Rules({ table }: Pick<DetailsProps, "table">) {
  const { t } = useTranslation(["screen-statistics", "screen-rules", "domain"]);
  const words = useWords();
  return (
    <Table aria-label={t("basis.rules")} verticalSpacing={3} horizontalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t("basis.standard")}</Table.Th>
          <Table.Th scope="col">{t("basis.rule")}</Table.Th>
          <Table.Th scope="col">{t("basis.compared")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {table.rules.map((rule) => (
          <Table.Tr key={`${rule.standard} ${rule.setName} ${rule.clause}`}>
            <Table.Td>{words.standardShort(rule.standard)}</Table.Td>
            <Table.Td>
              <LawText text={[rule.setName, rule.clause].filter((part) => part !== "").join(", ")} />
            </Table.Td>
            <Table.Td>
              {rule.verified ? (
                t("domain:verified")
              ) : rule.ruleVerified ? (
                t("screen-rules:set.ownUnverified")
              ) : (
                <UnverifiedMark of={rule} look="words" />
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
