// The name of the Google Doc that Set up makes of the Code of Conduct.

export const DOCUMENT_TITLE = 'IMSTL Code of Conduct';
