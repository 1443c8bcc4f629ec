"""Which writes change nothing that a visitor can see. What is not named here empties the cache: also what plugins add.

Read from the SQL itself: bulk writes, tags and `QuerySet.update()` send no signal."""

from __future__ import annotations

import re
from typing import Final

# Accounts and sessions, letters, drafts and their review, logs, counters, the admin's own search.
_TABLES: Final = """
caching_change django_migrations django_session django_content_type django_admin_log sqlite_sequence
auth_permission auth_group auth_group_permissions accounts_user_groups accounts_user_user_permissions
axes_accessattempt axes_accessattemptexpiration axes_accessfailurelog axes_accesslog
post_office_email post_office_log post_office_emailtemplate post_office_attachment post_office_attachment_emails
wagtailadmin_admin wagtailadmin_editingsession wagtailadmin_formstate wagtailusers_userprofile
wagtailcore_revision wagtailcore_uploadedfile wagtailcore_comment wagtailcore_commentreply wagtailcore_apitoken
wagtailcore_modellogentry wagtailcore_pagelogentry wagtailcore_pagesubscription wagtailcore_taskstate
wagtailcore_workflowstate wagtailcore_grouppagepermission wagtailcore_groupcollectionpermission
wagtailcore_groupsitepermission wagtailcore_workflow wagtailcore_task wagtailcore_workflowtask
wagtailcore_workflowpage wagtailcore_workflowcontenttype wagtailcore_groupapprovaltask
wagtailcore_groupapprovaltask_groups wagtailcore_referenceindex
wagtailsearch_indexentry wagtailsearch_indexentry_fts wagtailsearchpromotions_querydailyhits
content_documenttext counting_pageday counting_classuse feedback_feedback
search_searchedquery search_indexedword search_goldenrun search_expectedresult
subscriptions_signup subscriptions_signup_areas subscriptions_signup_networks subscriptions_subscriber
subscriptions_subscriber_areas subscriptions_subscriber_networks subscriptions_digest subscriptions_digestedpage
links_checkedlink links_linkplace links_readpage
"""
TABLES: Final = frozenset(_TABLES.split())
# Made when a page is shown for the first time.
INSERTED: Final = frozenset({"content_portalrendition", "wagtailimages_rendition", "wagtailembeds_embed"})
# A draft that is saved, a view that is counted, somebody who signs in; a use in class that is approved writes `uses`.
COLUMNS: Final[dict[str, frozenset[str]]] = {
    "wagtailcore_page": frozenset(
        {
            "draft_title",
            "has_unpublished_changes",
            "latest_revision_id",
            "latest_revision_created_at",
            "locked",
            "locked_at",
            "locked_by_id",
            "owner_id",
        }
    ),
    "content_pagereach": frozenset({"views", "downloads"}),
    "accounts_user": frozenset({"last_login"}),
    "content_portaldocument": frozenset({"file_size", "file_hash"}),  # measured when they are shown first
    "content_portalimage": frozenset({"file_size", "file_hash"}),
    "search_indexchange": frozenset({"attempts", "error", "due_at"}),
}
_WRITE: Final = re.compile(r'\s*(INSERT|REPLACE|UPDATE|DELETE)\b(?:\s+OR\s+\w+)?\s+(?:INTO\s+|FROM\s+)?"?(\w+)', re.I)
_SET: Final = re.compile(r'"(\w+)" = ')


def is_seen(sql: str) -> bool:
    """Whether this statement may change what a visitor sees."""
    found = _WRITE.match(sql)
    if found is None or found[2] in TABLES:
        return False
    verb, table = found[1].upper(), found[2]
    if verb == "UPDATE" and table in COLUMNS:
        written = _SET.findall(sql[found.end() :].partition(" WHERE ")[0])
        return not written or not COLUMNS[table].issuperset(written)
    return not (verb == "INSERT" and (table in INSERTED or table == "content_pagereach"))
