// What PostGraphile takes for granted of Node 22, for a machine with Node 20.
Promise.withResolvers ??= function withResolvers() {
  let resolve, reject;
  const promise = new this((fulfil, fail) => [resolve, reject] = [fulfil, fail]);
  return { promise, resolve, reject };
};
