export { createApp, type App, type AppOptions } from './app.js';
export { ConfigError, readConfig, type Config } from './config/read-config.js';
export type { Deps, Logger, Settings } from './deps.js';
export { jsonLogger } from './log/json-logger.js';
export { startServer, type RunningServer } from './start-server.js';
