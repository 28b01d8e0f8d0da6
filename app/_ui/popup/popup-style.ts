/** The look of what floats: menus, popovers, lists of a combobox. */
export const popupStyle = "arrive-popup rounded-10 bg-raised text-text shadow-float outline-none";

/** One row of a menu or list. */
export const rowStyle =
  "flex control-sm w-full select-none items-center gap-2.5 rounded-6 px-2 py-1 text-left text-14 outline-none data-highlighted:bg-hover data-disabled:text-faint";
