"""Inviting schools: accounts from a CSV file, all of it or nothing, and a letter to each with a link to begin."""

from .accounts import InvitationReport, invite
from .letters import send_again

__all__ = ["InvitationReport", "invite", "send_again"]
