"""What a person keeps: every synced collection, declared once, with its kinds and bounds.

The tables, the edge's validation and the client's schema all come from these declarations.
"""
