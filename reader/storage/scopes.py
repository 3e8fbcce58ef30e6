"""A ``Scope`` as SQL: the one place that says which items a scope takes in.

The queries that use it join ``item`` and ``page`` (and ``item_state`` as ``LEFT JOIN``) under their own names.
"""

from reader.domain.scope import UNKNOWN, ReadState, Scope

FROM_ITEMS = "item JOIN page ON page.id = item.page_id LEFT JOIN item_state ON item_state.id = item.id"

_STATES = {
    ReadState.ALL: "",
    ReadState.UNREAD: "item_state.read_at IS NULL",
    ReadState.ANNOTATED: "EXISTS (SELECT 1 FROM annotation WHERE annotation.item_id = item.id)",
    ReadState.DOUBTFUL: "item.doubtful",
}
_HAS_TAG = (
    "EXISTS (SELECT 1 FROM annotation JOIN annotation_tag ON annotation_tag.annotation_id = annotation.id"
    " JOIN tag ON tag.id = annotation_tag.tag_id WHERE annotation.item_id = item.id AND tag.name = ?)"
)
_HAS_NO_TAG = (
    "EXISTS (SELECT 1 FROM annotation WHERE annotation.item_id = item.id"
    " AND NOT EXISTS (SELECT 1 FROM annotation_tag WHERE annotation_id = annotation.id))"
)


def where(scope: Scope) -> tuple[str, list[object]]:
    """The condition of a scope and its parameters; always a valid expression."""
    conditions, parameters = ["item.readable"], []  # type: tuple[list[str], list[object]]
    for column, value in (
        ("item.section", scope.section),
        ("page.newspaper", scope.newspaper),
        ("page.issue_date", scope.issue_date),
    ):
        if value is not None:
            conditions.append(f"{column} IS ?")
            parameters.append(None if value == UNKNOWN else value)
    for column, number in (("page.id", scope.page_id), ("item.id", scope.item_id)):
        if number is not None:
            conditions.append(f"{column} = ?")
            parameters.append(number)
    if scope.tag is not None:
        conditions.append(_HAS_NO_TAG if scope.tag == UNKNOWN else _HAS_TAG)
        parameters += [scope.tag] if scope.tag != UNKNOWN else []
    for operator, date in ((">=", scope.date_from), ("<=", scope.date_to)):
        if date is not None:
            conditions.append(f"page.issue_date {operator} ?")
            parameters.append(date)
    if scope.headline:
        conditions.append("instr(lower(item.label), lower(?))")
        parameters.append(scope.headline)
    if _STATES[scope.state]:
        conditions.append(_STATES[scope.state])
    return " AND ".join(conditions), parameters
