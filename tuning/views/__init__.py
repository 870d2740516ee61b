"""The pages of fine-tuning, a module a place."""
