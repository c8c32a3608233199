"""Checks in environments of their own; CI (`.ci/run`) and people run the same ones.

    nox                          lint, the tests on each Python that is installed, the docs
    nox -s tests-3.12 -- -k cli  some tests on one Python; what follows `--` is passed to pytest
    nox -s lowest                the tests with the lowest versions that pyproject.toml allows
    nox --list                   all sessions

Every session but `lint` tests the built wheel: it runs in a copy of the tree that has no `src/`.
A Python that is not installed is skipped, which the summary at the end says.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
from pathlib import Path

import nox

nox.needs_version = ">=2025.2.9"
nox.options.default_venv_backend = "uv|virtualenv"
nox.options.download_python = "never"
nox.options.error_on_missing_interpreters = False
nox.options.sessions = ["lint", "tests", "docs"]

os.environ["NEWSDEDUP_STRICT"] = "1"  # an error while an article is read fails the check, not only the article

ROOT = Path(__file__).parent
PROJECT = nox.project.load_toml(ROOT / "pyproject.toml")
PYTHONS = nox.project.python_versions(PROJECT)  # those of the classifiers
# pyenv shows one of the Pythons that it has installed; nox finds the others by the search path.
PYENV = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
INSTALLED = [str(folder) for one in PYTHONS for folder in PYENV.glob(f"{one}.*/bin")]
os.environ["PATH"] = os.pathsep.join([*INSTALLED, os.environ["PATH"]])

OTHER_PYTHONS = [one for one in PYTHONS if one != f"{sys.version_info.major}.{sys.version_info.minor}"]
NOT_COPIED = (".git", ".nox", ".venv", ".*_cache", ".coverage*", ".hypothesis", "__pycache__", "build", "dist")
IN_PARALLEL = ("-n", "auto", "--dist", "loadgroup")  # tests with Spark form a group: one worker starts one Spark
SPARK_ONLY = "*/interfaces/spark/*"
SHORT_RUN = (
    *("tests/test_docstrings.py", "tests/test_consolidate.py"),
    *("tests/interfaces/test_plots.py", "tests/support/test_frames.py"),
)


@nox.session
def lint(session: nox.Session) -> None:
    """Style, types, and the layers of the imports."""
    session.install(".[lint,test]")
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")
    session.run("mypy")
    session.chdir("src")  # import-linter reads the package from here
    session.run("lint-imports", "--config", "../pyproject.toml", "--no-cache")


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """The tests on each Python, with the newest releases of the dependencies."""
    session.install(".[test]")
    _run_tests(session)


@nox.session(python=OTHER_PYTHONS)
def other_pythons(session: nox.Session) -> None:
    """A short run for CI, which runs all tests on its own Python: where Pythons and libraries are likely to differ.

    That is every example of the docstrings, consolidation, plots and tables.
    """
    session.install(".[test]")
    _run_tests(session, "-n", "0", *SHORT_RUN)  # several workers would each compile the same few kernels


@nox.session(python=PYTHONS[0], venv_backend="uv")
def lowest(session: nox.Session) -> None:
    """The tests on the oldest Python, with the lowest allowed version of each dependency."""
    session.install("--resolution", "lowest-direct", ".[test]")
    # Only direct dependencies are old: they call what newer releases of their own dependencies deprecate.
    _run_tests(session, "-W", "ignore::DeprecationWarning")


@nox.session(venv_backend="uv")
def spark(session: nox.Session) -> None:
    """The tests of batches and of Spark, with branch coverage; then copies of generated news in three ways of Spark."""
    if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
        session.skip("Spark needs Java 17, which is not installed")
    session.install(".[test,spark]", "pyspark[connect]")
    session.chdir(_copied(session, sources=False))
    data = _folder_of_coverage(session)
    rooms = session.posargs or ("tests/batch", "tests/interfaces/spark")
    session.run("python", "-m", "pytest", "-q", *_measured(), *rooms, env={"COVERAGE_FILE": f"{data}/spark"})
    if not session.posargs:
        _report_coverage(session, data, f"--include=*/batch/*,{SPARK_ONLY}")
        session.run("python", ".ci/spark_runs.py")


@nox.session(venv_backend="uv")
def newest(session: nox.Session) -> None:
    """The tests with the newest versions of the dependencies, pre-releases too; not in CI, as they may be broken."""
    session.install("--prerelease", "allow", ".[test]")
    _run_tests(session)


@nox.session
def docs(session: nox.Session) -> None:
    """Tables and Python blocks of the README and the docs; the docs, which run their notebooks."""
    session.install(".[test,docs]")
    session.chdir(_copied(session, sources=False))
    _check_pages(session)


@nox.session
def floors(session: nox.Session) -> None:
    """The quality against its floors: the committed results, and measured now where the labelled sets are."""
    session.install(".[test]")
    session.chdir(_copied(session, sources=False))
    _check_floors(session)


@nox.session
def mutations(session: nox.Session) -> None:
    """Which rules can be removed without a failing test; about half an hour on two cores, not in CI."""
    session.install(".[test]")
    session.run("python", "benchmarks/mutations.py", *session.posargs)


@nox.session
def fuzz(session: nox.Session) -> None:
    """Random hostile inputs for the fuzz targets, `-- --minutes 60`; what is found goes into their corpus."""
    session.install(".[test]")
    session.run("python", "tests/fuzz/session.py", *session.posargs)


@nox.session(venv_backend="venv")
def readme_run(session: nox.Session) -> None:
    """The README's command that installs and consolidates the seeds, word for word in a new environment."""
    session.chdir(_copied(session))
    output = session.run("sh", "-c", _readme_command("newsdedup consolidate"), external=True, silent=True)
    session.log("\n".join(["the last lines of the output:", *output.splitlines()[-5:]]))


