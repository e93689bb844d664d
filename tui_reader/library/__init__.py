"""The librarian: the one face the screen and the command line talk to."""
