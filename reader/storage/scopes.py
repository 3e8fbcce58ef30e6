"""A ``Scope`` as SQL: the one place that says which items a scope takes in.

The queries that use it join ``item`` and ``page`` (and ``item_state`` as ``LEFT JOIN``) under their own names.
"""

from reader.domain.scope import UNKNOWN, ReadState, Scope

FROM_ITEMS = "item JOIN page ON page.id = item.page_id LEFT JOIN item_state ON item_state.id = item.id"

_STATES = {
    ReadState.ALL: "",
    ReadState.UNREAD: "item_state.read_at IS NULL",
    ReadState.ANNOTATED: "item.id IN (SELECT item_id FROM annotation WHERE item_id IS NOT NULL)",
    ReadState.DOUBTFUL: "item.doubtful",
    ReadState.COPIED: (
        "item.id IN (SELECT item_id FROM copy WHERE group_id IN"
        " (SELECT group_id FROM copy GROUP BY group_id HAVING count(*) > 1))"
    ),
}
IS_HIDDEN_COPY = (
    "item.id IN (SELECT item_id FROM copy WHERE item_id > (SELECT min(item_id) FROM copy AS other"
    " WHERE other.group_id = copy.group_id) AND NOT EXISTS (SELECT 1 FROM annotation WHERE item_id = copy.item_id))"
)
"""Which articles ``Scope.once`` leaves out."""
# The marks give the items, not each item its marks: there are few of those in a large library.
_HAS_TAG = (
    "item.id IN (SELECT annotation.item_id FROM tag JOIN annotation_tag ON annotation_tag.tag_id = tag.id"
    " JOIN annotation ON annotation.id = annotation_tag.annotation_id WHERE tag.name = ?)"
)
_HAS_NO_TAG = (
    "item.id IN (SELECT annotation.item_id FROM annotation"
    " WHERE NOT EXISTS (SELECT 1 FROM annotation_tag WHERE annotation_id = annotation.id))"
)

_MARK_HAS_TAG = (
    "annotation.id IN (SELECT annotation_id FROM annotation_tag JOIN tag ON tag.id = tag_id WHERE tag.name = ?)"
)


def where(scope: Scope) -> tuple[str, list[object]]:
    """The condition of a scope and its parameters; always a valid expression."""
    pages, page_parameters = _pages(scope)
    items, item_parameters = _items(scope)
    return " AND ".join(["item.readable = 1", *pages, *items]), page_parameters + item_parameters


def asks_of_pages_alone(scope: Scope) -> bool:
    """Whether a scope takes in all items of its pages."""
    return not _items(scope)[0]


def where_pages(scope: Scope) -> tuple[str, list[object]]:
    """The condition for pages that a scope takes in, as far as it asks something of pages."""
    conditions, parameters = _pages(scope)
    return " AND ".join(["1", *conditions]), parameters


def where_marks(scope: Scope) -> tuple[str, list[object]]:
    """The condition for annotations that a scope takes in; the query joins ``annotation`` and ``page``.

    A scope that asks nothing of items takes in whatever is marked on its pages, also where no readable item is. One
    that names a tag takes in the annotations that have it, not all of the items that have one.
    """
    pages, parameters = _pages(scope)
    conditions = ["1", *pages]
    of_any_tag = scope.within(tag=None)
    if _items(of_any_tag)[0]:
        condition, item_parameters = where(of_any_tag)
        conditions.append(f"annotation.item_id IN (SELECT item.id FROM {FROM_ITEMS} WHERE {condition})")
        parameters += item_parameters
    if scope.tag == UNKNOWN:
        conditions.append("annotation.id NOT IN (SELECT annotation_id FROM annotation_tag)")
    elif scope.tag is not None:
        conditions.append(_MARK_HAS_TAG)
        parameters.append(scope.tag)
    return " AND ".join(conditions), parameters


def period_end(period: str) -> str:
    """What sorts behind a year or month and all dates in it, and before all others: "." comes after "-"."""
    return f"{period}."


def _pages(scope: Scope) -> tuple[list[str], list[object]]:
    """What a scope asks of pages."""
    conditions: list[str] = []
    parameters: list[object] = []
    for column, value in (("page.newspaper", scope.newspaper), ("page.issue_date", scope.issue_date)):
        if value is not None:
            conditions.append(f"{column} IS ?")
            parameters.append(None if value == UNKNOWN else value)
    if scope.period is not None:
        conditions.append("page.issue_date >= ? AND page.issue_date < ?")
        parameters += [scope.period, period_end(scope.period)]
    if scope.page_id is not None:
        conditions.append("page.id = ?")
        parameters.append(scope.page_id)
    for operator, date in ((">=", scope.date_from), ("<=", scope.date_to)):
        if date is not None:
            conditions.append(f"page.issue_date {operator} ?")
            parameters.append(date)
    return conditions, parameters


def _items(scope: Scope) -> tuple[list[str], list[object]]:
    """What a scope asks of items themselves."""
    conditions: list[str] = []
    parameters: list[object] = []
    if scope.section is not None:
        conditions.append("item.section IS ?")
        parameters.append(None if scope.section == UNKNOWN else scope.section)
    if scope.item_id is not None:
        conditions.append("item.id = ?")
        parameters.append(scope.item_id)
    if scope.tag is not None:
        conditions.append(_HAS_NO_TAG if scope.tag == UNKNOWN else _HAS_TAG)
        parameters += [scope.tag] if scope.tag != UNKNOWN else []
    if scope.headline:
        conditions.append("instr(lower(item.label), lower(?))")
        parameters.append(scope.headline)
    if _STATES[scope.state]:
        conditions.append(_STATES[scope.state])
    if scope.once:
        conditions.append(f"NOT {IS_HIDDEN_COPY}")
    return conditions, parameters
