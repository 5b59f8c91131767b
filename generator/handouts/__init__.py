"""What a reviewer hands out: for each department a page, a workbook and a CSV of what is open."""
