"""From a manual's file to a `ManualOutline`: reading, understanding, and the account of where each paragraph went."""
