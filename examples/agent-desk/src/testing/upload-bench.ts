import type { UploadField } from '../admin/upload-field.js';

/** What a person does in a field for a file, and what it reports. */
export function uploadBench(element: UploadField) {
  const root = element.shadowRoot!;
  const reported: (string | null)[] = [];
  element.addEventListener('desk-file', (event) => reported.push((event as CustomEvent<string | null>).detail));
  const choose = (file: File) => {
    const files = new DataTransfer();
    files.items.add(file);
    const input = root.querySelector('input')!;
    input.files = files.files;
    input.dispatchEvent(new Event('change'));
  };
  const alert = () => root.querySelector('[role=alert]')?.textContent ?? '';
  return { element, root, reported, choose, alert };
}
