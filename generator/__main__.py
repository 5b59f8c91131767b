"""`python -m generator`: the command `gongkai`, also where no script of that name can be run."""

from generator.cli import main

if __name__ == "__main__":
    main(prog_name="gongkai")
