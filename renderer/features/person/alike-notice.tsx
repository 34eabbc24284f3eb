/** Warns while typing that somebody with the same identity number, or the same name and birth, is on record already. */
import { Anchor } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconUsers } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { dateOf, type RowFields, textOf } from "../../../shared/domain/validate/fields";
import { isIdentityNumber } from "../../../shared/domain/identity-number";
import { paths } from "../../app/navigation/paths";
import { useCall } from "../../bridge/hooks";
import { useWords } from "../../components/words";
import classes from "./person.module.css";

export interface AlikeNoticeProps {
  /** Null for somebody who is not stored yet. */
  readonly officialId: string | null;
  /** The person's own fields, tidied. */
  readonly fields: RowFields;
}

/** Long enough that a name is not asked for letter by letter. */
const pauseMs = 350;

export function AlikeNotice({ officialId, fields }: AlikeNoticeProps) {
  const { t } = useTranslation("screen-person");
  const words = useWords();
  const number = textOf(fields, "identityNumber");
  const [wanted] = useDebouncedValue(
    {
      fullName: (textOf(fields, "fullName") ?? "").slice(0, 100),
      birth: dateOf(fields, "birth"),
      identityNumber: number !== null && isIdentityNumber(number) ? number : null,
    },
    pauseMs,
  );
  const asks = wanted.identityNumber !== null || (wanted.fullName !== "" && wanted.birth !== null);
  const alike = useCall("officialsAlike", { id: officialId, ...wanted }, { enabled: asks });
  const found = asks ? (alike.data ?? []) : [];
  if (found.length === 0) return null;
  return (
    <section className={classes.alike} role="status">
      <h2 className={classes.alikeTitle}>
        <IconUsers size={17} aria-hidden />
        {t("alike.title")}
      </h2>
      <p className={classes.alikeText}>{t("alike.body")}</p>
      <ul className={classes.alikeList}>
        {found.map((person) => (
          <li key={person.id}>
            <Anchor href={paths.person(person.id)}>{person.fullName}</Anchor>
            {[words.date(person.birth), person.unitName]
              .filter((part) => part !== null && part !== "")
              .map((part) => ` · ${part}`)
              .join("")}
          </li>
        ))}
      </ul>
    </section>
  );
}
