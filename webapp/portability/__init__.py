"""What is a person's, handed over to them: everything the server holds about an account, as one file."""
