/** Mantine in the program's clothes: dense controls, one typeface, the colours of tokens.ts. */
import {
  Button,
  Combobox,
  createTheme,
  type CSSVariablesResolver,
  Input,
  InputWrapper,
  type MantineThemeOverride,
  mergeThemeOverrides,
  Modal,
  Portal,
  Tooltip,
} from "@mantine/core";
import {
  accentShades,
  dangerShades,
  darkShades,
  type Palette,
  palettes,
  plainButton,
  strongShade,
  tokenVariables,
} from "./tokens";

/** A record that may only be looked at is there to be read: Mantine's own grey on grey is too faint for that. */
const inputVariables = { "--input-fz": "0.84375rem", "--input-disabled-color": "var(--ink)" } as const;

const look = createTheme({
  fontFamily: "'Be Vietnam Pro', 'Segoe UI', sans-serif",
  headings: {
    fontFamily: "'Be Vietnam Pro', 'Segoe UI', sans-serif",
    fontWeight: "600",
    sizes: { h1: { fontSize: "1.25rem", lineHeight: "1.35" }, h2: { fontSize: "1rem", lineHeight: "1.4" } },
  },
  fontSizes: { xs: "0.75rem", sm: "0.84375rem", md: "0.9375rem", lg: "1.0625rem", xl: "1.25rem" },
  spacing: { xs: "0.375rem", sm: "0.625rem", md: "0.875rem", lg: "1.25rem", xl: "1.75rem" },
  defaultRadius: "sm",
  radius: { sm: "5px", md: "8px" },
  colors: { accent: accentShades, danger: dangerShades, dark: darkShades },
  primaryColor: "accent",
  primaryShade: strongShade,
  cursorType: "pointer",
  respectReducedMotion: true,
  components: {
    Input: Input.extend({
      vars: (_theme, props) =>
        props.multiline === true
          ? { wrapper: inputVariables }
          : { wrapper: { ...inputVariables, "--input-height": "2rem" } },
    }),
    InputWrapper: InputWrapper.extend({
      vars: () => ({
        label: { "--input-label-size": "0.8125rem", "--input-asterisk-color": "var(--danger)" },
        error: { "--input-error-size": "0.75rem" },
        description: { "--input-description-size": "0.78125rem" },
        success: {},
      }),
    }),
    Button: Button.extend({
      defaultProps: { size: "sm" },
      vars: () => ({
        root: { "--button-height": "2rem", "--button-padding-x": "0.875rem", "--button-fz": "0.84375rem" },
      }),
    }),
    Modal: Modal.extend({
      // The page itself never scrolls; locking it would only add a style element that the content policy refuses.
      defaultProps: {
        lockScroll: false,
        centered: true,
        // One that fades on would still count as open, and the next key would be lost behind it.
        transitionProps: { duration: 100, exitDuration: 0 },
        radius: "md",
        // Never over the line where notices stand.
        yOffset: "max(5dvh, calc(var(--status-line) + 0.25rem))",
        overlayProps: { backgroundOpacity: 0.35 },
      },
      styles: { title: { fontWeight: 600, fontSize: "1.0625rem" } },
    }),
    Combobox: Combobox.extend({ defaultProps: { shadow: "md" } }),
    Portal: Portal.extend({ defaultProps: { target: "#overlays" } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400, withArrow: true, multiline: true, maw: 320 } }),
  },
});

/**
 * The theme with the few words that Mantine says by itself, in the user's language.
 * @param close name of every close button
 */
export function themeIn(close: string): MantineThemeOverride {
  const closeButtonProps = { "aria-label": close };
  return mergeThemeOverrides(look, {
    components: {
      Modal: { defaultProps: { ...look.components?.["Modal"]?.defaultProps, closeButtonProps } },
    },
  });
}

/** What the kit paints by itself, in the colours of a look. */
function lookVariables(palette: Palette): Record<string, string> {
  const { surfaces } = palette;
  const plain = plainButton(palette);
  return {
    ...tokenVariables(palette),
    "--mantine-color-text": surfaces["--ink"],
    "--mantine-color-dimmed": surfaces["--ink-muted"],
    "--mantine-color-placeholder": surfaces["--ink-muted"],
    "--mantine-color-error": surfaces["--danger"],
    "--mantine-color-anchor": surfaces["--accent-ink"],
    "--mantine-color-default": plain.ground,
    "--mantine-color-default-color": plain.text,
    "--mantine-color-default-hover": plain.hover,
    "--mantine-color-default-border": surfaces["--line-strong"],
  };
}

export const variablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: lookVariables(palettes.light),
  dark: lookVariables(palettes.dark),
});
