"""The contract of the engines: whoever answers the portal's questions does all of this."""

from .contract.changing import BearsAnything, KeepsTexts, TakesChanges
from .contract.filtering import FiltersByFacets
from .contract.finding import FindsPhrases, FindsWords, JoinsParts
from .contract.listing import ListsPages
from .contract.rebuilding import RebuildsBeside, SaysWhatIsTheMatter


class BackendContract(
    FindsWords,
    FindsPhrases,
    JoinsParts,
    ListsPages,
    FiltersByFacets,
    TakesChanges,
    KeepsTexts,
    BearsAnything,
    RebuildsBeside,
    SaysWhatIsTheMatter,
):
    """Runs against the fixtures `engine` (no index yet), `twin` (the same, as another process sees it), `address` (its
    SEARCH_URL), `remains` (how many indexes lie there), `outdate` (as if another version had written the index) and
    `unreachable` (an engine that cannot be asked)."""
