/** Says of a cell that is worked out where that can be typed which it is worked out of, and offers to show the column. */
import { useTranslation } from "react-i18next";
import { tableColumnLabel, tableColumnOf } from "../../../../shared/columns/table-column";
import { typedElsewhere } from "../../../../shared/columns/typed-in";
import { toastNotice } from "../../../app/feedback/toast";
import { useCounted } from "../../../app/roster/use-counted";
import { useTranslate } from "../../../components/translate";

/**
 * @param keys of the columns on screen
 * @returns tells of the column of a key; false where it is typed in no other
 */
export function useTellElsewhere(
  keys: readonly string[],
  onShow: (key: string) => void,
): (columnKey: string) => boolean {
  const { t } = useTranslation("grid");
  const say = useTranslate();
  const counted = useCounted();
  return (columnKey) => {
    const column = tableColumnOf(columnKey);
    const others = column === null ? [] : typedElsewhere(column, counted);
    if (others.length === 0) return false;
    const names = (some: typeof others) => some.map((one) => `“${tableColumnLabel(say, one)}”`).join(", ");
    const hidden = others.filter(({ key }) => !keys.includes(key));
    toastNotice(t("edit.elsewhere", { columns: names(others) }), {
      key: "typed",
      ...(hidden.length === 0
        ? {}
        : {
            offer: {
              label: t("edit.showColumns", { columns: names(hidden) }),
              run: () => {
                for (const { key } of hidden) onShow(key);
              },
            },
          }),
    });
    return true;
  };
}
