/** What the pop-out window shows behind its widgets: a colour that a streaming program can take out, or a surface. */
export const popoutBackgrounds = ['green', 'magenta', 'transparent', 'dark', 'light'] as const;
export type PopoutBackground = (typeof popoutBackgrounds)[number];

/** How the pop-out's texts stand on the background: on dark or light cards, or bare with an outline. */
export const popoutThemes = ['dark', 'light', 'outline'] as const;
export type PopoutTheme = (typeof popoutThemes)[number];

/** The size that the pop-out opens with; its texts follow the window whatever it is pulled to. */
export const popoutSizes = ['strip', 'box', 'column'] as const;
export type PopoutSize = (typeof popoutSizes)[number];

/** In px, of the window's content. */
export const popoutPixels: Readonly<
  Record<PopoutSize, { readonly width: number; readonly height: number }>
> = {
  strip: { width: 960, height: 160 },
  box: { width: 480, height: 360 },
  column: { width: 360, height: 720 },
};

/** What the pop-out can show, in the order in which it is drawn. */
export const popoutWidgets = ['total', 'goal', 'last', 'top', 'ticker'] as const;
export type PopoutWidget = (typeof popoutWidgets)[number];

/** How the pop-out looks. */
export interface PopoutSettings {
  readonly background: PopoutBackground;
  readonly theme: PopoutTheme;
  readonly size: PopoutSize;
  readonly widgets: readonly PopoutWidget[];
}

/** How it looks before the user chose anything. */
export const freshPopout: PopoutSettings = {
  background: 'green',
  theme: 'dark',
  size: 'box',
  widgets: ['total', 'goal', 'last'],
};
