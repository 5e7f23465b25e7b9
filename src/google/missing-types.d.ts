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

  namespace Sheets.Collection {
    interface SpreadsheetsCollection {
      /** As every method of an advanced service, it takes optional arguments. */
      batchUpdate(
        resource: Schema.BatchUpdateSpreadsheetRequest,
        spreadsheetId: string,
        optionalArgs: { fields: string },
      ): Schema.BatchUpdateSpreadsheetResponse;
    }
  }
}
