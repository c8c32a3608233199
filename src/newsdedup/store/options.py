"""The settings of a store: those in its file, and those that it is opened with."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from attrs import asdict

from newsdedup.events.evidence.model import Model, model_from, model_of
from newsdedup.store.tables.database import Database
from newsdedup.store.window.codec import SKETCH_VERSION
from newsdedup.support.errors import SettingError, StoreError
from newsdedup.support.settings import ReconcileSettings, StoreSettings, checked

_STORE_OPTIONS: Final = frozenset(one.name for one in StoreSettings.__attrs_attrs__)
_LASTING: Final = ("seed",)  # settings on which the stored sketches depend


def settings_of(
    database: Database, given: Mapping[str, Any], evidence: Model | str | Path | None
) -> tuple[StoreSettings, Model]:
    """The settings of a store with those that are given, and its model; they are written where they are new."""
    with database.reading():
        stored, model = database.get_meta("settings"), database.get_meta("model")
    before = _stored_settings(database, stored)
    settings = merged_settings(before, given)
    if stored is None:
        model = model_of(evidence)
        return (settings, model) if _is_written(database, settings, model) else settings_of(database, given, evidence)
    model = _stored_model(database, model)
    if evidence is not None and model_of(evidence).digest != model.digest:
        raise SettingError("evidence is not the model of this store: leave it out, or make another store with it")
    changed = [name for name in _LASTING if getattr(settings, name) != getattr(before, name)]
    if changed:
        raise SettingError(
            f"{changed[0]}={getattr(settings, changed[0])!r} is not that of this store, "
            f"{getattr(before, changed[0])!r}: leave it out, or make another store with it"
        )
    if settings != before and database.writes:
        with database.writing():
            database.set_meta("settings", asdict(settings))
            if reconcile_settings(settings) != reconcile_settings(before):
                database.set_stale()
    return settings, model


def _stored_settings(database: Database, stored: Any) -> StoreSettings:
    try:
        if not isinstance(stored, Mapping | None) or (stored and not stored.keys() <= _STORE_OPTIONS):
            raise SettingError(f"{repr(stored)[:100]} are not the options of open_store")
        return checked(StoreSettings, **(stored or {}))
    except SettingError as problem:
        raise StoreError(f"{database.path} has settings that no store has: {problem}; restore a backup") from problem


def _stored_model(database: Database, stored: Any) -> Model:
    try:
        return model_from(stored, str(database.path))
    except SettingError as problem:
        raise StoreError(f"the evidence model in {problem}, or restore a backup of the store") from problem


def merged_settings(before: StoreSettings | None, given: Mapping[str, Any]) -> StoreSettings:
    """Settings with those that are given instead."""
    if unknown := sorted(given.keys() - _STORE_OPTIONS):
        raise SettingError(f"open_store has no option {unknown[0]!r}: give some of {', '.join(sorted(_STORE_OPTIONS))}")
    settings = checked(StoreSettings, **{**(asdict(before) if before else {}), **given})
    reconcile_settings(settings)  # of some settings only both together are allowed
    return settings


def _is_written(database: Database, settings: StoreSettings, model: Model) -> bool:
    """Write the settings of a new store; False if another process was first."""
    if not database.writes:
        return True
    with database.writing():
        if database.get_meta("settings") is not None:
            return False
        database.set_meta("settings", asdict(settings))
        database.set_meta("model", asdict(model))
        database.set_meta("sketches", SKETCH_VERSION)
        return True


def reconcile_settings(settings: StoreSettings) -> ReconcileSettings:
    """How the records of a store are reconciled."""
    return checked(ReconcileSettings, policy=settings.policy, trusted=settings.trusted, people=settings.people)
