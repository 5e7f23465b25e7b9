// Methods of Google's that its published types lack.

declare namespace GoogleAppsScript {
  namespace Forms {
    interface FormApp {
      /** Since April 2025: a form that starts published or not. */
      create(title: string, isPublished: boolean): Form;
    }
    interface Form {
      isPublished(): boolean;
      /** Publishing also turns on accepting responses. */
      setPublished(enabled: boolean): Form;
    }
  }
}
