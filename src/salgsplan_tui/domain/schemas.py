"""What pydantic has to know of values; only `domain/checking.py` asks for it, for pydantic is heavy."""

from typing import Any, Final

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from salgsplan_tui.domain.values import Before, Check, Value

FROM_FILE: Final = {"file": True}
"""The validation context of what comes from a file, where only the file format's own forms count."""


def before(marker: Before, schema: CoreSchema) -> CoreSchema:
    """Return the schema of what is made of something first."""

    def make(value: object, info: core_schema.ValidationInfo) -> object:
        return marker.in_file(value) if info.context is FROM_FILE else marker.make(value)

    return core_schema.with_info_before_validator_function(make, schema)


def after(marker: Check, schema: CoreSchema) -> CoreSchema:
    """Return the schema of what is checked at last."""
    return core_schema.no_info_after_validator_function(marker.check, schema)


def value(kind: type[Value], handler: GetCoreSchemaHandler) -> CoreSchema:
    """Return the schema of a table that a value is made of, or of the value itself."""
    names = {key: name for name, key in kind.field_keys.items()}
    fields = {
        key: core_schema.typed_dict_field(
            _told_by_value(handler.generate_schema(kind.field_annotations[name]), handler),
            required=name in kind.required_fields,
        )
        for key, name in names.items()
    }

    def gather(table: object) -> object:
        return kind.gathered(table) if isinstance(table, dict) else table

    def make(table: dict[str, object]) -> Value:
        given = {names[key]: item for key, item in table.items() if key in names}
        made = kind.made_of(given, {key: item for key, item in table.items() if key not in names})
        made.check_whole()
        return made

    def take(item: object, check: core_schema.ValidatorFunctionWrapHandler) -> object:
        return item if isinstance(item, kind) else check(item)

    table = core_schema.typed_dict_schema(fields, extra_behavior="allow", config={"strict": True})
    gathered = core_schema.no_info_before_validator_function(gather, table)
    made = core_schema.no_info_after_validator_function(make, gathered)
    return core_schema.no_info_wrap_validator_function(take, made)


def _told_by_value(schema: Any, handler: GetCoreSchemaHandler) -> Any:  # noqa: ANN401  # each kind has keys of its own
    """Return the schema with every enum in it told by its value: that is how files have it."""
    if isinstance(schema, list):
        return [_told_by_value(each, handler) for each in schema]
    if not isinstance(schema, dict) or "type" not in schema:
        return schema
    found = _referred(schema, handler) if schema["type"] == "definition-ref" else schema
    if found["type"] == "enum":
        return {key: item for key, item in found.items() if key != "ref"} | {"strict": False}
    return {key: _told_by_value(item, handler) for key, item in schema.items()}


def _referred(schema: Any, handler: GetCoreSchemaHandler) -> Any:  # noqa: ANN401  # as above
    """Return what is only referred to, because a value has several fields of it."""
    return handler.resolve_ref_schema(schema)
