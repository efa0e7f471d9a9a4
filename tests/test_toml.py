"""What is made of files is kept, and made anew as soon as one of them changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck import toml


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Keep a table made of two files, and note each making."""
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    monkeypatch.setattr("sys.pycache_prefix", None)
    for name in ("a.toml", "b.toml"):
        (tmp_path / name).write_text("x = 1", "utf-8")
    return []


def kept(folder: Path, made: list[str], value: object = "table") -> object:
    def make() -> object:
        made.append("made")
        return value

    return toml.kept(folder / "both", toml.stamp([folder / "a.toml", folder / "b.toml"]), make)


def test_a_table_is_made_once(tmp_path: Path, made: list[str]) -> None:
    assert [kept(tmp_path, made), kept(tmp_path, made)] == ["table", "table"]
    assert made == ["made"]


def test_a_table_is_made_anew_when_any_of_its_files_changes(tmp_path: Path, made: list[str]) -> None:
    kept(tmp_path, made)
    (tmp_path / "b.toml").write_text("x = 10", "utf-8")
    assert kept(tmp_path, made, "another") == "another"
    assert kept(tmp_path, made) == "another"


def test_a_broken_file_in_the_cache_is_not_trusted(tmp_path: Path, made: list[str]) -> None:
    kept(tmp_path, made)
    for path in (tmp_path / "__pycache__").iterdir():
        path.write_bytes(b"no table")
    assert kept(tmp_path, made) == "table"
    assert len(made) == 2


def test_what_cannot_be_kept_is_made_each_time(tmp_path: Path, made: list[str]) -> None:
    value = object()
    assert kept(tmp_path, made, value) is kept(tmp_path, made, value)
    assert len(made) == 2


def test_nothing_is_written_where_python_writes_no_bytecode(
    tmp_path: Path, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    assert kept(tmp_path, made) == "table"
    assert not (tmp_path / "__pycache__").exists()


def test_a_file_is_read_as_it_is_now(tmp_path: Path, made: list[str]) -> None:
    assert toml.read(tmp_path / "a.toml") == {"x": 1}
    (tmp_path / "a.toml").write_text("x = 22", "utf-8")
    assert toml.read(tmp_path / "a.toml") == {"x": 22}


def test_the_files_of_a_folder_are_listed_by_name(tmp_path: Path) -> None:
    for name in ("b.toml", "a.py", "c.txt", "a.toml"):
        (tmp_path / name).write_text("", "utf-8")
    listed = toml.listed(tmp_path, ".toml", ".py")
    assert [file.name for file in listed] == ["a.py", "a.toml", "b.toml"]
    assert toml.stamp(listed) == toml.stamp(tmp_path / name for name in ("a.py", "a.toml", "b.toml"))
