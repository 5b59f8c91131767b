"""What files say of one another must exist and agree: the register, frames, records, twins."""
