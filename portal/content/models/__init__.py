"""The models of the app `content`, a file a concept."""

from .document_text import DocumentText
from .forms import FormTemplate, FormVersion
from .glossary import GlossaryTerm, GlossaryUse, PageText
from .laws import LegalReference
from .levels import LEVELS, LevelsField
from .media import PortalDocument, PortalImage, PortalRendition
from .office import OfficeSettings
from .page import KnowledgePage, PageAttachment, PortalPage
from .people import PageAuthor, PageReach, PageSchool, Person
from .privacy import PrivacyNotice
from .recordings import PortalMedia
from .schools import School, SchoolNetwork, SchoolNetworkTag
from .subjects import KnowledgeTag, LearningArea, LearningAreaTag, PageTag
from .work_groups import WorkGroup, WorkTask

__all__ = [
    "LEVELS",
    "DocumentText",
    "FormTemplate",
    "FormVersion",
    "GlossaryTerm",
    "GlossaryUse",
    "KnowledgePage",
    "KnowledgeTag",
    "LearningArea",
    "LearningAreaTag",
    "LegalReference",
    "LevelsField",
    "OfficeSettings",
    "PageAttachment",
    "PageAuthor",
    "PageReach",
    "PageSchool",
    "PageTag",
    "PageText",
    "Person",
    "PortalDocument",
    "PortalImage",
    "PortalMedia",
    "PortalPage",
    "PortalRendition",
    "PrivacyNotice",
    "School",
    "SchoolNetwork",
    "SchoolNetworkTag",
    "WorkGroup",
    "WorkTask",
]
