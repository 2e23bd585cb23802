"""The unit's profile from its file; every way in which the file cannot be read is told."""

import tomllib
from pathlib import Path

from plugins.model.problems import Problem, problem
from plugins.model.profile import PROFILE, Profile, read_profile
from plugins.model.tomlwords import toml_fault


def profile_of(content: Path) -> tuple[Profile | None, list[Problem]]:
    """The profile, None when it cannot be used, and what is wrong."""
    file = content / PROFILE
    if file.is_symlink() or not file.is_file():
        return None, [problem("profile-missing", PROFILE)]
    try:
        raw = tomllib.loads(file.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        return None, [problem("file-unreadable", PROFILE, reason=error.strerror or "?")]
    except UnicodeDecodeError:
        return None, [problem("encoding-not-utf8", PROFILE, guess="cần UTF-8")]
    except (ValueError, RecursionError) as error:  # TOMLDecodeError is one; so is a number of 5,000 digits
        reason, line = toml_fault(error)
        return None, [problem("profile-toml", PROFILE, line, reason=reason)]
    profile, problems = read_profile(raw)
    return profile, list(problems)
