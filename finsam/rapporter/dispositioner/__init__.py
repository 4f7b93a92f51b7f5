"""The outlines of the documents with accounts: what differs between them is data."""
