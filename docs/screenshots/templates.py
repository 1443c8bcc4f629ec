"""Which page shows which template, to whom. A test compares this list with the folder templates/."""

from dataclasses import dataclass

from .browser import VISITOR


@dataclass(frozen=True, slots=True)
class View:
    """A template of a whole page, an address of `addresses.py` (`/…` as it stands), and who may see it."""

    template: str
    address: str
    who: str = VISITOR
    status: int = 200

    @property
    def name(self) -> str:
        """What its pictures are called."""
        return self.template.removesuffix(".html")


VIEWS = (
    View("home/home.html", "/"),
    View("404.html", "/no-such-page/", status=404),
    View("withdrawn.html", "withdrawn work", status=410),
    View("manuals/index.html", "manuals"),
    View("manuals/manual.html", "manual"),
    View("manuals/one_page.html", "manual:one page"),
    View("manuals/chapter.html", "chapter"),
    View("manuals/process.html", "process"),
    View("manuals/chart_alone.html", "process:chart"),
    View("innovations/index.html", "shelf"),
    View("innovations/best_practice.html", "best practice"),
    View("innovations/innovation.html", "innovation"),
    View("innovations/research.html", "research"),
    View("search/results.html", "/search/?q=การนิเทศ"),
    View("search/api.html", "api"),
    View("directory/areas.html", "areas"),
    View("directory/area.html", "area"),
    View("directory/networks.html", "networks"),
    View("directory/network.html", "network"),
    View("directory/schools.html", "schools"),
    View("directory/school.html", "school"),
    View("directory/people.html", "people"),
    View("directory/person.html", "person"),
    View("directory/feeds.html", "feeds"),
    View("statistics/overview.html", "overview"),
    View("statistics/yearly.html", "/admin/reports/year/", "admin"),
    View("glossary/index.html", "glossary"),
    View("glossary/term.html", "term"),
    View("laws/index.html", "laws"),
    View("laws/law.html", "law"),
    View("forms/index.html", "forms"),
    View("forms/form.html", "form"),
    View("help/text.html", "/help/"),
    View("office/privacy.html", "/privacy/"),
    View("office/accessibility.html", "/accessibility/"),
    View("reading/settings.html", "/reading/"),
    View("offline/offline.html", "/offline/"),
    View("feedback/form.html", "feedback"),
    View("feedback/thanks.html", "feedback:thanks"),
    View("counting/class_use.html", "used"),
    View("counting/thanks.html", "used:thanks"),
    View("counting/evidence.html", "evidence", "teacher1"),
    View("subscriptions/subscribe.html", "subscribe"),
    View("subscriptions/sent.html", "subscribe_sent"),
    View("subscriptions/confirm.html", "subscribe:confirm"),
    View("subscriptions/manage.html", "subscribe:manage"),
    View("subscriptions/leave.html", "subscribe:leave"),
    View("subscriptions/left.html", "subscribe:left", status=410),
    View("subscriptions/expired.html", "subscribe:expired", status=410),
    View("accounts/sign_in.html", "sign_in"),
    View("accounts/forgotten_password.html", "forgotten_password"),
    View("accounts/letter_sent.html", "password_letter_sent"),
    View("accounts/change_password.html", "change_password", "teacher1"),
    View("accounts/sign_out.html", "sign_out", "teacher1"),
    View("innovations/my_works/list.html", "my_works:list", "teacher1"),
    View("innovations/my_works/start.html", "my_works:start", "teacher1"),
    View("innovations/my_works/work.html", "returned", "teacher1"),
    View("innovations/my_works/section.html", "draft:section", "teacher1"),
    View("innovations/my_works/send.html", "returned:send", "teacher1"),
    View("innovations/my_works/take_back.html", "sent:take back", "teacher1"),
    View("innovations/my_works/delete.html", "draft:delete", "teacher1"),
    View("innovations/review/queue.html", "review_queue", "supervisor2"),
    View("innovations/review/decide.html", "decide", "supervisor"),
    View("innovations/review/score.html", "score", "committee2"),
    View("innovations/review/guests.html", "guests", "admin"),
    View("innovations/review/guest.html", "guest"),
    View("innovations/review/withdraw.html", "withdraw", "admin"),
    View("innovations/review/withdrawn.html", "withdrawn", "admin"),
)

# Whole pages that only come after something that the script does not do.
NOT_SHOWN = {
    "403.html": "for who may not see a page",
    "403_csrf.html": "a form that came from elsewhere",
    "locked_out.html": "after eight wrong passwords",
    "accounts/set_password.html": "the link of a letter, spent by one click",
    "accounts/too_many_letters.html": "after many letters",
    "innovations/review/give_back.html": "while somebody gives a work back",
    "innovations/review/guest_refused.html": "a guest's link that was taken back",
    "innovations/review/guest_thanks.html": "after a guest has scored",
    "innovations/review/result.html": "after the whole committee has scored",
    "manuals/process_chart.html": "the frame of a preview in the editor",
    "style/page.html": "with DEBUG=true only",
    "subscriptions/confirmed.html": "after a click in a letter",
    "wagtailcore/login.html": "before a page for few",
    "wagtailcore/password_required.html": "before a page with a password",
    "wagtaildocs/password_required.html": "before a file with a password",
}
