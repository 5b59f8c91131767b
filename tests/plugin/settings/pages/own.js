"own"
