"""Personal data and secrecy marks: how they are written, how a message may show them."""