@nox.session(venv_backend="venv")
def readme_tests(session: nox.Session) -> None:
    """The README's test command in a new environment, with branch coverage; then floors and docs.

    The command is word for word that of the README. Environment variables add workers and coverage,
    and the sources are removed between its two halves, so that this is the one full run of the tests.
    Floors and docs follow in the same environment because its kernels are compiled by then.
    """
    tree = _copied(session)
    session.chdir(tree)
    install, _, run_tests = _readme_command("pytest").partition(" && ")
    _shell(session, install)
    shutil.rmtree(tree / "src")
    data = _folder_of_coverage(session)
    options = " ".join((*IN_PARALLEL, *_measured()))
    _shell(session, run_tests, PYTEST_ADDOPTS=options, COVERAGE_FILE=f"{data}/compiled")
    # Compiled kernels are invisible to coverage; as plain Python their lines and branches count.
    plain = {"PYTEST_ADDOPTS": options, "COVERAGE_FILE": f"{data}/plain", "NUMBA_DISABLE_JIT": "1"}
    session.run("python", "-m", "pytest", "-q", "-m", "kernels", "-W", "ignore::RuntimeWarning", env=plain)
    _report_coverage(session, data, f"--omit={SPARK_ONLY}")
    _check_floors(session)
    session.install(*PROJECT["project"]["optional-dependencies"]["docs"])
    _check_pages(session)


def _run_tests(session: nox.Session, *options: str) -> None:
    session.chdir(_copied(session, sources=False))
    session.run("python", "-m", "pytest", "-q", *IN_PARALLEL, *options, *session.posargs)


def _measured() -> tuple[str, ...]:
    """Options of pytest for branch coverage; the data are reported later."""
    return "--cov", "--cov-report=", f"--cov-config={ROOT / 'pyproject.toml'}", "--cov-fail-under=0"


def _folder_of_coverage(session: nox.Session) -> Path:
    data = Path(session.create_tmp()) / "coverage"
    shutil.rmtree(data, ignore_errors=True)
    data.mkdir()
    return data


def _report_coverage(session: nox.Session, data: Path, *options: str) -> None:
    """Report what all files of a folder cover together, and fail where that is too little."""
    joined = {"COVERAGE_FILE": f"{data}/all"}
    with session.chdir(ROOT):  # the report shows the files in src that the installed ones are mapped to
        session.run("coverage", "combine", "--quiet", *map(str, data.iterdir()), env=joined)
        session.run("coverage", "report", *options, env=joined)


def _check_floors(session: nox.Session) -> None:
    session.run("python", "benchmarks/floors.py")
    session.run("python", "benchmarks/floors.py", "--measure", "--data", "../shared/data")


def _check_pages(session: nox.Session) -> None:
    session.run("python", "benchmarks/pages.py", "--check")
    session.run("python", ".ci/page_blocks.py", "README.md", *map(str, sorted(Path("docs").rglob("*.md"))))
    session.run("python", "-m", "sphinx", "-W", "--keep-going", "-q", "docs", f"{session.create_tmp()}/site")


def _copied(session: nox.Session, *, sources: bool = True) -> Path:
    """A copy of the tree, with the folder of labelled sets beside it where there is one."""
    folder = Path(session.create_tmp())
    tree, shared = folder / ROOT.name, folder / "shared"
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(ROOT, tree, ignore=shutil.ignore_patterns(*NOT_COPIED))
    if not sources:
        shutil.rmtree(tree / "src")
    if (ROOT.parent / "shared").is_dir() and not shared.exists():
        shared.symlink_to((ROOT.parent / "shared").resolve())
    return tree


def _readme_command(part: str) -> str:
    """The README's line that installs the package and runs something."""
    lines = (ROOT / "README.md").read_text("utf-8").splitlines()
    return next(line for line in lines if re.match(rf"python -m pip install .* && .*{part}", line))


def _shell(session: nox.Session, line: str, **variables: str) -> None:
    session.run("sh", "-c", line, external=True, env=variables)
