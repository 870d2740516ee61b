"""The pages of the documents. Each view fetches, asks and answers; forms work without JavaScript."""
