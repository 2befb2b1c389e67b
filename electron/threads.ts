/** Imported before anything else: files are written several at a time, and Node reads and writes with four threads by itself. */
process.env.UV_THREADPOOL_SIZE ??= '16';
