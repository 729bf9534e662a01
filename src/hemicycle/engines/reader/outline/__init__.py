"""The fourth stage: from blocks to drafts of days and sessions, each value with the lines it stands in."""
