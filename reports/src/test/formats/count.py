"""Reads reports with Python's readers: rows of a table by their kind and state, words of a picture."""

import csv
import os
import sys
import xml.etree.ElementTree as xml

for name in sys.argv[1:]:
    if name.endswith(".csv"):
        with open(name, newline="", encoding="utf-8") as file:
            for row in csv.DictReader(file, strict=True):
                print(os.path.basename(name), row["kind"], row["state"] or "-")
    else:
        print(os.path.basename(name), " ".join("".join(xml.parse(name).getroot().itertext()).split()))
