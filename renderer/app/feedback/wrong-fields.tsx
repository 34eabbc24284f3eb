/** Says how many fields of a form are wrong for as long as any is: a count that stays behind sends somebody looking for nothing. */
import { useEffect, useEffectEvent, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { countMistakes } from "../../components/keyboard/first-mistake";

export interface WrongFieldsProps {
  /** What was not handed in. */
  readonly form: Element;
  /** None is wrong any more, or the form is gone. */
  readonly onMended: () => void;
}

export function WrongFields({ form, onMended }: WrongFieldsProps) {
  const { t } = useTranslation("screen-app");
  const count = useSyncExternalStore(watchPage, () => countMistakes(form));
  const sayMended = useEffectEvent(onMended);
  useEffect(() => {
    if (count === 0) sayMended();
  }, [count]);
  return count === 0 ? null : t("wrongFields", { count });
}

/** A form that goes away goes with something around it, so that the page is watched as a whole. */
function watchPage(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ["data-mistake"] });
  return () => observer.disconnect();
}
