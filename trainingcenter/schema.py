"""What the OpenAPI schema leaves out."""


def one_address_each(endpoints):
    """drf-spectacular hook: a documented call answers with a slash at its end too, but stands in the schema once."""
    paths = {path for path, *_ in endpoints}
    return [endpoint for endpoint in endpoints if not (endpoint[0].endswith("/") and endpoint[0].rstrip("/") in paths)]
