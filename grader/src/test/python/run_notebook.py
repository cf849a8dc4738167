"""Runs all cells of notebooks in their own kernel, as a reader would from top to bottom, and saves them with their outputs.

usage: PYTHON run_notebook.py FOLDER NOTEBOOK OUT [NOTEBOOK OUT ...]    PYTHON is a checkout's .venv/bin/python

A cell that throws does not end the run: what it left is in OUT.
"""

import sys

import nbformat
from nbclient import NotebookClient

folder, *names = sys.argv[1:]
for source, target in zip(names[::2], names[1::2]):
    notebook = nbformat.read(source, as_version=4)
    NotebookClient(
        notebook,
        timeout=180,
        startup_timeout=120,
        allow_errors=True,
        record_timing=False,
        resources={"metadata": {"path": folder}},
    ).execute()
    nbformat.write(notebook, target)
