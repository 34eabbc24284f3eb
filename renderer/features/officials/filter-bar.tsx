/** The filter of the list as one line of compact controls; on a narrow window the choices fold behind a button. */
import { ActionIcon, TextInput } from "@mantine/core";
import { IconAdjustmentsHorizontal, IconFilterOff, IconSearch, IconX } from "@tabler/icons-react";
import { type RefObject, useState } from "react";
import { useTranslation } from "react-i18next";
import { standardOrAllSchema } from "../../../shared/contract/schemas/common";
import { listScopes } from "../../../shared/contract/schemas/views";
import { useCountedAndAll } from "../../app/roster/use-counted";
import { statuses } from "../../../shared/standards/types";
import { type ListState, unfiltered } from "../../app/navigation/list-state";
import { Button } from "../../components/button";
import { ChoiceField } from "../../components/choice-field";
import { MultiChoiceField } from "../../components/multi-choice-field";
import { PostPicker } from "../../components/post-picker";
import { useTypedSearch } from "../../components/typed-search";
import { UnitPicker } from "../../components/unit-picker";
import { isFiltered } from "./is-filtered";
import classes from "./officials.module.css";

export interface FilterBarProps {
  readonly state: ListState;
  readonly onChange: (patch: Partial<ListState>, options?: { readonly replace?: boolean }) => void;
  /** `YYYY-MM-DD` */
  readonly asOf: string;
  readonly searchRef: RefObject<HTMLInputElement | null>;
  /** Enter or the down arrow in the search field. */
  readonly onLeaveSearch: () => void;
}

/** Short enough to feel immediate, long enough that a word typed through UniKey is asked for once. */
const pauseMs = 120;

export function FilterBar(props: FilterBarProps) {
  const { t } = useTranslation(["screen-officials", "domain"]);
  const { state, onChange } = props;
  const [open, setOpen] = useState(false);
  const standardChoices = useCountedAndAll().map((value) => ({
    value,
    label: t(`domain:standard.${value}`),
  }));
  const statusChoices = statuses.map((value) => ({ value, label: t(`domain:status.${value}`) }));
  return (
    <div className={classes.filters} role="search" aria-label={t("screen-officials:filter.label")}>
      <Search {...props} />
      <ActionIcon
        className={classes.filterToggle ?? ""}
        variant="default"
        size={32}
        aria-expanded={open}
        aria-label={t("screen-officials:filter.toggle")}
        onClick={() => setOpen((before) => !before)}
      >
        <IconAdjustmentsHorizontal size={16} aria-hidden />
      </ActionIcon>
      <div className={classes.filterChoices} data-open={open || undefined}>
        <UnitPicker
          aria-label={t("screen-officials:filter.unit")}
          placeholder={t("screen-officials:filter.anyUnit")}
          value={state.unitId}
          on={props.asOf}
          clearable
          onChange={(unitId) => onChange({ unitId, unitOnly: false })}
        />
        <PostPicker
          aria-label={t("screen-officials:filter.post")}
          placeholder={t("screen-officials:filter.anyPost")}
          value={state.postId}
          on={props.asOf}
          clearable
          onChange={(postId) => onChange({ postId })}
        />
        <ChoiceField
          aria-label={t("screen-officials:filter.standard")}
          placeholder={t("screen-officials:filter.anyStandard")}
          value={state.standard}
          options={standardChoices}
          clearable
          onChange={(value) => onChange(standardPatch(value))}
        />
        <MultiChoiceField
          aria-label={t("screen-officials:filter.status")}
          placeholder={t("screen-officials:filter.anyStatus")}
          value={state.statuses ?? []}
          options={statusChoices}
          onChange={(values) => onChange(statusPatch(state, values))}
        />
        <ChoiceField
          aria-label={t("screen-officials:filter.serving")}
          value={state.serving}
          options={listScopes.map((value) => ({
            value,
            label: t(`screen-officials:serving.${value}`),
          }))}
          onChange={(value) =>
            onChange({ serving: listScopes.find((scope) => scope === value) ?? "current" })
          }
        />
      </div>
      {isFiltered(state) ? (
        <Button
          variant="subtle"
          leftSection={<IconFilterOff size={16} aria-hidden />}
          onClick={() => onChange(unfiltered(state))}
        >
          {t("screen-officials:filter.clear")}
        </Button>
      ) : null}
    </div>
  );
}

function Search({ state, onChange, searchRef, onLeaveSearch }: FilterBarProps) {
  const { t } = useTranslation("screen-officials");
  const { typed, setTyped, askNow } = useTypedSearch(state.search, pauseMs, (search) =>
    onChange({ search }, { replace: true }),
  );
  return (
    <TextInput
      ref={searchRef}
      className={classes.search ?? ""}
      type="search"
      aria-label={t("filter.search")}
      placeholder={t("filter.searchHint")}
      title={t("filter.searchTip")}
      leftSection={<IconSearch size={16} aria-hidden />}
      autoComplete="off"
      spellCheck={false}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === "ArrowDown" || event.key === "Enter") {
          event.preventDefault();
          askNow();
          onLeaveSearch();
        } else if (event.key === "Escape" && typed !== "") {
          event.preventDefault();
          setTyped("");
        }
      }}
      rightSectionPointerEvents="all"
      rightSection={
        typed === "" ? null : (
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={t("filter.clearSearch")}
            onClick={() => setTyped("")}
          >
            <IconX size={14} aria-hidden />
          </ActionIcon>
        )
      }
    />
  );
}

/** Another standard is asked for the same statuses; without one there is nothing that a status could be of. */
function standardPatch(value: string | null): Partial<ListState> {
  const standard = standardOrAllSchema.safeParse(value);
  return standard.success
    ? { standard: standard.data, complement: false }
    : { standard: null, statuses: null, complement: false };
}

/** Statuses ticked before a standard is chosen are those of all that apply. */
function statusPatch(state: ListState, values: readonly string[]): Partial<ListState> {
  const asked = statuses.filter((status) => values.includes(status));
  return {
    statuses: asked.length === 0 ? null : asked,
    standard: asked.length === 0 ? state.standard : (state.standard ?? "all"),
    complement: false,
  };
}
