-- What DuckDB may use.
SET threads = :threads;
SET memory_limit = '2GB';
SET preserve_insertion_order = false;
