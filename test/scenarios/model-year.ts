// Who should get which mail when: the rules in their simplest words, written without looking at the product.

/** A day counted from the first one of the story. */
export type Day = number;

/** What an asking mail looks like from outside. */
export type Asking = 'Invitation' | 'New version' | 'Reminder';

const BEFORE_AND_AFTER = [-30, -14, -7, -1, 0, 7, 14];
const QUIET = 5;
const TO_ANSWER = 30;

/** One member, as somebody with a notebook would follow her. */
export class Notebook {
  active = true;
  reachable = true;
  accepted: { version: number; day: Day } | null = null;
  /** The version that she declined, if that was her last word. */
  declined: number | null = null;
  /** Every mail that asked her. */
  asked: Day[] = [];
  /** What she was asked for last, and since when; forgotten while she is away. */
  topic = '';
  topicSince: Day = 0;
  /** The day until which she is to renew. */
  renewBy: Day = 0;

  /** @param sameDayNextYear gives the day a year after a day, in the calendar */
  constructor(private readonly sameDayNextYear: (day: Day) => Day) {}

  /** A sweep runs on this day: the mail that she should get, if any. */
  sweep(day: Day, version: number): Asking | null {
    if (!this.active) this.topic = '';
    if (!this.active || !this.reachable || this.declined === version) return null;
    const last = this.asked[this.asked.length - 1] ?? Number.NEGATIVE_INFINITY;
    if (day - last < QUIET) return null;
    const mail =
      this.accepted?.version === version ? this.renewal(day, last) : this.versionMail(day, last, version);
    if (mail) this.asked.push(day);
    return mail;
  }

  /** She accepted an older version or none: first she is told, then reminded around the day by which she is to answer. */
  private versionMail(day: Day, last: Day, version: number): Asking | null {
    if (this.topic !== `version ${version}`) {
      this.topic = `version ${version}`;
      this.topicSince = day;
      return this.accepted ? 'New version' : 'Invitation';
    }
    return this.isReminderOpen(this.topicSince + TO_ANSWER, day, last) ? 'Reminder' : null;
  }

  /**
   * She accepted the version in force: once a year she is asked again. Who comes back after her due day is asked as if
   * it were new: she has the answer days from that day.
   */
  private renewal(day: Day, last: Day): Asking | null {
    const due = this.sameDayNextYear(this.accepted?.day ?? 0);
    const isNew = this.topic !== `renewal ${due}`;
    if (isNew) this.renewBy = day > due ? day + TO_ANSWER : due;
    if (!this.isReminderOpen(this.renewBy, day, isNew ? Number.NEGATIVE_INFINITY : last)) return null;
    this.topic = `renewal ${due}`;
    return 'Reminder';
  }

  /** Only the latest reminder day that has come matters, and only if no mail has asked her around it already. */
  private isReminderOpen(due: Day, day: Day, last: Day): boolean {
    const come = BEFORE_AND_AFTER.map((offset) => due + offset).filter((date) => date <= day);
    const latest = come[come.length - 1];
    return latest !== undefined && latest - last >= QUIET;
  }
}
