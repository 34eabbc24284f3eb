/**
 * From an address to its screen.
 *
 * The screens that a day starts with are in the page's first file; the others follow while nothing else is to be
 * done, so that the window is not kept waiting for them.
 */
import { Suspense, useEffect, useMemo } from "react";
import { Redirect, Route, Router, Switch } from "wouter";
import { useHashLocation, useLocationParts } from "../navigation/navigation";
import { homeOf, type ScreenRoute, useScreens } from "./screens";

/** wouter's view of our guarded address: the path alone, since queries belong to the screens. */
function useGuardedPath(): [string, (to: string) => void] {
  const location = useHashLocation();
  const { path } = useLocationParts();
  return [path, (to) => void location.go(to, { replace: true })];
}

/** The screen with the parts of its address. */
function Addressed(props: {
  readonly route: ScreenRoute;
  readonly params: Readonly<Record<string, string | undefined>>;
}) {
  const { query } = useLocationParts();
  const { screen: Screen } = props.route;
  const named = Object.entries(props.params).filter(
    (part): part is [string, string] => part[1] !== undefined,
  );
  return <Screen {...Object.fromEntries([...new URLSearchParams(query), ...named])} />;
}

export function Routes() {
  const screens = useScreens();
  const routes = useMemo(() => screens.flatMap((screen) => screen.routes), [screens]);
  useEffect(() => {
    // A file that cannot be read now is asked for again, and complained of, when its screen is opened.
    const loadAhead = () => Promise.all(routes.flatMap(({ load }) => load?.() ?? [])).catch(console.error);
    const idle = window.requestIdleCallback(loadAhead);
    return () => window.cancelIdleCallback(idle);
  }, [routes]);
  return (
    <Router hook={useGuardedPath}>
      <Suspense fallback={null}>
        <Switch>
          {routes.map((route) => (
            <Route path={route.path} key={route.path}>
              {(params) => <Addressed route={route} params={params} />}
            </Route>
          ))}
          <Route>{screens[0] === undefined ? null : <Redirect to={homeOf(screens[0])} />}</Route>
        </Switch>
      </Suspense>
    </Router>
  );
}
