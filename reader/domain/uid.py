"""The ids that annotations, tags, memos, links and saved queries keep in every file and library."""


def new_uid() -> str:
    """A random UUID (RFC 4122, version 4) as text."""
    import uuid  # here, since it asks much of the platform, and a start makes no ids

    return str(uuid.uuid4())
