DROP INDEX CONCURRENTLY {{schema}}{{index}};
