/** The filter of the list as one line of compact controls; on a narrow window the choices fold behind a button. */
import { ActionIcon, TextInput } from "@mantine/core";
import { IconAdjustmentsHorizontal, IconFilterOff, IconSearch, IconX } from "@tabler/icons-react";
import { type RefObject, useEffect, useEffectEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { statusSchema, standardOrAllSchema } from "../../../shared/contract/schemas/common";
import { standardsAndAll } from "../../../shared/domain/values";
import { statuses } from "../../../shared/standards/types";
import { emptyListState, type ListState } from "../../app/navigation/list-state";
import { Button } from "../../components/button";
import { type Choice, ChoiceField } from "../../components/choice-field";
import { PostPicker } from "../../components/post-picker";
import { UnitPicker } from "../../components/unit-picker";
import { isFiltered } from "./filter-words";
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
  const choices: Choice[] = standardsAndAll.flatMap((standard) =>
    statuses.map((status) => ({
      value: `${standard}:${status}`,
      label: `${t(`domain:standardShort.${standard}`)}: ${t(`domain:status.${status}`).toLocaleLowerCase("vi")}`,
      group: t(`domain:standard.${standard}`),
    })),
  );
  const chosen =
    state.standard !== null && state.status !== null ? `${state.standard}:${state.status}` : null;
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
          value={chosen}
          options={choices}
          clearable
          onChange={(value) => onChange({ ...standardOf(value), complement: false })}
        />
        <ChoiceField
          aria-label={t("screen-officials:filter.serving")}
          value={state.serving}
          options={(["serving", "left", "all"] as const).map((value) => ({
            value,
            label: t(`screen-officials:serving.${value}`),
          }))}
          onChange={(value) => onChange({ serving: value === "left" || value === "all" ? value : "serving" })}
        />
      </div>
      {isFiltered(state) ? (
        <Button
          variant="subtle"
          leftSection={<IconFilterOff size={16} aria-hidden />}
          onClick={() =>
            onChange({ ...emptyListState, sortColumn: state.sortColumn, descending: state.descending })
          }
        >
          {t("screen-officials:filter.clear")}
        </Button>
      ) : null}
    </div>
  );
}

function Search({ state, onChange, searchRef, onLeaveSearch }: FilterBarProps) {
  const { t } = useTranslation("screen-officials");
  const [typed, setTyped] = useState(state.search);
  const [known, setKnown] = useState(state.search);
  // The address changed by other means (a link, back): the field follows it.
  if (known !== state.search) {
    setKnown(state.search);
    if (typed.normalize("NFC").trim() !== state.search) setTyped(state.search);
  }
  const ask = useEffectEvent((text: string) => {
    const search = text.normalize("NFC").trim();
    if (search !== state.search) onChange({ search }, { replace: true });
  });
  useEffect(() => {
    const timer = setTimeout(() => ask(typed), pauseMs);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <TextInput
      ref={searchRef}
      className={classes.search ?? ""}
      type="search"
      aria-label={t("filter.search")}
      placeholder={t("filter.searchHint")}
      leftSection={<IconSearch size={16} aria-hidden />}
      autoComplete="off"
      spellCheck={false}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === "ArrowDown" || event.key === "Enter") {
          event.preventDefault();
          ask(typed);
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

/** Standard and status of a choice such as "professional:met"; nothing for anything else. */
function standardOf(value: string | null): Pick<ListState, "standard" | "status"> {
  const [standardText, statusText] = (value ?? "").split(":");
  const standard = standardOrAllSchema.safeParse(standardText);
  const status = statusSchema.safeParse(statusText);
  return standard.success && status.success
    ? { standard: standard.data, status: status.data }
    : { standard: null, status: null };
}
