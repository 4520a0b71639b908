/** A background that the host page offers to everybody. */
export interface CompanyImage {
  /** Kept with a person's choice: leave it as it is while the picture means the same. */
  readonly id: string;
  readonly name: string;
  /** Where it lies; from another origin it needs CORS, and `img-src` and `connect-src` have to allow it. */
  readonly url: string;
}

const prefix = 'company:';

export const companyImageId = ({ id }: CompanyImage): string => prefix + id;

/** The picture of an id, or null when it is not one of these. @throws when it cannot be had */
export async function loadCompanyImage(images: readonly CompanyImage[], imageId: string): Promise<Blob | null> {
  const found = images.find((image) => companyImageId(image) === imageId);
  if (!found) return null;
  const response = await fetch(found.url);
  if (!response.ok) throw new Error(`${found.url}: ${response.status}`);
  return response.blob();
}
