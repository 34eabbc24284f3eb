/**
 * Offices to send to, by their role, ticked one by one or all at once. A province has hundreds of communes: they are
 * found by typing, and only so many lines are drawn at a time.
 */
import { Checkbox, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { formatNumber } from "../../../../shared/text/format";
import { officeMatches } from "../parts/office-names";
import { ShowMore } from "../parts/show-more";
import { type Addressee, addresseeRoles } from "./addressees";
import classes from "./send.module.css";

export interface AddresseeListProps {
  readonly addressees: readonly Addressee[];
  readonly chosen: ReadonlySet<string>;
  readonly disabled: boolean;
  readonly error: string | null;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
}

const shownAtOnce = 100;
const searchFrom = 12;

export function AddresseeList(props: AddresseeListProps) {
  const { t } = useTranslation("screen-exchange");
  const { addressees, chosen, disabled, error, onChange } = props;
  const [typed, setTyped] = useState("");
  const errorId = useId();
  const found = addressees.filter((office) => officeMatches(office, typed));
  const set = (fingerprints: readonly string[], on: boolean) => {
    const next = new Set(chosen);
    for (const one of fingerprints) {
      if (on) next.add(one);
      else next.delete(one);
    }
    onChange(next);
  };
  return (
    <fieldset className={classes.to} aria-describedby={error === null ? undefined : errorId}>
      <legend>{t("send.to")}</legend>
      {addressees.length > searchFrom ? (
        <TextInput
          type="search"
          aria-label={t("send.find")}
          placeholder={t("send.findHint")}
          leftSection={<IconSearch size={16} aria-hidden />}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      ) : null}
      <div className={classes.offices}>
        {found.length === 0 ? <p className={classes.none}>{t("send.noneFound")}</p> : null}
        {addresseeRoles.map((role) => {
          const offices = found.filter((office) => office.role === role);
          return offices.length === 0 ? null : (
            <RoleGroup
              key={role}
              label={t(`role.${role}`)}
              offices={offices}
              chosen={chosen}
              disabled={disabled}
              onSet={set}
            />
          );
        })}
      </div>
      {addressees.length > searchFrom ? (
        <p className={classes.chosen} role="status">
          {t("send.chosen", {
            text: formatNumber(addressees.filter(({ fingerprint }) => chosen.has(fingerprint)).length),
          })}
        </p>
      ) : null}
      {error === null ? null : (
        <p id={errorId} className={classes.error} data-mistake>
          {error}
        </p>
      )}
    </fieldset>
  );
}

interface RoleGroupProps {
  readonly label: string;
  readonly offices: readonly Addressee[];
  readonly chosen: ReadonlySet<string>;
  readonly disabled: boolean;
  readonly onSet: (fingerprints: readonly string[], on: boolean) => void;
}

function RoleGroup({ label, offices, chosen, disabled, onSet }: RoleGroupProps) {
  const { t } = useTranslation("screen-exchange");
  const [shown, setShown] = useState(shownAtOnce);
  const chosenCount = offices.filter(({ fingerprint }) => chosen.has(fingerprint)).length;
  return (
    <div role="group" aria-label={label} className={classes.group}>
      <p className={classes.groupTitle}>{label}</p>
      {offices.length > 1 ? (
        <Checkbox
          label={t("send.chooseAll", { text: formatNumber(offices.length) })}
          disabled={disabled}
          checked={chosenCount === offices.length}
          indeterminate={chosenCount > 0 && chosenCount < offices.length}
          onChange={(event) =>
            onSet(
              offices.map(({ fingerprint }) => fingerprint),
              event.currentTarget.checked,
            )
          }
        />
      ) : null}
      <ul className={classes.officeList}>
        {offices.slice(0, shown).map((office) => (
          <li key={office.fingerprint}>
            <Checkbox
              label={`${office.office} (${office.unitCode})`}
              disabled={disabled}
              checked={chosen.has(office.fingerprint)}
              onChange={(event) => onSet([office.fingerprint], event.currentTarget.checked)}
            />
          </li>
        ))}
      </ul>
      <ShowMore
        shown={Math.min(shown, offices.length)}
        total={offices.length}
        onMore={() => setShown((before) => before + shownAtOnce)}
      />
    </div>
  );
}
