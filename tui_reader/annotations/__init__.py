"""What the reader wrote: kept in one YAML file, never lost."""
