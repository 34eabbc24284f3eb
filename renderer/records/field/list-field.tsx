/** A text for which the entries of a code list of the roster are offered; anything else may be written as well. */
import type { CodeList } from "../../../shared/domain/entities/definition";
import { useCall } from "../../bridge/hooks";
import { useMoment } from "../../bridge/moment";
import { SuggestField, type SuggestFieldProps } from "../../components/suggest-field";

interface ListFieldProps extends Omit<SuggestFieldProps, "suggestions"> {
  readonly list: CodeList;
  /** Codes are written and not names. */
  readonly byCode: boolean;
}

export function ListField({ list, byCode, ...field }: ListFieldProps) {
  const { on, knownOn } = useMoment();
  // Where they cannot be had the field is a plain one.
  const { data = [] } = useCall("listOffers", { list, byCode, on, knownOn });
  return <SuggestField {...field} suggestions={data} />;
}
