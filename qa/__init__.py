"""Online: from a question to a cited answer, understand -> retrieve -> extract -> cite -> show."""
