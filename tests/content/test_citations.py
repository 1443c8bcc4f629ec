"""Laws as manuals cite them: however the citation is spaced and its digits written, the law is one."""

import pytest

from portal.content.models import LegalReference
from portal.content.models.laws import law_of

ACT = "พระราชบัญญัติการศึกษาแห่งชาติ"


@pytest.mark.parametrize(
    "citation",
    [
        f"{ACT} พ.ศ. ๒๕๔๒",
        f"{ACT}พ.ศ.2542และที่แก้ไขเพิ่มเติม",
        f"{ACT} พุทธศักราช 2542 และที่แก้ไขเพิ่มเติม พ.ศ.2545",
    ],
)
def test_a_law_is_the_same_in_every_spelling_of_its_year(db, citation):
    law = law_of(f"{ACT} พ.ศ. 2542")
    assert law_of(citation) == law
    assert LegalReference.objects.count() == 1
