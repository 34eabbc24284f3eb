/** Which items of a form are not asked of everybody, and why: a reader who counts by hand would else come to other numbers. */
import { useTranslation } from "react-i18next";
import { type CurriculumForm, formItems } from "../../../shared/completeness/forms";
import { itemOf } from "../../../shared/completeness/items";
import { DetailsPopover } from "../../components/details-popover";
import classes from "./completeness.module.css";

export function UncountedItems({ form }: { readonly form: CurriculumForm }) {
  const { t } = useTranslation(["screen-completeness", "completeness"]);
  const items = formItems[form].flatMap(([number, key]) => {
    const { asks, only } = itemOf(key);
    const why = asks === undefined ? "applies" : only?.why;
    return why === undefined ? [] : [{ number, key, why }];
  });
  return (
    <span className={classes.rules}>
      {t("rules.short")}
      <DetailsPopover button={t("rules.button")} title={t("rules.title")}>
        <ul className={classes.ruleList}>
          {items.map(({ number, key, why }) => (
            <li key={number}>
              {number}. {t(`completeness:item.${key}`)}: {t(`completeness:only.${why}`)}
            </li>
          ))}
        </ul>
      </DetailsPopover>
    </span>
  );
}
