"""The models of the app `content`, a file a concept."""

from .forms import FormTemplate, FormVersion
from .glossary import GlossaryTerm
from .laws import LegalReference
from .levels import LEVELS, LevelsField
from .media import PortalDocument, PortalImage, PortalRendition
from .office import OfficeSettings
from .page import KnowledgePage, PageAttachment, PortalPage
from .schools import School, SchoolNetwork, SchoolNetworkTag
from .subjects import KnowledgeTag, LearningArea, LearningAreaTag, PageTag
from .work_groups import WorkGroup, WorkTask

__all__ = [
    "LEVELS",
    "FormTemplate",
    "FormVersion",
    "GlossaryTerm",
    "KnowledgePage",
    "KnowledgeTag",
    "LearningArea",
    "LearningAreaTag",
    "LegalReference",
    "LevelsField",
    "OfficeSettings",
    "PageAttachment",
    "PageTag",
    "PortalDocument",
    "PortalImage",
    "PortalPage",
    "PortalRendition",
    "School",
    "SchoolNetwork",
    "SchoolNetworkTag",
    "WorkGroup",
    "WorkTask",
]
