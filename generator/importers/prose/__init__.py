"""Running text read as a report: headings, problems and advice, figures that sentences tell."""
