"""Django's backend for SQLite, in which the writers of one process queue up."""
