#!/usr/bin/env python3
"""Holds JSON documents against a schema of docs/schemas: validate.py SCHEMA FILE..."""
import json
import pathlib
import sys
import warnings

import jsonschema

with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
jsonschema.Draft202012Validator.check_schema(schema)
# A schema may point at its neighbours. Newer versions have another way, and warn of this one.
warnings.simplefilter("ignore", DeprecationWarning)
here = pathlib.Path(sys.argv[1]).resolve().as_uri()
validator = jsonschema.Draft202012Validator(
    schema, resolver=jsonschema.RefResolver(here, schema))
wrong = False
for path in sys.argv[2:]:
    with open(path, encoding="utf-8") as file:
        document = json.load(file)
    for error in validator.iter_errors(document):
        where = "/".join(str(step) for step in error.absolute_path)
        print(f"{path}: {where}: {error.message[:200]}")
        wrong = True
sys.exit(1 if wrong else 0)
