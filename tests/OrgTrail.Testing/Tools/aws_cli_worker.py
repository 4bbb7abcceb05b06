"""Runs AWS CLI commands in one process: its start and its imports take most of the time of a short command.

Reads one JSON line a command, {"arguments": [...], "environment": {...}, "folder": "..."}, and answers with one,
{"exitCode": ..., "output": "...", "error": "..."}. Each command gets a driver, and with it a session, of its own.
"""
import io
import json
import os
import sys

from awscli.clidriver import create_clidriver

# The import itself has set where the CLI's own data lies.
DATA_PATH = os.environ["AWS_DATA_PATH"]


def text_stream():
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)


def run(command):
    os.environ.clear()
    os.environ.update(command["environment"])
    os.environ["AWS_DATA_PATH"] = DATA_PATH
    os.chdir(command["folder"])
    sys.stdout, sys.stderr = output, error = text_stream(), text_stream()
    try:
        exit_code = create_clidriver().main(command["arguments"])
    except SystemExit as end:
        exit_code = end.code if isinstance(end.code, int) else 1
    finally:
        sys.stdout, sys.stderr = sys.__stdout__, sys.__stderr__
    read = [stream.buffer.getvalue().decode("utf-8", "replace") for stream in (output, error)]
    return {"exitCode": exit_code or 0, "output": read[0], "error": read[1]}


for line in sys.stdin:
    answer = json.dumps(run(json.loads(line)))
    sys.__stdout__.write(answer + "\n")
    sys.__stdout__.flush()
