"""Walks a list with a paginator of boto3, and prints as JSON how many items each page had and the items.

Argument: {"Service", "Operation" (as Python names it), "Member", "Parameters", "PageSize"}.
"""

import json
import sys

import boto3


def walk(job):
    paginator = boto3.client(job["Service"]).get_paginator(job["Operation"])
    size = job["PageSize"]
    settings = {} if size is None else {"PageSize": size}
    pages = paginator.paginate(PaginationConfig=settings, **job["Parameters"])
    lists = [page.get(job["Member"], []) for page in pages]
    return {"Pages": [len(items) for items in lists], "Items": [item for items in lists for item in items]}


print(json.dumps(walk(json.loads(sys.argv[1])), default=str))
