"""A filter of annotations as JSON, for filters that are saved and for whoever scripts with them.

Only what asks something is written. Values that a field does not know are an error, and so are fields that this version
does not know: a filter that is read in part would take in what it was to leave out.
"""

import json
from dataclasses import fields
from typing import Any

from reader.domain.mark_filter import MarkFilter
from reader.domain.model import AnchorState, Color
from reader.domain.scope import ReadState, Scope

_TEXTS = ("tags", "all_tags", "not_tags", "coders")


def filter_to_json(wanted: MarkFilter) -> str:
    """A filter as a JSON object with sorted keys."""
    found = _asked(wanted)
    if wanted.scopes:
        found["scopes"] = [_asked(scope) for scope in wanted.scopes]
    return json.dumps(found, ensure_ascii=False, sort_keys=True)


def filter_from_json(text: str) -> MarkFilter:
    """What ``filter_to_json`` made. Raises ValueError for anything else."""
    try:
        found: dict[str, Any] = dict(json.loads(text))
        for name in _TEXTS:
            if name in found:
                found[name] = tuple(str(value) for value in found[name])
        if "colors" in found:
            found["colors"] = tuple(map(Color, found["colors"]))
        if "states" in found:
            found["states"] = tuple(map(AnchorState, found["states"]))
        if "scopes" in found:
            found["scopes"] = tuple(_scope(scope) for scope in found["scopes"])
        return MarkFilter(**found)
    except (TypeError, ValueError) as error:
        raise ValueError(text) from error


def _asked(wanted: MarkFilter | Scope) -> dict[str, Any]:
    default = type(wanted)()
    return {
        field.name: value
        for field in fields(wanted)
        if (value := getattr(wanted, field.name)) != getattr(default, field.name)
    }


def _scope(found: dict[str, Any]) -> Scope:
    if "state" in found:
        found = found | {"state": ReadState(found["state"])}
    return Scope(**found)
