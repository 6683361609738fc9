// Where the window's page comes from: the application's own scheme, never a file and never the network.
export const scheme = 'app';
export const pageHost = 'bundle';
export const pageOrigin = `${scheme}://${pageHost}`;
