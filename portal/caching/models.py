"""What has changed, as every process sees it."""

from __future__ import annotations

from django.db import models


class Change(models.Model):
    """That something which visitors see was written.

    Written in the transaction of the change, so that it is seen exactly with it. A row for each, instead of one number
    that all count up: transactions of PostgreSQL would wait for one another, or lock each other out."""

    token = models.BigIntegerField()
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "change"
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M:%S}"
