"""How a change on one device becomes the same change everywhere; the rules are told in docs/sync.md.

clock, merge, protocol and digest are pure. exchange is the one transaction that writes synced rows.
"""
