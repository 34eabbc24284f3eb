/** Headings of columns of a person, where the words of the field alone do not say enough. */
export const columns = {
  of: "{{field}} ({{whose}})",
  numbered: "{{name}} {{row}}",
  /** The id of the person's record, in a workbook that is to come in again. */
  person: "Official id",
  toEdit: "List to edit {{day}}",
  computed: {
    number: "No.",
    age: "Age",
    postCount: "Number of posts",
    otherPosts: "Further posts",
    parentUnit: "Unit above",
    status: "Standard met: {{standard}}",
    missing: "What is missing: {{standard}}",
    missingOfAll: "What is missing",
  },
  heading: {
    qualification: {
      general: { level: "General education" },
      professional: {
        level: "Professional level",
        major: "Field of study",
        school: "School",
        granted: "Professional degree granted",
      },
      politicalTheory: { level: "Political theory level", granted: "Political theory granted" },
      stateManagement: { level: "State management" },
      it: { level: "Computing" },
      foreignLanguage: { level: "Foreign language" },
      ethnicLanguage: { level: "Ethnic language" },
      defence: { level: "Defence and security" },
      languageFramework: { level: "Foreign language by the six levels" },
    },
  },
};
