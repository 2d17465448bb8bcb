"""The API's own description (OpenAPI 3.1), generated from the structs that decode its requests and make its answers.

`operations.py` is the table of addresses, `document.py` turns it into the document, `views.py` serves it. A test
compares the table with the route map, and schemathesis compares the document with what the server really does.
"""
