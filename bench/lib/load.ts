import autocannon from 'autocannon';

export interface LoadRequest {
  readonly path: string;
  readonly bearer?: string;
  readonly body: unknown;
}

export interface LoadFigures {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

/** Sends POST requests over many connections as fast as they are answered, and measures. Throws unless all go well. */
export async function load(
  url: string,
  {
    amount,
    connections = 50,
    request,
  }: { readonly amount: number; readonly connections?: number; readonly request: (i: number) => LoadRequest },
): Promise<LoadFigures> {
  let sent = 0;
  const began = performance.now();
  const result = await autocannon({
    url,
    connections,
    amount,
    requests: [
      {
        setupRequest: (defaults) => {
          const { path, bearer, body } = request(sent++ % amount);
          return {
            ...defaults,
            method: 'POST',
            path,
            headers: {
              'content-type': 'application/json',
              ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
            },
            body: JSON.stringify(body),
          };
        },
      },
    ],
  });
  const seconds = (performance.now() - began) / 1_000;
  if (result['2xx'] !== amount) throw new Error(`${amount - result['2xx']} of ${amount} requests to ${url} went wrong`);
  return { perSecond: amount / seconds, p50: result.latency.p50, p99: result.latency.p99 };
}
