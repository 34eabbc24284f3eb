/**
 * Quy hoạch of a term: who is nominated for which title and what they still lack, turns and people counted apart; and for
 * each key post who holds it, when they leave, and who could take it. Everything shown is in the address.
 */
import { SegmentedControl } from "@mantine/core";
import { IconMapPin } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { nomineeStatuses } from "../../../shared/domain/nominee";
import { formatNumber } from "../../../shared/text/format";
import { ListingButtons } from "../../app/roster/listing-buttons";
import { useCall } from "../../bridge/hooks";
import { useMoment } from "../../bridge/moment";
import { ChoiceField } from "../../components/choice-field";
import { ErrorNotice } from "../../components/error-notice";
import { ScreenHeader } from "../../components/screen-header";
import { UnitPicker } from "../../components/unit-picker";
import { NomineesList } from "./nominees-list";
import classes from "./planning.module.css";
import { usePlanningState } from "./planning-state";
import { PostsList } from "./posts-list";

export function PlanningScreen() {
  const { t } = useTranslation("planning");
  const { on, moment } = useMoment();
  const [{ term, unitId, posts, status }, change] = usePlanningState();
  const asked = { moment, term, unitId };
  const counts = useCall("nominationCounts", asked, { keepPrevious: true });
  const { data } = counts;
  const shown = data?.term ?? term ?? "";
  const statuses = nomineeStatuses.filter((one) => one === status || (data?.statuses[one] ?? 0) > 0);
  return (
    <div className={classes.screen}>
      <ScreenHeader
        title={t("title")}
        actions={
          <>
            <UnitPicker
              aria-label={t("unit")}
              placeholder={t("allUnits")}
              value={unitId}
              on={on}
              level="all"
              clearable
              width="13rem"
              leftSection={<IconMapPin size={16} aria-hidden />}
              onChange={(id) => change({ unitId: id })}
            />
            <ListingButtons
              listing={{
                moment,
                unitId,
                question: posts ? { of: "key-posts", term } : { of: "nominees", term, status },
              }}
            />
          </>
        }
      />
      <div className={classes.head}>
        <ChoiceField
          aria-label={t("term")}
          value={shown === "" ? null : shown}
          placeholder={t("noTerm")}
          options={(data?.terms ?? []).map((one) => ({ value: one, label: `${t("term")} ${one}` }))}
          width="12rem"
          onChange={(next) => change({ term: next, status: null })}
        />
        <SegmentedControl
          aria-label={t("list.label")}
          value={posts ? "posts" : "nominees"}
          onChange={(value) => change({ posts: value === "posts" })}
          data={[
            {
              value: "nominees",
              label: t("list.nominees", { text: data === undefined ? "" : formatNumber(data.turns) }),
            },
            { value: "posts", label: t("list.posts") },
          ]}
        />
        {posts ? null : (
          <ChoiceField
            aria-label={t("statuses")}
            value={status}
            placeholder={t("allStatuses")}
            clearable
            width="16rem"
            options={statuses.map((one) => ({
              value: one,
              label: `${t(`status.${one}`)} (${formatNumber(data?.statuses[one] ?? 0)})`,
            }))}
            onChange={(key) => change({ status: nomineeStatuses.find((one) => one === key) ?? null })}
          />
        )}
        {data === undefined ? null : (
          <span className={classes.muted} role="status" title={t("totalsHint")}>
            {t("totals", { turns: formatNumber(data.turns), people: formatNumber(data.people) })}
          </span>
        )}
      </div>
      {counts.isError ? (
        <ErrorNotice error={counts.error} onRetry={() => void counts.refetch()} />
      ) : posts ? (
        <PostsList asked={asked} term={shown} />
      ) : (
        <NomineesList asked={{ ...asked, status }} term={shown} />
      )}
    </div>
  );
}
