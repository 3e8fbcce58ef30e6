"""The annotation list: every mark of the library in one table, filtered, sorted, grouped and edited in bulk."""
