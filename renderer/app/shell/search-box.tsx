/** Finds a person from anywhere: the first hits while typing, the whole list on demand. */
import { Combobox, Loader, TextInput, useCombobox } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { byName } from "../../../shared/columns/table-column";
import { formatNumber } from "../../../shared/text/format";
import { useCall } from "../../bridge/hooks";
import { outsideWords } from "../../components/outside-words";
import { useWords } from "../../components/words";
import { useCommand } from "../commands/commands";
import { emptyListState, filterOf } from "../navigation/list-state";
import { useGo } from "../navigation/navigation";
import { useMoment } from "../../bridge/moment";
import classes from "./top-bar.module.css";

const everyone = "all";

export function SearchBox() {
  const { t } = useTranslation("screen-app");
  const words = useWords();
  const go = useGo();
  const { moment } = useMoment();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState("");
  const [query] = useDebouncedValue(typed.normalize("NFC").trim(), 60);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const found = useCall(
    "officialsPage",
    {
      filter: filterOf({ ...emptyListState, search: query, serving: "all" }, moment),
      order: byName,
      offset: 0,
      limit: 8,
    },
    { enabled: query !== "", keepPrevious: true },
  );
  const focus = () => {
    input.current?.focus();
    input.current?.select();
  };
  useCommand("search", focus);
  useCommand("find", focus);

  const choose = (value: string) => {
    combobox.closeDropdown();
    if (value === everyone) void go.toOfficials({ search: query, serving: "all" });
    else void go.toPerson(value);
    setTyped("");
    // The keys go on in what was found.
    document.getElementById("main")?.focus({ preventScroll: true });
  };
  const rows = query === "" ? [] : (found.data?.rows ?? []);
  const total = found.data?.total ?? 0;
  return (
    <div className={classes.search} role="search">
      <Combobox store={combobox} onOptionSubmit={choose} withinPortal>
        <Combobox.Target withExpandedAttribute>
          <TextInput
            ref={input}
            role="combobox"
            aria-label={t("search.label")}
            placeholder={t("search.placeholder")}
            autoComplete="off"
            spellCheck={false}
            leftSection={<IconSearch size={16} aria-hidden />}
            rightSection={
              found.isFetching && query !== "" ? (
                <Loader size={14} />
              ) : (
                <kbd className={classes.keys}>Ctrl K</kbd>
              )
            }
            rightSectionWidth={56}
            rightSectionPointerEvents="none"
            value={typed}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              combobox.openDropdown();
              combobox.updateSelectedOptionIndex();
            }}
            onFocus={() => combobox.openDropdown()}
            onBlur={() => combobox.closeDropdown()}
            onKeyDown={(event) => {
              if (event.key === "Escape" && typed !== "") {
                event.preventDefault();
                setTyped("");
              } else if (
                event.key === "Enter" &&
                !event.nativeEvent.isComposing &&
                combobox.getSelectedOptionIndex() < 0
              ) {
                event.preventDefault();
                const text = typed.normalize("NFC").trim();
                if (text !== "") choose(everyone);
              }
            }}
          />
        </Combobox.Target>
        <Combobox.Dropdown hidden={query === ""}>
          <Combobox.Options aria-label={t("search.hits")}>
            {rows.map((row) => (
              <Combobox.Option value={row.id} key={row.id}>
                <div className={classes.hit}>
                  <span className={classes.hitName}>{row.fullName}</span>
                  <span className={classes.hitDetail}>
                    {[
                      words.date(row.birth),
                      row.unitName ?? (row.outside === null ? "" : outsideWords(t, row.outside)),
                    ]
                      .filter((part) => part !== "")
                      .join(" · ")}
                  </span>
                </div>
              </Combobox.Option>
            ))}
            {rows.length === 0 ? (
              <Combobox.Empty>{found.isFetching ? t("loading") : t("search.none")}</Combobox.Empty>
            ) : null}
            {total > rows.length ? (
              <Combobox.Option value={everyone} key={everyone}>
                <span className={classes.all}>{t("search.all", { n: formatNumber(total) })}</span>
              </Combobox.Option>
            ) : null}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
    </div>
  );
}
