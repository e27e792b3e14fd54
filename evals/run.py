#!/usr/bin/env python3
"""Runs the language engine over every data set, prints one table, and fails below the floors.

usage: run.py [--binary target/release/saydo] [--own] [--update-floors] [--misses N]

The project's own sets are in evals/data. Public sets are read from SAYDO_NLU_DIR, or from
../shared/nlu where that exists, and are left out otherwise. The figures go to evals/results.md.
An accuracy below its floor in evals/floors.json fails; time is printed and never fails.
"""
import argparse
import datetime
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import titles

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent

# name, file, mode of `saydo interpret`, what score.py is asked for
OWN = [
    ("commands", "commands-dev.jsonl", "commands", "commands"),
    ("recurrences", "recurrences-dev.jsonl", "recurrences", "recurrences"),
    ("ordinary", "ordinary-dev.jsonl", "commands", "commands"),
    ("commands-de", "commands-de.jsonl", "commands", "commands"),
    ("recurrences-de", "recurrences-de.jsonl", "recurrences", "recurrences"),
    ("paraphrases", "paraphrases-dev.jsonl", "commands", "commands"),
    ("chat", "chat-dev.jsonl", "commands", "commands"),
    ("chat-de", "chat-de.jsonl", "commands", "commands"),
    # Generated; see titles.py.
    ("titles", None, "titles", "titles"),
]
PUBLIC = [
    ("utterances", "utterances.jsonl", "actions", "utterances"),
    ("dates-duckling", "dates-duckling.jsonl", "dates", "dates"),
    ("dates-recognizers", "dates-recognizers.jsonl", "dates", "dates"),
    ("dates-chrono", "dates-chrono.jsonl", "dates", "dates"),
]
# Figures where less is better; all others are accuracies.
FAULTS = ("false_mutation", "false_mutation_asking", "wrong_target", "wrong_mutation")


def public_folder():
    named = os.environ.get("SAYDO_NLU_DIR")
    if named:
        folder = pathlib.Path(named)
        if not folder.is_dir():
            sys.exit(f"SAYDO_NLU_DIR names {folder}, which is no folder")
        return folder
    beside = ROOT.parent / "shared" / "nlu"
    return beside if beside.is_dir() else None


def sets(own_only):
    for name, file, mode, what in OWN:
        yield name, file and HERE / "data" / file, mode, what
    folder = None if own_only else public_folder()
    for name, file, mode, what in PUBLIC if folder else []:
        if (folder / file).is_file():
            yield name, folder / file, mode, what


def predict(binary, rows, mode, out):
    command = [binary, "interpret", "--jsonl", "--mode", mode, "--fixtures", HERE / "data" / "fixtures.json"]
    with open(rows, "rb") as source, open(out, "wb") as target:
        done = subprocess.run(command, stdin=source, stdout=target, check=False)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))} ended with code {done.returncode}")


def write_titles(path):
    """The generated titles that look like dates and are none."""
    with open(path, "w", encoding="utf-8") as target:
        target.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in titles.rows())


def score_titles(rows, predictions, misses):
    """A title is clean when no date and no rule was found in it, and whole when it is kept as written."""
    counts = {"rows": 0, "clean": 0, "whole": 0}
    with open(rows, encoding="utf-8") as wanted, open(predictions, encoding="utf-8") as got:
        for row, line in zip(map(json.loads, wanted), map(json.loads, got), strict=True):
            calls = line["calls"]
            clean = len(calls) == 1 and not {"due", "recurrence"} & calls[0].keys()
            whole = clean and calls[0] == {"tool": "create_task", "title": row["text"]}
            counts["rows"] += 1
            counts["clean"] += clean
            counts["whole"] += whole
            if not whole and misses > 0:
                misses -= 1
                print(f"MISS {row['class']}: {row['text']}\n    {json.dumps(calls, ensure_ascii=False)}")
    return {name: count / counts["rows"] for name, count in counts.items() if name != "rows"}


