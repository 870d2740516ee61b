"""The pages round examples, a module a place."""
