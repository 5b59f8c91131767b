"""What was meant by a text that is no number or date as files write them."""
