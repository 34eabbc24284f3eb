/** Words of the box that finds people, units, screens and commands. */
export const palette = {
  label: "Find people, units, screens, commands",
  placeholder: "Find people, units, commands",
  hits: "What was found",
  kind: {
    recent: "Opened lately",
    person: "Officials",
    unit: "Units",
    screen: "Screens",
    command: "Commands",
  },
  everybody: "Show all {{text}} people found",
  nothing: "Nothing found",
  looking: "Looking…",
} as const;
