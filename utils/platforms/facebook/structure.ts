/** What parts of its pages are called here, and addresses there. */
export const facebookStructure = /^(?:page|stars|nothing|videos|watch|live)$/;
