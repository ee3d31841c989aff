/* Firefox shows what follows a stylesheet before it has come, but not what follows a script, which waits for it. */
