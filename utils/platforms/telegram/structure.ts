/** What parts of its pages are called here, and addresses there. */
export const telegramStructure = /^(?:page|gift|balance|listed|nothing|unclear|web|k|a)$/;
