// The last lines of every mail: why somebody gets it, and whom she can ask.

/** For whom a mail is: a member, somebody who works for the program or takes its pictures, or whoever wrote to us. */
export type Audience = 'member' | 'staff' | 'writer' | 'photographer';

const BECAUSE: Record<Audience, string> = {
  member: 'You get this email because you take part in the program.',
  staff: 'You get this email because you look after the Code of Conduct of the program.',
  photographer: 'You get this email because you take pictures for the program. Please do not pass it on.',
  writer: 'You get this email because somebody wrote to us and gave us this address.',
};

export function footerOf(audience: Audience, programme: string, contact: string): string {
  return `${programme}. ${BECAUSE[audience]} Questions? Write to ${contact}. We never ask for money by email.`;
}

/** The words of the link to the form for reports, which stands below every mail to a member. */
export const REPORT_OR_ASK = 'Report or ask';
export const REPORT_WHY = 'Is something not right, or do you have a question?';
