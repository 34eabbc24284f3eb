/**
 * One box for whatever one looks for: people, units, screens, commands. It stands in the top bar at all times, so that it
 * is found without knowing its keys; the keys open it wherever one is.
 */
import { Combobox, Loader, TextInput, useCombobox } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useBridgeEvent } from "../../../bridge/hooks";
import { ErrorSentence } from "../../../components/error-notice";
import { useCommand } from "../../commands/commands";
import { printed } from "../../commands/keys";
import { recents } from "../../session/recent";
import type { Hit } from "./hits";
import classes from "./palette.module.css";
import { useHits } from "./use-hits";

function Entry({ hit }: { readonly hit: Hit }) {
  const { icon: Icon, label, detail, keys } = hit;
  return (
    <Combobox.Option value={hit.key} className={classes.option}>
      <span className={classes.icon}>{Icon === undefined ? null : <Icon size={17} aria-hidden />}</span>
      <span className={classes.label}>{label}</span>
      {detail === "" ? null : <span className={classes.detail}>{detail}</span>}
      {keys === undefined ? null : <kbd className={classes.keys}>{printed(keys)}</kbd>}
    </Combobox.Option>
  );
}

export function Palette() {
  const { t } = useTranslation("palette");
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState("");
  /** Typing that Enter was pressed on before it was answered. */
  const [entered, setEntered] = useState<string | null>(null);
  const combobox = useCombobox();
  const { groups, ready, error } = useHits(typed, combobox.dropdownOpened);
  const hits = groups.flatMap((group) => group.hits);

  const close = () => {
    combobox.closeDropdown();
    setEntered(null);
  };
  const choose = (key: string) => {
    const hit = hits.find((one) => one.key === key);
    if (hit === undefined) return;
    close();
    setTyped("");
    // The keys go on in what was found; a dialog that opens gives the focus back to it.
    document.getElementById("main")?.focus({ preventScroll: true });
    if (hit.recent !== null) recents.note(hit.recent);
    hit.run();
  };
  const open = () => {
    input.current?.focus();
    input.current?.select();
    combobox.openDropdown();
  };
  useCommand("search", open);
  useCommand("find", open);
  useBridgeEvent("changed", ({ session, officials }) => recents.forgetPeople(session ? null : officials));
  useEffect(() => recents.clear, []);

  const offered = hits.map(({ key }) => key).join("\n");
  const markFirst = useEffectEvent(() => combobox.selectFirstOption());
  useEffect(() => {
    if (combobox.dropdownOpened && ready && offered !== "") markFirst();
  }, [combobox.dropdownOpened, ready, offered]);
  const takeEntered = useEffectEvent(() => {
    const first = hits[0];
    setEntered(null);
    if (first !== undefined && entered === typed) choose(first.key);
  });
  useEffect(() => {
    if (ready && entered !== null) takeEntered();
  }, [ready, entered]);

  return (
    <div className={classes.box} role="search">
      <Combobox
        store={combobox}
        onOptionSubmit={choose}
        withinPortal
        position="bottom-start"
        width="min(40rem, calc(100vw - 1rem))"
      >
        <Combobox.Target withExpandedAttribute>
          <TextInput
            ref={input}
            role="combobox"
            aria-label={t("label")}
            placeholder={t("placeholder")}
            autoComplete="off"
            spellCheck={false}
            leftSection={<IconSearch size={16} aria-hidden />}
            rightSection={
              ready || typed === "" ? <kbd className={classes.keys}>Ctrl K</kbd> : <Loader size={14} />
            }
            rightSectionWidth={56}
            rightSectionPointerEvents="none"
            value={typed}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              setEntered(null);
              combobox.openDropdown();
              // Until it is answered there is nothing that Enter could mean.
              combobox.resetSelectedOption();
            }}
            onClick={() => combobox.openDropdown()}
            onBlur={close}
            onKeyDown={(event) => {
              if (event.key === "Escape" && typed !== "") {
                event.preventDefault();
                setTyped("");
              } else if (event.key === "Enter" && !event.nativeEvent.isComposing && !ready && typed !== "") {
                event.preventDefault();
                setEntered(typed);
              }
            }}
          />
        </Combobox.Target>
        <Combobox.Dropdown>
          <Combobox.Options aria-label={t("hits")} className={classes.list}>
            {groups.map(({ kind, hits: members }) => (
              <Combobox.Group key={kind} label={t(`kind.${kind}`)}>
                {members.map((hit) => (
                  <Entry key={hit.key} hit={hit} />
                ))}
              </Combobox.Group>
            ))}
            {error === null ? null : (
              <Combobox.Empty>
                <ErrorSentence error={error} />
              </Combobox.Empty>
            )}
            {hits.length === 0 && error === null ? (
              <Combobox.Empty>{t(ready ? "nothing" : "looking")}</Combobox.Empty>
            ) : null}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
    </div>
  );
}
