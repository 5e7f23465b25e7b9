// What Google Sheets shows beside our functions while somebody types a formula. The build puts it into the script.

export const CUSTOM_FUNCTIONS = {
  IMAGE_PERMISSION: {
    about: 'Whether pictures of each of these people may be taken and used, as the roster says.',
    people: 'Names, mail addresses or Member IDs: one cell, or a column such as A2:A.',
    answers: 'Allowed, Limited or Opted out; or why nobody can tell.',
  },
  CODE_STANDING: {
    about: 'How each of these people stands with the Code of Conduct, as the roster says.',
    people: 'Names, mail addresses or Member IDs: one cell, or a column such as A2:A.',
    answers: 'The standing from the roster; or why nobody can tell.',
  },
} as const;
