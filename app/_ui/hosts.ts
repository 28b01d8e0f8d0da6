// What every page has from its first quiet moment on, as one file.
export { ToastRegion } from "./toast/toast-region";
export { TooltipHost } from "./tooltip-host";
