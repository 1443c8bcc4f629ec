"""The only code that knows Thai: plain Python, no Django; its libraries are loaded when they are first used."""
