"""The portal on a phone: installable like an app, and manuals that can be read without a connection."""
