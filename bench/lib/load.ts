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
  let ended = began;
  const options: autocannon.Options = {
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
  };
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const running = autocannon(options, (error: unknown, done: autocannon.Result) => {
      if (error) reject(error instanceof Error ? error : new Error('The load could not be made.'));
      else resolve(done);
    });
    // It says that it is done at the next full second only.
    running.on('response', () => (ended = performance.now()));
  });
  const seconds = (ended - began) / 1_000;
  if (result['2xx'] !== amount) throw new Error(`${amount - result['2xx']} of ${amount} requests to ${url} went wrong`);
  return { perSecond: amount / seconds, p50: result.latency.p50, p99: result.latency.p99 };
}
