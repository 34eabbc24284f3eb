/** What a row of somebody's record is called in the middle of a sentence: "thêm công tác". */
import { useTranslation } from "react-i18next";
import type { PersonEntity } from "../../../../shared/domain/entities";

export function useRowWhat(): (entity: PersonEntity) => string {
  const { t } = useTranslation(["grid", "domain"]);
  return (entity) => {
    const title = t(`domain:entity.${entity}`);
    const what = title.charAt(0).toLowerCase() + title.slice(1);
    return t(`grid:newRow.what.${entity as "assignment"}`, { defaultValue: what });
  };
}
