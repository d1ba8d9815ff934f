/** What the test extension's background has of the bridges. */
export interface Told {
  readonly page?: string;
  readonly nonce?: string;
  readonly notice?: Record<string, unknown>;
  readonly frame?: {
    readonly n: number;
    readonly again: boolean;
    readonly at: number;
    readonly via: string;
    readonly dir: string;
    readonly url: string;
    readonly body: string;
    readonly length: number;
    readonly isBytes: boolean;
    readonly request?: string;
  };
}

/** Runs the checks of `page-checks.ts` in the page. */
export const checksOf = (): Promise<Record<string, unknown>> => Reflect.get(window, 'runChecks')();
