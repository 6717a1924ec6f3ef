#!/usr/bin/env python3
"""Holds JSON documents against a schema of docs/schemas: validate.py SCHEMA FILE..."""
import json
import sys

import jsonschema

with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)
wrong = False
for path in sys.argv[2:]:
    with open(path, encoding="utf-8") as file:
        document = json.load(file)
    for error in validator.iter_errors(document):
        where = "/".join(str(step) for step in error.absolute_path)
        print(f"{path}: {where}: {error.message[:200]}")
        wrong = True
sys.exit(1 if wrong else 0)
