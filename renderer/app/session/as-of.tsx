/** The day that every screen looks at. It belongs to the open roster and starts with the day the roster suggests. */
import { createContext, type ReactNode, useContext, useMemo, useState } from "react";

export interface AsOf {
  /** `YYYY-MM-DD` */
  readonly asOf: string;
  readonly setAsOf: (day: string) => void;
}

const AsOfContext = createContext<AsOf | null>(null);

/** @param props.start day to begin with; give the provider a key by roster, so that another one starts anew */
export function AsOfProvider(props: { readonly start: string; readonly children: ReactNode }) {
  const [asOf, setAsOf] = useState(props.start);
  const value = useMemo(() => ({ asOf, setAsOf }), [asOf]);
  return <AsOfContext value={value}>{props.children}</AsOfContext>;
}

export function useAsOf(): AsOf {
  const value = useContext(AsOfContext);
  if (value === null) throw new Error("AsOfProvider is missing");
  return value;
}
