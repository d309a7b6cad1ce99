"""From the start of a process to its first answer, with the library loaded, beside a hello world.

Each run is a new interpreter, by turns, started as AWS Lambda has it: no virtual environment's hooks (-S),
the packages on the path, everything compiled before (a first run of each fills a folder of .pyc files for
this bench). Of the packages that only the tests install, typing_extensions would be found by msgspec: it is
hidden, as it is not in requirements.txt and so never in a Lambda package. A bare interpreter shows what is
nobody's doing.

    python -m bench.cold
"""

import json
import os
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
from pathlib import Path

from bench.turn import request

RUNS = 21
AIM = 1.0
ROOT = Path(__file__).parent.parent
COUNT = """
import os, sys
specs = [getattr(module, "__spec__", None) for module in list(sys.modules.values())]
files = [spec.cached for spec in specs if spec and spec.cached]
print(sum(map(os.path.exists, files)), len(files), file=sys.stderr)"""
ANSWER = "import json, sys; print(json.dumps(respond(json.loads(sys.argv[1]))))"
OURS = "from lambda_function import lambda_handler as handle; respond = lambda event: handle(event, None)"
HIDDEN = "import sys; sys.modules['typing_extensions'] = None; "
PROGRAMS = {
    "bare interpreter": "pass",
    "hello world": f"{HIDDEN}from bench.hello import lambda_handler as respond; {ANSWER}",
    "holding hands": f"{HIDDEN}{OURS}; {ANSWER}",
}


def main() -> None:
    """Prints the medians, their ratio, and whether compiled files were used."""
    asked = request("intent_check_in_one_shot")
    with tempfile.TemporaryDirectory() as folder:
        environment = _environment(folder)
        for program in PROGRAMS.values():
            _run(program, asked, environment)
        compiled = {name: _run(each + COUNT, asked, environment)[1] for name, each in PROGRAMS.items()}
        times: dict[str, list[float]] = {name: [] for name in PROGRAMS}
        for _ in range(RUNS):
            for name, program in PROGRAMS.items():
                times[name].append(_run(program, asked, environment)[0])
    _tell({name: statistics.median(each) for name, each in times.items()}, compiled)


def _tell(medians: dict[str, float], compiled: dict[str, str]) -> None:
    print(f"cold start to first answer, medians of {RUNS} runs each, by turns")
    for name, median in medians.items():
        present, loaded = compiled[name].split()
        print(f"  {name:18} {median:6.1f} ms   .pyc there for {present} of {loaded} modules")
    ratio = medians["holding hands"] / medians["hello world"]
    print(f"  holding hands / hello world: {ratio:.2f}x (aim <= {AIM}x)")


def _run(program: str, asked: str, environment: dict[str, str]) -> tuple[float, str]:
    """Milliseconds of a run, and the last line of its error stream."""
    command = [sys.executable, "-S", "-c", program, asked]
    began = time.perf_counter()
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    taken = (time.perf_counter() - began) * 1000
    if done.stdout and "outputSpeech" not in json.loads(done.stdout)["response"]:
        raise SystemExit("An answer had no words; this measures nothing.")
    return taken, done.stderr.strip().rpartition("\n")[2]


def _environment(compiled: str) -> dict[str, str]:
    """Ours, without what would change the skill or keep Python from compiling."""
    ours = ("HOLDING_HANDS", "PYTHON")
    paths = sysconfig.get_paths()
    path = os.pathsep.join(dict.fromkeys((str(ROOT), paths["purelib"], paths["platlib"])))
    kept = {key: value for key, value in os.environ.items() if not key.startswith(ours)}
    return kept | {"PYTHONPATH": path, "PYTHONPYCACHEPREFIX": compiled}


if __name__ == "__main__":
    main()
