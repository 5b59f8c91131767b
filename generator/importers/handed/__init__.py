"""Forms to hand to departments, laid out so that they import back exactly."""
