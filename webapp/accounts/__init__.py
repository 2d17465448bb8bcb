"""Accounts: who somebody is. Passkeys, sessions and their ceremonies; never what a person keeps."""
