/** Characters of a data URL: what a page may carry of a picture. */
export const maxLogoLength = 90_000;