def score(what, rows, predictions, misses):
    if what == "titles":
        return score_titles(rows, predictions, misses)
    with tempfile.NamedTemporaryFile(suffix=".json") as answer:
        command = [sys.executable, HERE / "score.py", what, rows, predictions, "--json", answer.name]
        text = subprocess.run(
            command + ["--misses", str(misses)], check=True, capture_output=True, text=True
        ).stdout
        if misses:
            print("\n".join(line for line in text.splitlines() if line.startswith(("MISS", "   "))))
        return json.load(open(answer.name, encoding="utf-8"))


def figures(what, scored):
    """The accuracies and faults of one set, flat."""
    if what == "dates":
        wanted = {"agreed": "agreed", "all": "all", "duckling core": "core"}
        return {
            f"{short}_{key}": scored[part][key]
            for part, short in wanted.items()
            if part in scored
            for key in ("ok", "full")
        }
    return {k: v for k, v in scored.items() if k != "rows" and not k.startswith("us_") and not k.startswith("field_")}


def is_worse(figure, value, floor):
    # Floors are written with four digits.
    return value > floor + 1e-4 if figure in FAULTS else value < floor - 1e-4


def missing(name, floors, values):
    """Floors whose figure was not measured: a figure that is gone is no better than one that fell."""
    return [f"{name} {figure}: no figure, floor {floor:.4f}" for figure, floor in floors.items() if figure not in values]


def table(results):
    rows = [("set", "figure", "value", "floor", "")]
    for name, values in results.items():
        for figure, (value, floor, ok) in values.items():
            limit = "" if floor is None else f"{100 * floor:.1f} %"
            rows.append((name, figure, f"{100 * value:.1f} %", limit, "" if ok else "worse"))
    return rows


def print_table(rows):
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip())


def write_results(rows, own_only):
    lines = ["# Results of the language engine", ""]
    lines.append(f"Written by `make eval` on {datetime.date.today().isoformat()}. ")
    if own_only:
        lines.append("The public sets were not there and are left out.")
    else:
        lines.append("Own sets and public sets.")
    lines += ["", "| set | figure | value | floor |", "| --- | --- | --- | --- |"]
    lines += [f"| {a} | {b} | {c} | {d} |" for a, b, c, d, _ in rows[1:]]
    (HERE / "results.md").write_text("\n".join(line.rstrip() for line in lines) + "\n", encoding="utf-8")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--binary", default=str(ROOT / "target" / "release" / "saydo"))
    parser.add_argument("--misses", type=int, default=0, help="print that many misses of each set")
    parser.add_argument("--update-floors", action="store_true", help="make today's figures the floors")
    parser.add_argument("--own", action="store_true", help="leave the public sets out")
    parser.add_argument("--no-results", action="store_true", help="do not write results.md")
    options = parser.parse_args()
    floors_file = HERE / "floors.json"
    floors = json.loads(floors_file.read_text(encoding="utf-8"))
    results, fell = {}, []
    with tempfile.TemporaryDirectory() as folder:
        for name, rows, mode, what in sets(options.own):
            out = pathlib.Path(folder) / f"{name}.out.jsonl"
            if what == "titles":
                rows = pathlib.Path(folder) / f"{name}.jsonl"
                write_titles(rows)
            predict(options.binary, rows, mode, out)
            scored = score(what, rows, out, options.misses)
            if "us_p50" in scored:
                print(f"{name}: {scored['us_p50']} us p50, {scored['us_p99']} us p99, {scored['us_max']} us at most")
            results[name] = {}
            for figure, value in figures(what, scored).items():
                floor = floors.get(name, {}).get(figure)
                ok = floor is None or not is_worse(figure, value, floor)
                results[name][figure] = (value, floor, ok)
                if not ok:
                    fell.append(f"{name} {figure}: {value:.4f}, floor {floor:.4f}")
            fell += missing(name, floors.get(name, {}), results[name])
    rows = table(results)
    print_table(rows)
    if not options.no_results:
        write_results(rows, own_only=options.own or public_folder() is None)
    if options.update_floors:
        for name, values in results.items():
            floors[name] = {figure: round(value, 4) for figure, (value, _, _) in values.items()}
        floors_file.write_text(json.dumps(floors, indent=2) + "\n", encoding="utf-8")
        return
    if fell:
        sys.exit("below the floor:\n  " + "\n  ".join(fell))


if __name__ == "__main__":
    main()
