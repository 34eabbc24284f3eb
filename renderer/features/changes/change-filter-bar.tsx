/** Looking for a change: by the person whom it touched, who wrote it where and when, what it is about. */
import { Checkbox, TextInput } from "@mantine/core";
import { IconFilterOff, IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  anyChange,
  type ChangeFilterData,
  changeFilterSchema,
} from "../../../shared/contract/schemas/changes";
import { entityNames } from "../../../shared/domain/entities";
import { isNarrowed } from "../../app/navigation/change-state";
import { useCall } from "../../bridge/hooks";
import { Button } from "../../components/button";
import { AsyncPicker } from "../../components/async-picker";
import { ChoiceField } from "../../components/choice-field";
import { DayField } from "../../components/day-field";
import { useTypedSearch } from "../../components/typed-search";
import classes from "./changes.module.css";

export interface ChangeFilterBarProps {
  readonly filter: ChangeFilterData;
  readonly onChange: (patch: Partial<ChangeFilterData>) => void;
  /** Changes of one person are listed: there is no name to look for. */
  readonly ofPerson: boolean;
}

/** The longest text that is looked for; no name is longer, and nothing typed is cut. */
const longestSearch = 200;

/** Long enough that a word typed through UniKey is asked for once. */
const pauseMs = 200;

export function ChangeFilterBar({ filter, onChange, ofPerson }: ChangeFilterBarProps) {
  const { t } = useTranslation(["screen-changes", "domain"]);
  return (
    <div className={classes.filters} role="search" aria-label={t("screen-changes:filter.label")}>
      {ofPerson ? null : <NameSearch search={filter.search} onChange={(search) => onChange({ search })} />}
      <TextPicker
        call="changeAuthors"
        label={t("screen-changes:filter.user")}
        anybody={t("screen-changes:filter.anyUser")}
        value={filter.user}
        onChange={(user) => onChange({ user })}
      />
      <TextPicker
        call="changeOffices"
        label={t("screen-changes:filter.office")}
        anybody={t("screen-changes:filter.anyOffice")}
        value={filter.office}
        onChange={(office) => onChange({ office })}
      />
      <ChoiceField
        className={classes.filterField ?? ""}
        aria-label={t("screen-changes:filter.entity")}
        placeholder={t("screen-changes:filter.anyEntity")}
        value={filter.entity}
        options={entityNames.map((name) => ({ value: name, label: t(`domain:entity.${name}`) }))}
        clearable
        onChange={(value) => {
          const entity = changeFilterSchema.shape.entity.safeParse(value);
          onChange({ entity: entity.success ? entity.data : null });
        }}
      />
      <DayField
        className={classes.filterDay ?? ""}
        aria-label={t("screen-changes:filter.from")}
        none={t("screen-changes:filter.from")}
        value={filter.from ?? ""}
        onChange={(day) => onChange({ from: day === "" ? null : day })}
      />
      <DayField
        className={classes.filterDay ?? ""}
        aria-label={t("screen-changes:filter.to")}
        none={t("screen-changes:filter.to")}
        value={filter.to ?? ""}
        onChange={(day) => onChange({ to: day === "" ? null : day })}
      />
      <Checkbox
        label={t("screen-changes:filter.undone")}
        checked={filter.undone}
        onChange={(event) => onChange({ undone: event.currentTarget.checked })}
      />
      {isNarrowed(filter) ? (
        <Button
          variant="subtle"
          leftSection={<IconFilterOff size={16} aria-hidden />}
          onClick={() => onChange(anyChange)}
        >
          {t("screen-changes:filter.clear")}
        </Button>
      ) : null}
    </div>
  );
}

function NameSearch(props: { readonly search: string; readonly onChange: (search: string) => void }) {
  const { t } = useTranslation("screen-changes");
  const { typed, setTyped } = useTypedSearch(props.search, pauseMs, (search) => {
    if (search.length <= longestSearch) props.onChange(search);
  });
  return (
    <TextInput
      className={classes.filterSearch ?? ""}
      type="search"
      aria-label={t("filter.search")}
      placeholder={t("filter.searchHint")}
      leftSection={<IconSearch size={16} aria-hidden />}
      autoComplete="off"
      spellCheck={false}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
    />
  );
}

/** A text out of many, found by a part of it. */
function TextPicker(props: {
  readonly call: "changeAuthors" | "changeOffices";
  readonly label: string;
  readonly anybody: string;
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}) {
  const [query, setQuery] = useState<string | null>(null);
  const found = useCall(
    props.call,
    { query: query ?? "", limit: 50 },
    { enabled: query !== null, keepPrevious: true },
  );
  return (
    <AsyncPicker
      className={classes.filterField ?? ""}
      aria-label={props.label}
      placeholder={props.anybody}
      value={props.value}
      valueLabel={props.value ?? ""}
      options={(found.data ?? []).map((name) => ({ value: name, label: name }))}
      loading={found.isFetching}
      clearable
      onQuery={setQuery}
      onChange={props.onChange}
    />
  );
}
