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

  namespace Script {
    interface AuthorizationInfo {
      /** Since January 2025: what the account has granted. */
      getAuthorizedScopes(): string[];
    }
    interface Trigger {
      /** Not in the reference, and there: whether Google has switched it off. */
      isDisabled?(): boolean;
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
