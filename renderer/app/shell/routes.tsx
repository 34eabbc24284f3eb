/**
 * From an address to its screen.
 *
 * The screens that a day starts with are in the page's first file; forms, log, catalog and exchange follow while nothing else
 * is to be done, so that the window is not kept waiting for them.
 */
import { lazy, Suspense, useEffect } from "react";
import { Redirect, Route, Router, Switch } from "wouter";
import { OfficialsScreen } from "../../features/officials/officials-screen";
import { StatisticsScreen } from "../../features/statistics/statistics-screen";
import { useHashLocation, useLocationParts } from "../navigation/navigation";
import { type CatalogTab, catalogTabs, type ExchangeTab, exchangeTabs } from "../navigation/paths";

const loadCatalog = () => import("../../features/catalog/catalog-screen");
const loadExchange = () => import("../../features/exchange/exchange-screen");
const loadLog = () => import("../../features/log/log-screen");
const loadPerson = () => import("../../features/person/person-screen");

const CatalogScreen = lazy(async () => ({ default: (await loadCatalog()).CatalogScreen }));
const ExchangeScreen = lazy(async () => ({ default: (await loadExchange()).ExchangeScreen }));
const LogScreen = lazy(async () => ({ default: (await loadLog()).LogScreen }));
const PersonScreen = lazy(async () => ({ default: (await loadPerson()).PersonScreen }));

/** wouter's view of our guarded address: the path alone, since queries belong to the screens. */
function useGuardedPath(): [string, (to: string) => void] {
  const location = useHashLocation();
  const { path } = useLocationParts();
  return [path, (to) => void location.go(to, { replace: true })];
}

function tabOf(text: string | undefined): CatalogTab {
  return catalogTabs.find((tab) => tab === text) ?? "units";
}

function exchangeTabOf(text: string | undefined): ExchangeTab {
  return exchangeTabs.find((tab) => tab === text) ?? "transfer";
}

function Log() {
  const { query } = useLocationParts();
  return <LogScreen officialId={new URLSearchParams(query).get("official")} />;
}

/** A file that cannot be read now is asked for again, and complained of, when its screen is opened. */
function loadAhead(): void {
  Promise.all([loadPerson(), loadLog(), loadCatalog(), loadExchange()]).catch(console.error);
}

export function Routes() {
  useEffect(() => {
    const idle = window.requestIdleCallback(loadAhead);
    return () => window.cancelIdleCallback(idle);
  }, []);
  return (
    <Router hook={useGuardedPath}>
      <Suspense fallback={null}>
        <Switch>
          <Route path="/statistics" component={StatisticsScreen} />
          <Route path="/officials" component={OfficialsScreen} />
          <Route path="/officials/new">
            <PersonScreen officialId={null} key="new" />
          </Route>
          <Route path="/officials/:id">{({ id }) => <PersonScreen officialId={id} key={id} />}</Route>
          <Route path="/log" component={Log} />
          <Route path="/catalog/:tab">{({ tab }) => <CatalogScreen tab={tabOf(tab)} />}</Route>
          <Route path="/exchange/transfer/receive">
            <ExchangeScreen tab="transfer" receiving />
          </Route>
          <Route path="/exchange/:tab">{({ tab }) => <ExchangeScreen tab={exchangeTabOf(tab)} />}</Route>
          <Route>
            <Redirect to="/statistics" />
          </Route>
        </Switch>
      </Suspense>
    </Router>
  );
}
