/** The words of the form after a call, beside the company's own. */
export const wrapupForm = {
  'form.label': 'Form',
  'form.required': 'Required',
  'form.missing': 'Fill this in before you close.',
  'form.too-long': 'Longer than {most} characters.',
  'form.not-a-number': 'Enter a number.',
  'form.not-a-day': 'Enter a date.',
  'form.unreadable': 'Remove characters that cannot be shown.',
} as const;
