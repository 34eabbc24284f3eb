/** The column beside a person's form: why each standard stands as it does, the history, and what was changed before. */
import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { OfficialRecord } from "../../../shared/contract/schemas/officials";
import { ChangeList } from "../changes/change-list";
import { WhyCards } from "../why/why-cards";
import classes from "./person.module.css";
import { PersonStory } from "./person-story";
import type { Standing } from "./use-standing";

const asideTabs = ["why", "story", "history"] as const;
type AsideTab = (typeof asideTabs)[number];

export interface PersonAsideProps {
  /** Null for somebody who is not stored yet. */
  readonly record: OfficialRecord | null;
  readonly standing: Standing | null;
  readonly asOf: string;
  readonly onEvidence: (qualificationId: string) => void;
}

export function PersonAside(props: PersonAsideProps) {
  const { t } = useTranslation("screen-person");
  const [tab, setTab] = useState<AsideTab>("why");
  const { record, standing } = props;
  return (
    <aside className={classes.aside} aria-label={t("aside.label")}>
      {record === null ? null : (
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label={t("aside.label")}
          value={tab}
          onChange={(value) => setTab(asideTabs.find((one) => one === value) ?? "why")}
          data={asideTabs.map((value) => ({ value, label: t(`aside.${value}`) }))}
        />
      )}
      {record !== null && tab === "history" ? (
        <ChangeList officialId={record.id} compact />
      ) : record !== null && tab === "story" ? (
        <PersonStory id={record.id} />
      ) : standing === null ? null : (
        <WhyCards {...standing} asOf={props.asOf} onEvidence={props.onEvidence} />
      )}
    </aside>
  );
}
